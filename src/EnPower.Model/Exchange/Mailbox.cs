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
public sealed class Mailbox : ExchangeMailbox, ITenantObject
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

    /// <inheritdoc cref="GovernedObject.PrimaryContact"/>
    [SecurityRelevant]
    public User? PrimaryContact { get; internal set; }

    /// <inheritdoc cref="GovernedObject.SecondaryContact"/>
    [SecurityRelevant]
    public User? SecondaryContact { get; internal set; }

    /// <inheritdoc cref="GovernedObject.LastRenewalTime"/>
    public DateTime? LastRenewalTime { get; internal set; }

    /// <inheritdoc cref="GovernedObject.PhaseStartTime"/>
    public DateTime? PhaseStartTime { get; internal set; }

    /// <inheritdoc cref="GovernedObject.RenewalDueDate"/>
    public DateTime? RenewalDueDate { get; internal set; }

    /// <inheritdoc cref="GovernedObject.NextRenewalDate"/>
    public DateTime? NextRenewalDate { get; internal set; }

    /// <inheritdoc cref="GovernedObject.LastRenewalBy"/>
    [ApiName("lastRenewalBy", "lastRenewedBy")]
    public User? LastRenewalBy { get; internal set; }

    /// <inheritdoc cref="GovernedObject.RenewProfileApplied"/>
    [ApiName("renewProfileApplied", "renewalProfileApplied")]
    public bool? RenewProfileApplied { get; internal set; }

    /// <inheritdoc cref="GovernedObject.Metadata"/>
    public ItemList<CloudGovernanceMetadata> Metadata { get; internal set; } = ItemList<CloudGovernanceMetadata>.None;

    /// <inheritdoc cref="GovernedObject.ElectionProfileApplied"/>
    public bool? ElectionProfileApplied { get; internal set; }

    /// <inheritdoc cref="GovernedObject.IsRegistered"/>
    [ApiName("isRegistered", "registered")]
    public bool? IsRegistered { get; internal set; }

    /// <inheritdoc cref="GovernedObject.Phase"/>
    public string? Phase { get; internal set; }

    /// <inheritdoc cref="GovernedObject.PhaseAssignees"/>
    public ItemList<User> PhaseAssignees { get; internal set; } = ItemList<User>.None;

    /// <inheritdoc cref="GovernedObject.RenewProfile"/>
    [ApiName("renewProfile", "renewalProfile")]
    public CloudGovernanceProfile? RenewProfile { get; internal set; }

    /// <inheritdoc cref="GovernedObject.ElectionProfile"/>
    [ApiName("electionProfile", "contactElectionProfile")]
    public CloudGovernanceProfile? ElectionProfile { get; internal set; }

    /// <inheritdoc cref="GovernedObject.ClaimStatus"/>
    public string? ClaimStatus { get; internal set; }

    /// <summary>
    /// Gets the full days since <see cref="LastActivityDate"/>, interpreted as UTC; <see langword="null"/> if no activity is
    /// known.
    /// </summary>
    public int? InactiveDays => LastActivityDate is { } last ? Math.Max(0, (DateTime.UtcNow - last).Days) : null;
}
