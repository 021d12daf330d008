using System.Globalization;

namespace EnPower.Reports;

/// <summary>Formats numbers, sizes and dates in the culture of the report.</summary>
internal sealed class ReportFormat(CultureInfo culture)
{
    private const double MegabytesInGigabyte = 1024;
    private const double MegabytesInTerabyte = MegabytesInGigabyte * 1024;

    public CultureInfo Culture => culture;

    public string Number(long number) => number.ToString("N0", culture);

    /// <summary>Formats a share as <c>12.5 %</c>; empty if the whole is 0.</summary>
    public string Share(long part, long whole) => whole == 0 ? string.Empty : Percent(100.0 * part / whole);

    public string Percent(double percent) => percent.ToString("N1", culture) + "\u00a0%";

    /// <summary>Formats a size with a suitable unit.</summary>
    public string Size(long megabytes) => megabytes switch
    {
        >= (long)MegabytesInTerabyte => (megabytes / MegabytesInTerabyte).ToString("N2", culture) + "\u00a0TB",
        >= (long)MegabytesInGigabyte => (megabytes / MegabytesInGigabyte).ToString("N1", culture) + "\u00a0GB",
        _ => megabytes.ToString("N0", culture) + "\u00a0MB",
    };

    /// <summary>Formats a size in gigabytes, for tables that a spreadsheet may import.</summary>
    public string Gigabytes(long megabytes) => (megabytes / MegabytesInGigabyte).ToString("F2", culture);

    public string Decimal(double number) => number.ToString("F1", culture);

    public string Date(DateTime date) => date.ToString("d", culture);

    public string Month(DateTime date) => date.ToString("y", culture);

    public string Instant(DateTime instant) => instant.ToString("g", culture);

    /// <summary>Formats a value of any property.</summary>
    public string Value(object? value) => value switch
    {
        null => string.Empty,
        true => "Yes",
        false => "No",
        string text => text,
        DateTime date => Instant(date),
        long number => Number(number),
        IEnumerable<object> items => string.Join(", ", items.Select(Value)),
        _ => value.ToString() ?? string.Empty,
    };
}
