namespace EnPower.Reports;

/// <summary>The findings about a mailbox.</summary>
[Flags]
internal enum MailboxFindings
{
    None = 0,
    ForwardsOutside = 1 << 0,
    ForwardsOutsideHidden = 1 << 1,
    OverWarningQuota = 1 << 2,
    NearQuota = 1 << 3,
    InactiveShared = 1 << 4,
    InactiveUser = 1 << 5,
    RenewalOverdue = 1 << 6,
    NoPrimaryContact = 1 << 7,
}
