namespace EnPower;

/// <summary>The security group that restricts access to an environment.</summary>
public sealed class SecurityGroup : ApiObject, IReadableFromText
{
    /// <summary>Gets the identifier of the group.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the identifier of the group in EnPower. In the sample of the documentation only.</summary>
    public string? EnPowerObjId { get; internal set; }

    /// <summary>Gets the identifier of the tenant of the group.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>Gets the identifier of the EnPower container of the group.</summary>
    public string? ContainerId { get; internal set; }

    /// <summary>Gets the photo of the group, in an undocumented format.</summary>
    public string? Photo { get; internal set; }

    /// <summary>Gets the display name of the group.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>Gets the display name of the group in the directory.</summary>
    public string? RealDisplayName { get; internal set; }

    /// <summary>Gets the user principal name; a group has none.</summary>
    public string? UserPrincipalName { get; internal set; }

    /// <summary>Gets whether the group is security-enabled.</summary>
    public bool? SecurityEnabled { get; internal set; }

    /// <summary>Gets whether the group is mail-enabled.</summary>
    public bool? MailEnabled { get; internal set; }

    /// <summary>Gets whether the account is enabled; <see langword="null"/> for a group.</summary>
    public bool? AccountEnabled { get; internal set; }

    /// <summary>Gets the mail alias of the group.</summary>
    public string? MailNickname { get; internal set; }

    /// <summary>Gets the email address of the group.</summary>
    public string? Email { get; internal set; }

    /// <summary>Gets the type of the EnPower object.</summary>
    public EnPowerObjectType? Type { get; internal set; }

    /// <summary>Gets the user type; a group has none.</summary>
    public string? UserType { get; internal set; }

    /// <summary>Gets the types of the group; empty if there are none.</summary>
    public ItemList<string> GroupTypes { get; internal set; } = ItemList<string>.None;

    /// <summary>Gets the office location.</summary>
    public string? OfficeLocation { get; internal set; }

    /// <summary>Gets the job title.</summary>
    public string? JobTitle { get; internal set; }

    /// <summary>Gets the recipient type of the group in Exchange; <see langword="null"/> if it is not a recipient.</summary>
    public ExchangeRecipientType? ExchangeRecipientType { get; internal set; }

    /// <summary>Gets the type of the group: a number; its values are undocumented.</summary>
    public long? GroupType { get; internal set; }

    /// <summary>Gets the type of membership: a number; its values are undocumented.</summary>
    public long? MembershipType { get; internal set; }

    void IReadableFromText.FromText(string text) => DisplayName = text;

    /// <summary>Returns the first known value of display name, email address and identifier.</summary>
    public override string ToString() => FirstFilled(DisplayName, Email, Id);
}
