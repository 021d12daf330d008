using System.Globalization;
using System.Text.RegularExpressions;

namespace EnPower;

/// <summary>
/// Parses formatted numbers of the API, such as <c>890.20 MB</c> and <c>42%</c>. Their format is English, independently of the
/// culture of the session.
/// </summary>
internal static class TextNumber
{
    private const string Units = "BKMGTP";
    private const double NextUnit = 1024;

    private static readonly Regex Size = new(
        @"^\s*(?<number>\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?)\s*((?<unit>[KMGTP])I?B|B|BYTES?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);

    private static readonly Regex Percentage = new(
        @"^\s*(?<number>\d+(\.\d+)?)\s*%\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>Gets a size in bytes; <see langword="null"/> if the text is not a size.</summary>
    public static long? Bytes(string? text)
    {
        if (Find(Size, text) is not { } match)
        {
            return null;
        }

        int power = Units.IndexOf(match.Groups["unit"].Value.ToUpperInvariant(), StringComparison.Ordinal);
        double bytes = Number(match) * Math.Pow(NextUnit, Math.Max(0, power));
        return bytes < long.MaxValue ? (long)Math.Round(bytes) : null;
    }

    /// <summary>Gets a percentage; <see langword="null"/> if the text is not a percentage.</summary>
    public static double? Percent(string? text) => Find(Percentage, text) is { } match ? Number(match) : null;

    private static Match? Find(Regex pattern, string? text) =>
        text is not null && pattern.Match(text) is { Success: true } match ? match : null;

    private static double Number(Match match) =>
        double.Parse(
            match.Groups["number"].Value,
            NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture);
}
