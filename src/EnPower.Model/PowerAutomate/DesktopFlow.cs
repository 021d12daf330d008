namespace EnPower;

/// <summary>A desktop flow of Power Automate in EnPower.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/flows/desktopflows.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerautomate/desktopflows", "desktopFlows")]
public sealed class DesktopFlow : ApiObject, ITenantObject
{
    /// <summary>Gets the identifier of the flow.</summary>
    [Key]
    public string? FlowId { get; internal set; }

    /// <summary>Gets the display name.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>Gets the identifier of the tenant of the flow.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>
    /// Gets the domain of the tenant of the flow: a domain in the API's sample, a name by its table.
    /// Join on <see cref="TenantId"/>.
    /// </summary>
    [ApiName("tenantDomain", "tenantName")]
    public string? TenantDomain { get; internal set; }

    /// <summary>Gets the identifier of the EnPower container of the flow.</summary>
    public string? ContainerId { get; internal set; }

    /// <summary>Gets the name of the EnPower container of the flow.</summary>
    public string? Container { get; internal set; }

    /// <summary>Gets the identifier of the environment of the flow.</summary>
    public string? EnvironmentId { get; internal set; }

    /// <summary>
    /// Gets the name of the environment of the flow. The API returns a name here, and an identifier for
    /// apps.
    /// </summary>
    public string? Environment { get; internal set; }

    /// <summary>
    /// Gets the name of the environment, with the name that other resources use: <see cref="Environment"/>.
    /// </summary>
    public string? EnvironmentName => Environment;

    /// <summary>Gets the identifier of the creator of the flow.</summary>
    [SecurityRelevant]
    public string? CreatorId { get; internal set; }

    /// <summary>Gets the display name of the creator of the flow.</summary>
    public string? CreatorDisplayName { get; internal set; }

    /// <summary>Gets the user type of the creator of the flow; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? CreatorType { get; internal set; }

    /// <summary>Gets the department of the creator of the flow.</summary>
    public string? CreatorDepartment { get; internal set; }

    /// <summary>Gets the user principal name of the creator of the flow.</summary>
    [SecurityRelevant]
    public string? CreatorUpn { get; internal set; }

    /// <summary>Gets the country of the creator of the flow.</summary>
    public string? CreatorCountry { get; internal set; }

    /// <summary>Gets the email address of the creator of the flow.</summary>
    public string? CreatorEmail { get; internal set; }

    /// <summary>Gets the job title of the creator of the flow.</summary>
    public string? CreatorJobTitle { get; internal set; }

    /// <summary>Gets the office of the creator of the flow.</summary>
    public string? CreatorOffice { get; internal set; }

    /// <summary>Gets the number of co-owners of the flow.</summary>
    [SecurityRelevant]
    public long? CoOwners { get; internal set; }

    /// <summary>Gets the co-owners of the flow; empty if there are none.</summary>
    [SecurityRelevant]
    public ItemList<CoOwner> CoOwnerDetails { get; internal set; } = ItemList<CoOwner>.None;

    /// <summary>Gets the number of users who have access to the flow.</summary>
    [SecurityRelevant]
    public long? Users { get; internal set; }

    /// <summary>Gets the type of the flow; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? Type { get; internal set; }

    /// <summary>Gets the status of the flow; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? Status { get; internal set; }

    /// <summary>Gets whether the flow was ever triggered.</summary>
    [Volatile]
    public bool? Triggered { get; internal set; }

    /// <summary>Gets when the flow last ran; <see langword="null"/> if it never did.</summary>
    [Volatile]
    public DateTime? LastRunTime { get; internal set; }

    /// <summary>Gets how the last run ended; the values are undocumented.</summary>
    [Volatile]
    public string? LastRunStatus { get; internal set; }

    /// <summary>Gets how often the flow ran.</summary>
    [Volatile]
    public long? FlowRuns { get; internal set; }

    /// <summary>Gets the number of runs in the last 7 days.</summary>
    [Volatile]
    public long? RunsLast7Days { get; internal set; }

    /// <summary>Gets the number of runs in the last 30 days.</summary>
    [Volatile]
    public long? RunsLast30Days { get; internal set; }

    /// <summary>Gets the number of runs in the last 90 days.</summary>
    [Volatile]
    public long? RunsLast90Days { get; internal set; }

    /// <summary>Gets the number of runs in the last 180 days.</summary>
    [Volatile]
    public long? RunsLast180Days { get; internal set; }

    /// <summary>Gets when the flow was created.</summary>
    public DateTime? CreatedTime { get; internal set; }

    /// <summary>Gets when the flow was last changed.</summary>
    [Volatile]
    public DateTime? ModifiedTime { get; internal set; }

    /// <summary>Gets the number of solutions of the flow.</summary>
    [Volatile]
    public long? SolutionCount { get; internal set; }

    /// <summary>Gets the display names of the solutions of the flow; empty if there are none.</summary>
    public ItemList<string> SolutionDisplayNames { get; internal set; } = ItemList<string>.None;

    /// <summary>Gets the version of the flow's schema.</summary>
    public string? SchemaVersion { get; internal set; }

    /// <summary>Returns the first known value of display name and identifier.</summary>
    public override string ToString() => FirstFilled(DisplayName, FlowId, base.ToString());
}
