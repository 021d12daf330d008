using System.Globalization;

namespace EnPower.Reports;

/// <summary>What a report is to say, and how.</summary>
internal sealed record ReportOptions
{
    public string Title { get; init; } = "EnPower mailbox report";

    /// <summary>Gets the instant that dates are compared with, in UTC.</summary>
    public DateTime Now { get; init; } = DateTime.UtcNow;

    /// <summary>Gets the days without activity from which on a mailbox is inactive.</summary>
    public int InactiveDays { get; init; } = 180;

    /// <summary>Gets the share of the quota from which on a mailbox is near it, in percent.</summary>
    public int QuotaPercent { get; init; } = 90;

    /// <summary>Gets whether mailboxes are missing, because the read broke off.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>Gets whether the page has the table of all mailboxes, and with it a script.</summary>
    public bool HasMailboxTable { get; init; } = true;

    public CultureInfo Culture { get; init; } = CultureInfo.CurrentCulture;
}
