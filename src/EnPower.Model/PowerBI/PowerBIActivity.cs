namespace EnPower;

/// <summary>An activity of a user in Power BI.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>
/// The API names no tenant in this list, and no identifier of the activity.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerbi/activeusers.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerbi/powerbiactiveusers", "powerBIActiveUsers")]
public sealed class PowerBIActivity : ApiObject
{
    /// <summary>Gets the identifier of the user.</summary>
    [Key]
    public string? UserId { get; internal set; }

    /// <summary>Gets the user principal name of the user.</summary>
    public string? UserPrincipalName { get; internal set; }

    /// <summary>Gets the display name of the user.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>Gets the department of the user.</summary>
    public string? Department { get; internal set; }

    /// <summary>Gets the type of the activity, such as <c>CreateFolder</c>; the values are undocumented.</summary>
    [Key]
    public string? Operation { get; internal set; }

    /// <summary>Gets when the user did it.</summary>
    [Key]
    public DateTime? ActivityTime { get; internal set; }

    /// <summary>Gets whether it succeeded.</summary>
    [SecurityRelevant]
    public bool? IsSuccess { get; internal set; }

    /// <summary>Gets the identifier of the Power BI object of the activity.</summary>
    [Key]
    public string? PbiObjectId { get; internal set; }

    /// <summary>Gets the name of the Power BI object of the activity.</summary>
    public string? PbiObjectName { get; internal set; }

    /// <summary>
    /// Gets the type of the Power BI object of the activity, such as <c>Workspace</c>; the values are undocumented.
    /// </summary>
    public string? PbiObjectType { get; internal set; }

    /// <summary>Returns the action and the operator.</summary>
    public override string ToString() =>
        FirstFilled(JoinFilled(", ", Operation, FirstFilled(UserPrincipalName, DisplayName, UserId)), base.ToString());
}
