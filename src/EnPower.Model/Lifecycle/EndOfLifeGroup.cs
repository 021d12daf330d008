namespace EnPower;

/// <summary>A group that was deleted, archived or restricted.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/graphapi/docs/services-and-features/enpower/eol/groups.html</para>
/// </remarks>
[ApiList("smp/lifecycle/microsoft365/groups", "eolReportGroups")]
public class EndOfLifeGroup : EndOfLifeObject, ITenantObject
{
    /// <summary>Gets the display name.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>
    /// Gets the domain of the tenant of the group; <see langword="null"/> in the API's sample. Join on
    /// <see cref="EndOfLifeObject.TenantId"/>.
    /// </summary>
    public string? TenantDomain { get; internal set; }

    /// <summary>Gets the email address of the group.</summary>
    [SecurityRelevant]
    public string? Mail { get; internal set; }

    /// <summary>Gets the mail alias of the group.</summary>
    public string? MailNickname { get; internal set; }

    /// <summary>Gets whether the group is mail-enabled.</summary>
    public bool? MailEnabled { get; internal set; }

    /// <summary>Gets the type of the group.</summary>
    [SecurityRelevant]
    public GroupType? GroupType { get; internal set; }

    /// <summary>Gets when the group was deleted; <see langword="null"/> if it was not.</summary>
    public DateTime? DeletedDateTime { get; internal set; }

    /// <summary>Gets whether a team in Microsoft Teams is connected to the group.</summary>
    public TeamStatus? TeamStatus { get; internal set; }

    /// <summary>Gets how members come into the group.</summary>
    [SecurityRelevant]
    public GroupMembershipType? MembershipType { get; internal set; }

    /// <summary>Gets the visibility of the group and its members.</summary>
    [SecurityRelevant]
    public GroupVisibility? Visibility { get; internal set; }

    /// <summary>Gets when the group was created.</summary>
    [ApiName("createdDateTime", "createTime")]
    public DateTime? CreatedDateTime { get; internal set; }

    /// <summary>Returns the first known value of display name, email address and identifier.</summary>
    public override string ToString() => FirstFilled(DisplayName, Mail, ObjectId, base.ToString());
}
