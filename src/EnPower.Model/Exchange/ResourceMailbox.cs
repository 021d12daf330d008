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
public sealed class ResourceMailbox : ExchangeMailbox, ITenantObject
{
    /// <inheritdoc/>
    [Key]
    public override string? Id { get; internal set; }

    /// <inheritdoc/>
    public override string? UserId { get; internal set; }

    /// <inheritdoc/>
    [SecurityRelevant]
    public override string? PrincipalName { get; internal set; }

    /// <summary>Gets the name of the mailbox in PowerShell.</summary>
    public string? Name { get; internal set; }

    /// <inheritdoc/>
    [SecurityRelevant]
    public override string? EmailAddress { get; internal set; }

    /// <inheritdoc/>
    public override string? DisplayName { get; internal set; }

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

    /// <inheritdoc/>
    [Volatile]
    public override long? StorageUsed { get; internal set; }

    /// <inheritdoc/>
    public override long? IssueWarningQuota { get; internal set; }

    /// <inheritdoc/>
    public override long? ProhibitSendQuota { get; internal set; }

    /// <inheritdoc/>
    public override long? ProhibitSendReceiveQuota { get; internal set; }

    /// <summary>Gets the number of items in the Deleted Items folder.</summary>
    [Volatile]
    public long? DeletedItemCount { get; internal set; }

    /// <inheritdoc/>
    [Volatile]
    public override long? DeletedItemSize { get; internal set; }

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

    /// <inheritdoc cref="GovernedObject.PrimaryContact"/>
    [SecurityRelevant]
    public User? PrimaryContact { get; internal set; }

    /// <inheritdoc cref="GovernedObject.SecondaryContact"/>
    [SecurityRelevant]
    public User? SecondaryContact { get; internal set; }

    /// <inheritdoc cref="GovernedObject.Metadata"/>
    public ItemList<CloudGovernanceMetadata> Metadata { get; internal set; } = ItemList<CloudGovernanceMetadata>.None;

    /// <inheritdoc cref="GovernedObject.IsRegistered"/>
    public bool? IsRegistered { get; internal set; }

    /// <inheritdoc cref="GovernedObject.Phase"/>
    public string? Phase { get; internal set; }

    /// <inheritdoc cref="GovernedObject.ClaimStatus"/>
    public string? ClaimStatus { get; internal set; }
}
