using System.Globalization;

namespace EnPower.Reports;

/// <summary>Numbers, sizes and dates as text, in the culture of the report.</summary>
internal sealed class ReportFormat(CultureInfo culture)
{
    private const double MegabytesInGigabyte = 1024;
    private const double MegabytesInTerabyte = MegabytesInGigabyte * 1024;

    public CultureInfo Culture => culture;

    public string Number(long number) => number.ToString("N0", culture);

    /// <summary>Shows a part of a whole: <c>12.5 %</c>; nothing where there is no whole.</summary>
    public string Share(long part, long whole) => whole == 0 ? string.Empty : Percent(100.0 * part / whole);

    public string Percent(double percent) => percent.ToString("N1", culture) + "\u00a0%";

    /// <summary>Shows a size in the unit that suits it.</summary>
    public string Size(long megabytes) => megabytes switch
    {
        >= (long)MegabytesInTerabyte => (megabytes / MegabytesInTerabyte).ToString("N2", culture) + "\u00a0TB",
        >= (long)MegabytesInGigabyte => (megabytes / MegabytesInGigabyte).ToString("N1", culture) + "\u00a0GB",
        _ => megabytes.ToString("N0", culture) + "\u00a0MB",
    };

    /// <summary>Shows a size in gigabytes, alike in every row of a table that a spreadsheet may read.</summary>
    public string Gigabytes(long megabytes) => (megabytes / MegabytesInGigabyte).ToString("F2", culture);

    public string Decimal(double number) => number.ToString("F1", culture);

    public string Date(DateTime date) => date.ToString("d", culture);

    public string Month(DateTime date) => date.ToString("y", culture);

    public string Instant(DateTime instant) => instant.ToString("g", culture);

    /// <summary>Shows a value of any property.</summary>
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
