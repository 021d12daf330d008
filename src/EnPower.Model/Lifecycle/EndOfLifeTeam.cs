namespace EnPower;

/// <summary>A team in Microsoft Teams that was deleted, archived or restricted.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/graphapi/docs/services-and-features/enpower/eol/teams.html</para>
/// </remarks>
[ApiList("smp/lifecycle/microsoft365/teams", "eolReportTeams")]
public sealed class EndOfLifeTeam : EndOfLifeObject, ITenantObject
{
    /// <summary>Gets the display name.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>Gets the description of the team.</summary>
    public string? Description { get; internal set; }

    /// <summary>Gets the email address of the team.</summary>
    [SecurityRelevant]
    public string? EmailAddress { get; internal set; }

    /// <summary>Gets the sensitivity label of the team.</summary>
    [SecurityRelevant]
    public string? Sensitivity { get; internal set; }

    /// <summary>Gets the domain of the tenant of the team.</summary>
    public string? TenantDomain { get; internal set; }

    /// <summary>Gets the visibility of the team: 1 is public, any other number private.</summary>
    [SecurityRelevant]
    [ApiName("privacy", "teamVisibilityType")]
    public long? Privacy { get; internal set; }

    /// <summary>Gets whether the team was public, by <see cref="Privacy"/>.</summary>
    public bool? IsPublic => Privacy is { } privacy ? privacy == 1 : null;

    /// <summary>Gets the classification of the team.</summary>
    [SecurityRelevant]
    public string? Classification { get; internal set; }

    /// <summary>Gets the identifier of the group that is connected to the team.</summary>
    public string? GroupId { get; internal set; }

    /// <summary>Gets the address of the site that is connected to the team.</summary>
    public string? SiteUrl { get; internal set; }

    /// <summary>Gets the storage that the team used: a number as text; its unit is undocumented.</summary>
    [Volatile]
    public string? StorageUsed { get; internal set; }

    /// <summary>Gets when the team was created.</summary>
    public DateTime? CreateTime { get; internal set; }

    /// <summary>Returns the first known value of display name, email address and identifier.</summary>
    public override string ToString() => FirstFilled(DisplayName, EmailAddress, ObjectId, base.ToString());
}
