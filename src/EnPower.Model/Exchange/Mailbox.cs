namespace EnPower;

/// <summary>A user mailbox or shared mailbox in EnPower.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/exchange/userandsharedmailboxes.html</para>
/// </remarks>
[ApiList("smp/exchange/mailboxes", "mailboxes")]
public sealed class Mailbox : GovernedObject, ITenantObject
{
    /// <summary>Gets the identifier of the mailbox in PowerShell, a GUID.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the identifier of the mailbox in Microsoft 365: the object ID of its user.</summary>
    public string? UserId { get; internal set; }

    /// <summary>Gets the user principal name.</summary>
    [SecurityRelevant]
    public string? PrincipalName { get; internal set; }

    /// <summary>Gets the name of the mailbox in PowerShell.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the primary email address.</summary>
    [SecurityRelevant]
    public string? EmailAddress { get; internal set; }

    /// <summary>Gets the display name.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>
    /// Gets the recipient type of the API, such as <c>User mailbox</c>, which differs from the
    /// one of Exchange.
    /// </summary>
    [SecurityRelevant]
    public string? RecipientType { get; internal set; }

    /// <summary>Gets the status, such as <c>Archived</c> or <c>Normal</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? Status { get; internal set; }

    /// <summary>Gets whether the mailbox is hidden from address lists.</summary>
    [SecurityRelevant]
    public bool? HiddenFromAddressListsEnabled { get; internal set; }

    /// <summary>Gets when the mailbox was created.</summary>
    public DateTime? CreateTime { get; internal set; }

    /// <summary>Gets when the mailbox was last changed.</summary>
    [Volatile]
    public DateTime? ModifiedTime { get; internal set; }

    /// <summary>Gets the identifier of the tenant of the mailbox.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>Gets the domain of the tenant of the mailbox.</summary>
    public string? TenantDomain { get; internal set; }

    /// <summary>Gets the name of the EnPower container of the mailbox.</summary>
    public string? Container { get; internal set; }

    /// <summary>Gets the identifier of the EnPower container of the mailbox.</summary>
    public string? ContainerId { get; internal set; }

    /// <summary>Gets the number of items in the mailbox.</summary>
    [Volatile]
    public long? ItemCount { get; internal set; }

    /// <summary>Gets the storage used, in the unit of the API (undocumented, apparently megabytes).</summary>
    [Volatile]
    public long? StorageUsed { get; internal set; }

    /// <summary>
    /// Gets the warning quota, in the unit of the API (undocumented, apparently
    /// megabytes).
    /// </summary>
    public long? IssueWarningQuota { get; internal set; }

    /// <summary>
    /// Gets the quota for sending, in the unit of the API (undocumented, apparently
    /// megabytes).
    /// </summary>
    public long? ProhibitSendQuota { get; internal set; }

    /// <summary>
    /// Gets the quota for sending and receiving, in the unit of the API (undocumented,
    /// apparently megabytes).
    /// </summary>
    public long? ProhibitSendReceiveQuota { get; internal set; }

    /// <summary>Gets the number of items in the Deleted Items folder.</summary>
    [Volatile]
    public long? DeletedItemCount { get; internal set; }

    /// <summary>
    /// Gets the size of the Deleted Items folder, in the unit of the API (undocumented, apparently
    /// megabytes).
    /// </summary>
    [Volatile]
    public long? DeletedItemSize { get; internal set; }

    /// <summary>Gets when EnPower first scanned the mailbox.</summary>
    public DateTime? FirstScanTime { get; internal set; }

    /// <summary>Gets the first name of the user.</summary>
    public string? FirstName { get; internal set; }

    /// <summary>Gets the last name of the user.</summary>
    public string? LastName { get; internal set; }

    /// <summary>Gets the mail alias.</summary>
    public string? Alias { get; internal set; }

    /// <summary>Gets whether automatic replies are on.</summary>
    public bool? AutoReplyEnabled { get; internal set; }

    /// <summary>Gets whether the mailbox is on litigation hold.</summary>
    [SecurityRelevant]
    public bool? LitigationHoldEnabled { get; internal set; }

    /// <summary>Gets whether the mailbox forwards email.</summary>
    [SecurityRelevant]
    public bool? EmailForwardingEnabled { get; internal set; }

    /// <summary>Gets the status of the archive, such as <c>Active</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? ArchiveStatus { get; internal set; }

    /// <summary>Gets the name of the archive.</summary>
    public string? ArchiveName { get; internal set; }

    /// <summary>
    /// Gets the time of the last activity in the mailbox; <see langword="null"/> if there was none.
    /// </summary>
    [Volatile]
    public DateTime? LastActivityDate { get; internal set; }

    /// <summary>Gets the domain that email is forwarded to.</summary>
    [SecurityRelevant]
    public string? ForwardingAddressDomain { get; internal set; }

    /// <summary>Gets the external domain that email is forwarded to.</summary>
    [SecurityRelevant]
    public string? ExternalForwardingAddressDomain { get; internal set; }

    /// <summary>Gets whether the mailbox forwards email to addresses outside the organisation.</summary>
    [SecurityRelevant]
    public bool? ExternalEmailForwardingEnabled { get; internal set; }

    /// <summary>
    /// Gets the maximum number of recipients of a message from the mailbox: a number as text, or
    /// <c>Unlimited</c>.
    /// </summary>
    public string? RecipientLimits { get; internal set; }

    /// <summary>Gets the policies of the mailbox.</summary>
    [SecurityRelevant]
    public MailboxPolicies? MailboxPolicies { get; internal set; }

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
    /// Gets the full days since <see cref="LastActivityDate"/>, interpreted as UTC; <see langword="null"/> if no activity is
    /// known.
    /// </summary>
    public int? InactiveDays => LastActivityDate is { } last ? Math.Max(0, (DateTime.UtcNow - last).Days) : null;

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
    public override string ToString() => FirstFilled(PrincipalName, EmailAddress, Id, DisplayName, base.ToString());
}
