using System.Text.Json.Serialization;

namespace BareClient;

/// <summary>A mailbox with the fields that EnPower.Mailbox has.</summary>
internal sealed class Mailbox
{
    public string? Id { get; set; }

    public string? UserId { get; set; }

    public string? PrincipalName { get; set; }

    public string? Name { get; set; }

    public string? EmailAddress { get; set; }

    public string? DisplayName { get; set; }

    public string? RecipientType { get; set; }

    public string? Status { get; set; }

    public bool? HiddenFromAddressListsEnabled { get; set; }

    public DateTime? CreateTime { get; set; }

    public DateTime? ModifiedTime { get; set; }

    public string? TenantId { get; set; }

    public string? TenantDomain { get; set; }

    public string? Container { get; set; }

    public string? ContainerId { get; set; }

    public long? ItemCount { get; set; }

    public long? StorageUsed { get; set; }

    public long? IssueWarningQuota { get; set; }

    public long? ProhibitSendQuota { get; set; }

    public long? ProhibitSendReceiveQuota { get; set; }

    public long? DeletedItemCount { get; set; }

    public long? DeletedItemSize { get; set; }

    public DateTime? FirstScanTime { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Alias { get; set; }

    public bool? AutoReplyEnabled { get; set; }

    public bool? LitigationHoldEnabled { get; set; }

    public bool? EmailForwardingEnabled { get; set; }

    public string? ArchiveStatus { get; set; }

    public string? ArchiveName { get; set; }

    public DateTime? LastActivityDate { get; set; }

    public string? ForwardingAddressDomain { get; set; }

    public string? ExternalForwardingAddressDomain { get; set; }

    public bool? ExternalEmailForwardingEnabled { get; set; }

    [JsonConverter(typeof(TextConverter))]
    public string? RecipientLimits { get; set; }

    [JsonConverter(typeof(ObjectConverter<Policies>))]
    public Policies? MailboxPolicies { get; set; }

    [JsonConverter(typeof(ObjectConverter<User>))]
    public User? PrimaryContact { get; set; }

    [JsonConverter(typeof(ObjectConverter<User>))]
    public User? SecondaryContact { get; set; }

    public DateTime? LastRenewalTime { get; set; }

    public DateTime? PhaseStartTime { get; set; }

    public DateTime? RenewalDueDate { get; set; }

    public DateTime? NextRenewalDate { get; set; }

    [JsonConverter(typeof(ObjectConverter<User>))]
    public User? LastRenewalBy { get; set; }

    public bool? RenewProfileApplied { get; set; }

    [JsonConverter(typeof(ListConverter<Metadata>))]
    public List<Metadata>? Metadata { get; set; }

    public bool? ElectionProfileApplied { get; set; }

    public bool? IsRegistered { get; set; }

    public string? Phase { get; set; }

    [JsonConverter(typeof(ListConverter<User>))]
    public List<User>? PhaseAssignees { get; set; }

    [JsonConverter(typeof(ObjectConverter<Profile>))]
    public Profile? RenewProfile { get; set; }

    [JsonConverter(typeof(ObjectConverter<Profile>))]
    public Profile? ElectionProfile { get; set; }

    public string? ClaimStatus { get; set; }
}
