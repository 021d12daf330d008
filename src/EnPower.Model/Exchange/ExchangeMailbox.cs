namespace EnPower;

/// <summary>A mailbox in EnPower: the sizes in bytes, and the names that cmdlets of Exchange Online bind.</summary>
// Reflection, and so PowerShell, lists the properties of a base class last: an exported CSV starts with the fields of the API,
// which the derived classes declare in the order of the API.
public abstract class ExchangeMailbox : ApiObject
{
    /// <summary>Gets the identifier of the mailbox in PowerShell, a GUID.</summary>
    public abstract string? Id { get; internal set; }

    /// <summary>Gets the identifier of the mailbox in Microsoft 365: the object ID of its user account.</summary>
    public abstract string? UserId { get; internal set; }

    /// <summary>Gets the user principal name.</summary>
    public abstract string? PrincipalName { get; internal set; }

    /// <summary>Gets the primary email address.</summary>
    public abstract string? EmailAddress { get; internal set; }

    /// <summary>Gets the display name.</summary>
    public abstract string? DisplayName { get; internal set; }

    /// <summary>Gets the storage used, in the unit of the API (undocumented, apparently megabytes).</summary>
    public abstract long? StorageUsed { get; internal set; }

    /// <summary>
    /// Gets the warning quota, in the unit of the API (undocumented, apparently
    /// megabytes).
    /// </summary>
    public abstract long? IssueWarningQuota { get; internal set; }

    /// <summary>
    /// Gets the quota for sending, in the unit of the API (undocumented, apparently
    /// megabytes).
    /// </summary>
    public abstract long? ProhibitSendQuota { get; internal set; }

    /// <summary>
    /// Gets the quota for sending and receiving, in the unit of the API (undocumented,
    /// apparently megabytes).
    /// </summary>
    public abstract long? ProhibitSendReceiveQuota { get; internal set; }

    /// <summary>
    /// Gets the size of the Deleted Items folder, in the unit of the API (undocumented, apparently
    /// megabytes).
    /// </summary>
    public abstract long? DeletedItemSize { get; internal set; }

    /// <summary>Gets the storage used in bytes, for comparisons such as <c>-gt 50GB</c>.</summary>
    public long? StorageUsedBytes => Megabytes.ToBytes(StorageUsed);

    /// <summary>Gets the warning quota in bytes.</summary>
    public long? IssueWarningQuotaBytes => Megabytes.ToBytes(IssueWarningQuota);

    /// <summary>Gets the quota for sending in bytes.</summary>
    public long? ProhibitSendQuotaBytes => Megabytes.ToBytes(ProhibitSendQuota);

    /// <summary>Gets the quota for sending and receiving in bytes.</summary>
    public long? ProhibitSendReceiveQuotaBytes => Megabytes.ToBytes(ProhibitSendReceiveQuota);

    /// <summary>Gets the size of the Deleted Items folder in bytes.</summary>
    public long? DeletedItemSizeBytes => Megabytes.ToBytes(DeletedItemSize);

    /// <summary>
    /// Gets the used percentage of <see cref="ProhibitSendReceiveQuota"/> with one decimal; <see langword="null"/>
    /// if either is unknown.
    /// </summary>
    public double? QuotaUsedPercent => Megabytes.PercentOf(ProhibitSendReceiveQuota, StorageUsed);

    /// <summary>
    /// Gets whether the storage used has reached <see cref="IssueWarningQuota"/>; <see langword="null"/> if either is
    /// unknown.
    /// </summary>
    public bool? IsOverWarningQuota => Megabytes.Reaches(IssueWarningQuota, StorageUsed);

    /// <summary>
    /// Gets the first known value of the unique properties identifier, user ID, user principal name and email address, with the
    /// name that cmdlets of Exchange Online bind.
    /// </summary>
    public object? Identity => FirstToBind(Id, UserId, PrincipalName, EmailAddress);

    /// <summary>Gets the user principal name, with the name that cmdlets of Exchange Online bind.</summary>
    public object? UserPrincipalName => FirstToBind(PrincipalName);

    /// <summary>Gets the primary email address, with the name that cmdlets of Exchange Online bind.</summary>
    public object? PrimarySmtpAddress => FirstToBind(EmailAddress);

    /// <summary>
    /// Gets the object ID of the user in Microsoft Entra ID if it is a GUID, with the name that cmdlets of Exchange Online bind.
    /// </summary>
    public object? ExternalDirectoryObjectId => Guid.TryParse(UserId, out Guid id) ? id : Absent.Value;

    /// <summary>
    /// Returns the first known value of user principal name, email address, identifier and display name; never an empty
    /// string, which commands could interpret as every mailbox.
    /// </summary>
    public sealed override string ToString() => FirstFilled(PrincipalName, EmailAddress, Id, DisplayName, base.ToString());
}
