namespace EnPower;

/// <summary>Something that a user did in Power BI.</summary>
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

    /// <summary>Gets what the user did, such as <c>CreateFolder</c>; the API lists no values.</summary>
    [Key]
    public string? Operation { get; internal set; }

    /// <summary>Gets when the user did it.</summary>
    [Key]
    public DateTime? ActivityTime { get; internal set; }

    /// <summary>Gets whether it succeeded.</summary>
    [SecurityRelevant]
    public bool? IsSuccess { get; internal set; }

    /// <summary>Gets the identifier of the Power BI object that it was done to.</summary>
    [Key]
    public string? PbiObjectId { get; internal set; }

    /// <summary>Gets the name of the Power BI object that it was done to.</summary>
    public string? PbiObjectName { get; internal set; }

    /// <summary>
    /// Gets the type of the Power BI object that it was done to, such as <c>Workspace</c>; the API lists no values.
    /// </summary>
    public string? PbiObjectType { get; internal set; }

    /// <summary>Returns what was done, and by whom.</summary>
    public override string ToString() =>
        FirstFilled(JoinFilled(", ", Operation, FirstFilled(UserPrincipalName, DisplayName, UserId)), base.ToString());
}
