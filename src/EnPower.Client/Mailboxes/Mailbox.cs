using EnPower.Json;

namespace EnPower;

/// <summary>A user mailbox or shared mailbox as EnPower knows it.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the API's field. It is <see langword="null"/> where the API left the field out, sent
/// <c>null</c>, or, for anything but text, sent one of its placeholders: <c>""</c>, <c>"N/A"</c>,
/// <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API gives dates without a time zone. They are passed on as they are, with
/// <see cref="DateTimeKind.Unspecified"/>; UTC is likely, but not documented.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/exchange/userandsharedmailboxes.html</para>
/// </remarks>
public sealed class Mailbox : ApiObject, ITenantObject
{
    /// <summary>Gets the identifier of the mailbox in PowerShell, a GUID.</summary>
    [JsonInclude]
    public string? Id { get; internal set; }

    /// <summary>Gets the identifier of the mailbox in Microsoft 365: the object ID of its user.</summary>
    [JsonInclude]
    public string? UserId { get; internal set; }

    /// <summary>Gets the user principal name.</summary>
    [JsonInclude]
    public string? PrincipalName { get; internal set; }

    /// <summary>Gets the name of the mailbox in PowerShell.</summary>
    [JsonInclude]
    public string? Name { get; internal set; }

    /// <summary>Gets the primary email address.</summary>
    [JsonInclude]
    public string? EmailAddress { get; internal set; }

    /// <summary>Gets the display name.</summary>
    [JsonInclude]
    public string? DisplayName { get; internal set; }

    /// <summary>
    /// Gets the recipient type as EnPower words it, such as <c>User mailbox</c>; not the name that Exchange
    /// uses.
    /// </summary>
    [JsonInclude]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? RecipientType { get; internal set; }

    /// <summary>Gets the status, such as <c>Archived</c> or <c>Normal</c>; the API lists no values.</summary>
    [JsonInclude]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Status { get; internal set; }

    /// <summary>Gets whether the mailbox is hidden from address lists.</summary>
    [JsonInclude]
    public bool? HiddenFromAddressListsEnabled { get; internal set; }

    /// <summary>Gets when the mailbox was created.</summary>
    [JsonInclude]
    public DateTime? CreateTime { get; internal set; }

    /// <summary>Gets when the mailbox was last changed.</summary>
    [JsonInclude]
    public DateTime? ModifiedTime { get; internal set; }

    /// <summary>Gets the identifier of the tenant that the mailbox belongs to.</summary>
    [JsonInclude]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? TenantId { get; internal set; }

    /// <summary>Gets the domain of the tenant that the mailbox belongs to.</summary>
    [JsonInclude]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? TenantDomain { get; internal set; }

    /// <summary>Gets the name of the EnPower container that the mailbox is in.</summary>
    [JsonInclude]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Container { get; internal set; }

    /// <summary>Gets the identifier of the EnPower container that the mailbox is in.</summary>
    [JsonInclude]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? ContainerId { get; internal set; }

    /// <summary>Gets the number of items in the mailbox.</summary>
    [JsonInclude]
    public long? ItemCount { get; internal set; }

    /// <summary>Gets the storage used, in the API's own unit (not documented; by every sign megabytes).</summary>
    [JsonInclude]
    public long? StorageUsed { get; internal set; }

    /// <summary>
    /// Gets the size from which Exchange warns the user, in the API's own unit (not documented; by every sign
    /// megabytes).
    /// </summary>
    [JsonInclude]
    public long? IssueWarningQuota { get; internal set; }

    /// <summary>
    /// Gets the size from which the user can't send, in the API's own unit (not documented; by every sign
    /// megabytes).
    /// </summary>
    [JsonInclude]
    public long? ProhibitSendQuota { get; internal set; }

    /// <summary>
    /// Gets the size from which the user can neither send nor receive, in the API's own unit (not documented;
    /// by every sign megabytes).
    /// </summary>
    [JsonInclude]
    public long? ProhibitSendReceiveQuota { get; internal set; }

    /// <summary>Gets the number of items in the Deleted Items folder.</summary>
    [JsonInclude]
    public long? DeletedItemCount { get; internal set; }

    /// <summary>
    /// Gets the size of the Deleted Items folder, in the API's own unit (not documented; by every sign
    /// megabytes).
    /// </summary>
    [JsonInclude]
    public long? DeletedItemSize { get; internal set; }

    /// <summary>Gets when EnPower first scanned the mailbox.</summary>
    [JsonInclude]
    public DateTime? FirstScanTime { get; internal set; }

    /// <summary>Gets the first name of the user.</summary>
    [JsonInclude]
    public string? FirstName { get; internal set; }

    /// <summary>Gets the last name of the user.</summary>
    [JsonInclude]
    public string? LastName { get; internal set; }

    /// <summary>Gets the mail alias.</summary>
    [JsonInclude]
    public string? Alias { get; internal set; }

    /// <summary>Gets whether automatic replies are on.</summary>
    [JsonInclude]
    public bool? AutoReplyEnabled { get; internal set; }

    /// <summary>Gets whether the mailbox is on litigation hold.</summary>
    [JsonInclude]
    public bool? LitigationHoldEnabled { get; internal set; }

    /// <summary>Gets whether the mailbox forwards email.</summary>
    [JsonInclude]
    public bool? EmailForwardingEnabled { get; internal set; }

    /// <summary>Gets the status of the archive, such as <c>Active</c>; the API lists no values.</summary>
    [JsonInclude]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? ArchiveStatus { get; internal set; }

    /// <summary>Gets the name of the archive.</summary>
    [JsonInclude]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? ArchiveName { get; internal set; }

    /// <summary>
    /// Gets when there was last any activity in the mailbox; <see langword="null"/> where none was ever seen.
    /// </summary>
    [JsonInclude]
    public DateTime? LastActivityDate { get; internal set; }

    /// <summary>Gets the domain that email is forwarded to.</summary>
    [JsonInclude]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? ForwardingAddressDomain { get; internal set; }

    /// <summary>Gets the external domain that email is forwarded to.</summary>
    [JsonInclude]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? ExternalForwardingAddressDomain { get; internal set; }

    /// <summary>Gets whether the mailbox forwards email to addresses outside the organisation.</summary>
    [JsonInclude]
    public bool? ExternalEmailForwardingEnabled { get; internal set; }

    /// <summary>
    /// Gets the greatest number of recipients of a message sent from the mailbox: a number as text, or
    /// <c>Unlimited</c>.
    /// </summary>
    [JsonInclude]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? RecipientLimits { get; internal set; }

    /// <summary>Gets the policies applied to the mailbox.</summary>
    [JsonInclude]
    [JsonConverter(typeof(ObjectConverter<MailboxPolicies>))]
    public MailboxPolicies? MailboxPolicies { get; internal set; }

    /// <summary>Gets the primary contact in Cloud Governance.</summary>
    [JsonInclude]
    [JsonConverter(typeof(ObjectConverter<User>))]
    public User? PrimaryContact { get; internal set; }

    /// <summary>Gets the secondary contact in Cloud Governance.</summary>
    [JsonInclude]
    [JsonConverter(typeof(ObjectConverter<User>))]
    public User? SecondaryContact { get; internal set; }

    /// <summary>Gets when the mailbox was last renewed in Cloud Governance.</summary>
    [JsonInclude]
    public DateTime? LastRenewalTime { get; internal set; }

    /// <summary>Gets when the current phase in Cloud Governance began.</summary>
    [JsonInclude]
    public DateTime? PhaseStartTime { get; internal set; }

    /// <summary>Gets when the current renewal in Cloud Governance is due.</summary>
    [JsonInclude]
    public DateTime? RenewalDueDate { get; internal set; }

    /// <summary>Gets when the next renewal in Cloud Governance begins.</summary>
    [JsonInclude]
    public DateTime? NextRenewalDate { get; internal set; }

    /// <summary>Gets who last renewed the mailbox in Cloud Governance.</summary>
    [JsonInclude]
    [JsonConverter(typeof(ObjectConverter<User>))]
    public User? LastRenewalBy { get; internal set; }

    /// <summary>Gets whether a renewal profile of Cloud Governance is applied.</summary>
    [JsonInclude]
    public bool? RenewProfileApplied { get; internal set; }

    /// <summary>Gets the Cloud Governance metadata of the mailbox; empty where there is none.</summary>
    [JsonInclude]
    [JsonConverter(typeof(ListConverter<CloudGovernanceMetadata>))]
    public IReadOnlyList<CloudGovernanceMetadata> Metadata { get; internal set; } = [];

    /// <summary>Gets whether a contact election profile of Cloud Governance is applied.</summary>
    [JsonInclude]
    public bool? ElectionProfileApplied { get; internal set; }

    /// <summary>Gets whether the mailbox is imported to Cloud Governance.</summary>
    [JsonInclude]
    public bool? IsRegistered { get; internal set; }

    /// <summary>Gets the current phase in Cloud Governance.</summary>
    [JsonInclude]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Phase { get; internal set; }

    /// <summary>Gets who is assigned to the current phase in Cloud Governance; empty where no one is.</summary>
    [JsonInclude]
    [JsonConverter(typeof(ListConverter<User>))]
    public IReadOnlyList<User> PhaseAssignees { get; internal set; } = [];

    /// <summary>Gets the renewal profile of Cloud Governance.</summary>
    [JsonInclude]
    [JsonConverter(typeof(ObjectConverter<CloudGovernanceProfile>))]
    public CloudGovernanceProfile? RenewProfile { get; internal set; }

    /// <summary>Gets the contact election profile of Cloud Governance.</summary>
    [JsonInclude]
    [JsonConverter(typeof(ObjectConverter<CloudGovernanceProfile>))]
    public CloudGovernanceProfile? ElectionProfile { get; internal set; }

    /// <summary>Gets the claim status in Cloud Governance.</summary>
    [JsonInclude]
    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? ClaimStatus { get; internal set; }

    /// <summary>
    /// Returns the first that is known of user principal name, email address, identifier and display name; never an empty
    /// text, which commands could take for every mailbox.
    /// </summary>
    public override string ToString() => FirstFilled(PrincipalName, EmailAddress, Id, DisplayName, base.ToString());
}
