namespace EnPower.Output;

/// <summary>What follows from a mailbox's properties: members of mailboxes of every kind in EnPower.types.ps1xml.</summary>
public static class MailboxMembers
{
    /// <summary>
    /// Gets how much of <c>ProhibitSendReceiveQuota</c> is used, in percent with one decimal; <see langword="null"/> where
    /// either is unknown.
    /// </summary>
    public static double? QuotaUsedPercent(PSObject instance) =>
        Value(instance, nameof(Mailbox.StorageUsed)) is long used
        && Value(instance, nameof(Mailbox.ProhibitSendReceiveQuota)) is long and > 0 and var quota
            ? Math.Round(100.0 * used / quota, 1)
            : null;

    /// <summary>
    /// Gets whether the storage used has reached <c>IssueWarningQuota</c>; <see langword="null"/> where either is unknown.
    /// </summary>
    public static bool? IsOverWarningQuota(PSObject instance) =>
        Value(instance, nameof(Mailbox.StorageUsed)) is long used
        && Value(instance, nameof(Mailbox.IssueWarningQuota)) is long and > 0 and var quota
            ? used >= quota
            : null;

    /// <summary>
    /// Gets the whole days since <c>LastActivityDate</c>, taken as UTC; <see langword="null"/> where no activity is known.
    /// </summary>
    public static int? InactiveDays(PSObject instance) =>
        Value(instance, nameof(Mailbox.LastActivityDate)) is DateTime last ? Math.Max(0, (DateTime.UtcNow - last).Days) : null;

    private static object? Value(PSObject instance, string property) => instance.Properties[property]?.Value;
}
