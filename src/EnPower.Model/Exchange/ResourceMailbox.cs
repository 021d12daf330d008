namespace EnPower;

/// <summary>A room or equipment mailbox in EnPower.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/exchange/resourcemailboxes.html</para>
/// </remarks>
[ApiList("smp/exchange/resourcemailboxes", "resourceMailboxes")]
public sealed class ResourceMailbox : ApiObject, ITenantObject
{
    /// <summary>Gets the identifier of the mailbox in PowerShell, a GUID.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the identifier of the mailbox in Microsoft 365: the object ID of its account.</summary>
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
    /// Gets the recipient type of the API, such as <c>Room mailbox</c>, which differs from the
    /// one of Exchange.
    /// </summary>
    [SecurityRelevant]
    public string? RecipientType { get; internal set; }

    /// <summary>Gets the status, such as <c>Normal</c>; the values are undocumented.</summary>
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

    /// <summary>Gets the office location, such as a building and floor.</summary>
    public string? OfficeLocation { get; internal set; }

    /// <summary>
    /// Gets the business phone numbers, which the API sends as a JSON array inside a string; empty if there are none.
    /// </summary>
    public ItemList<string> BusinessPhones { get; internal set; } = ItemList<string>.None;

    /// <summary>Gets the department.</summary>
    public string? Department { get; internal set; }

    /// <summary>Gets the company.</summary>
    public string? CompanyName { get; internal set; }

    /// <summary>Gets the street address.</summary>
    public string? StreetAddress { get; internal set; }

    /// <summary>Gets the city.</summary>
    public string? City { get; internal set; }

    /// <summary>Gets the state or province.</summary>
    public string? State { get; internal set; }

    /// <summary>Gets the postal code.</summary>
    public string? PostalCode { get; internal set; }

    /// <summary>Gets the country or region.</summary>
    public string? CountryOrRegion { get; internal set; }

    /// <summary>Gets the capacity of the resource in persons.</summary>
    public long? ResourceCapacity { get; internal set; }

    /// <summary>Gets the name of the address book policy.</summary>
    [SecurityRelevant]
    public string? AddressBookPolicy { get; internal set; }

    /// <summary>Gets the custom attributes 1 to 15.</summary>
    public CustomAttributes? CustomAttributes { get; internal set; }

    /// <summary>Gets the notes on the resource.</summary>
    public string? Notes { get; internal set; }

    /// <summary>Gets the primary contact in Cloud Governance.</summary>
    [SecurityRelevant]
    public User? PrimaryContact { get; internal set; }

    /// <summary>Gets the secondary contact in Cloud Governance.</summary>
    [SecurityRelevant]
    public User? SecondaryContact { get; internal set; }

    /// <summary>Gets the Cloud Governance metadata of the mailbox; empty if there is none.</summary>
    public ItemList<CloudGovernanceMetadata> Metadata { get; internal set; } = ItemList<CloudGovernanceMetadata>.None;

    /// <summary>Gets whether the mailbox is imported to Cloud Governance.</summary>
    public bool? IsRegistered { get; internal set; }

    /// <summary>Gets the current phase in Cloud Governance.</summary>
    public string? Phase { get; internal set; }

    /// <summary>Gets the claim status in Cloud Governance.</summary>
    public string? ClaimStatus { get; internal set; }

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

    /// <summary>Returns the first known value of user principal name, email address, identifier and display name.</summary>
    public override string ToString() => FirstFilled(PrincipalName, EmailAddress, Id, DisplayName, base.ToString());
}
