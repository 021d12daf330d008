namespace EnPower.Reports;

/// <summary>The data of a mailbox in a report, and its findings.</summary>
internal sealed class MailboxRow
{
    private MailboxRow(Mailbox mailbox, ReportOptions options)
    {
        DisplayName = FirstFilled(mailbox.DisplayName, mailbox.Name, mailbox.ToString());
        EmailAddress = FirstFilled(mailbox.EmailAddress, mailbox.PrincipalName);
        Tenant = FirstFilled(mailbox.TenantDomain, mailbox.TenantId);
        RecipientType = FirstFilled(mailbox.RecipientType);
        Status = FirstFilled(mailbox.Status);
        Created = mailbox.CreateTime;
        StorageUsed = mailbox.StorageUsed;
        QuotaUsedPercent = mailbox.QuotaUsedPercent;
        LastActivity = mailbox.LastActivityDate;
        ForwardsOutside = mailbox.ExternalEmailForwardingEnabled is true;
        ForwardsInside = mailbox.EmailForwardingEnabled is true && !ForwardsOutside;
        ForwardsTo = ForwardsOutside
            ? FirstFilled(mailbox.ExternalForwardingAddressDomain, mailbox.ForwardingAddressDomain)
            : ForwardsInside ? FirstFilled(mailbox.ForwardingAddressDomain) : null;
        IsHidden = mailbox.HiddenFromAddressListsEnabled;
        IsOnLitigationHold = mailbox.LitigationHoldEnabled;
        HasAutoReply = mailbox.AutoReplyEnabled;
        ArchiveStatus = FirstFilled(mailbox.ArchiveStatus);
        IsGoverned = mailbox.IsRegistered is true;
        Phase = FirstFilled(mailbox.Phase);
        RenewalDue = mailbox.RenewalDueDate;
        PrimaryContact = mailbox.PrimaryContact is { } contact ? FirstFilled(contact.DisplayName, contact.ToString()) : null;
        Findings = Find(mailbox, options);
    }

    public string? DisplayName { get; }

    public string? EmailAddress { get; }

    public string? Tenant { get; }

    public string? RecipientType { get; }

    public string? Status { get; }

    public DateTime? Created { get; }

    /// <summary>Gets the storage used, in megabytes.</summary>
    public long? StorageUsed { get; }

    public double? QuotaUsedPercent { get; }

    public DateTime? LastActivity { get; }

    public bool ForwardsOutside { get; }

    public bool ForwardsInside { get; }

    /// <summary>Gets the domain that email is forwarded to.</summary>
    public string? ForwardsTo { get; }

    public bool? IsHidden { get; }

    public bool? IsOnLitigationHold { get; }

    public bool? HasAutoReply { get; }

    public string? ArchiveStatus { get; }

    public bool HasArchive => IsText(ArchiveStatus, "Active");

    /// <summary>Gets whether Cloud Governance manages the mailbox.</summary>
    public bool IsGoverned { get; }

    public string? Phase { get; }

    public DateTime? RenewalDue { get; }

    public string? PrimaryContact { get; }

    public MailboxFindings Findings { get; }

    // The API has recipient types of its own, which differ from those of Exchange.
    public bool IsShared => StartsWith(RecipientType, "Shared");

    public bool IsUser => StartsWith(RecipientType, "User");

    public static MailboxRow Of(Mailbox mailbox, ReportOptions options) => new(mailbox, options);

    public bool Has(MailboxFindings finding) => (Findings & finding) != 0;

    private MailboxFindings Find(Mailbox mailbox, ReportOptions options)
    {
        bool isOverWarning = mailbox.IsOverWarningQuota is true;
        bool isInactive = LastActivity <= options.Now.AddDays(-options.InactiveDays);
        MailboxFindings findings = MailboxFindings.None;
        Add(ForwardsOutside, MailboxFindings.ForwardsOutside);
        Add(ForwardsOutside && IsHidden is true, MailboxFindings.ForwardsOutsideHidden);
        Add(isOverWarning, MailboxFindings.OverWarningQuota);
        Add(!isOverWarning && QuotaUsedPercent >= options.QuotaPercent, MailboxFindings.NearQuota);
        Add(isInactive && IsShared, MailboxFindings.InactiveShared);
        Add(isInactive && IsUser, MailboxFindings.InactiveUser);
        Add(RenewalDue < options.Now, MailboxFindings.RenewalOverdue);
        Add(IsGoverned && PrimaryContact is null, MailboxFindings.NoPrimaryContact);
        return findings;

        void Add(bool isFound, MailboxFindings finding) => findings |= isFound ? finding : MailboxFindings.None;
    }

    private static bool StartsWith(string? text, string start) =>
        text?.StartsWith(start, StringComparison.OrdinalIgnoreCase) is true;

    private static bool IsText(string? text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);

    private static string? FirstFilled(params string?[] candidates) =>
        Array.Find(candidates, candidate => !string.IsNullOrWhiteSpace(candidate));
}
