using System.Globalization;

namespace EnPower.Reports;

/// <summary>The options of a report.</summary>
internal sealed record ReportOptions
{
    public string Title { get; init; } = "EnPower mailbox report";

    /// <summary>Gets the reference time for inactivity and renewals, in UTC.</summary>
    public DateTime Now { get; init; } = DateTime.UtcNow;

    /// <summary>Gets the number of days without activity after which a mailbox is inactive.</summary>
    public int InactiveDays { get; init; } = 180;

    /// <summary>Gets the percentage of the quota from which a mailbox is near its quota.</summary>
    public int QuotaPercent { get; init; } = 90;

    /// <summary>Gets whether mailboxes are missing because the read was interrupted.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>Gets whether the page has the table of all mailboxes and its script.</summary>
    public bool HasMailboxTable { get; init; } = true;

    public CultureInfo Culture { get; init; } = CultureInfo.CurrentCulture;
}
