namespace EnPower;

/// <summary>
/// A Power BI artifact in EnPower: a report, a dashboard, a semantic model or something else that a
/// workspace holds.
/// </summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerbi/artifacts.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerbi/artifacts", "artifacts")]
public sealed class PowerBIArtifact : ApiObject, ITenantObject
{
    /// <summary>Gets the identifier of the artifact.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the name of the artifact.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the description of the artifact.</summary>
    public string? Description { get; internal set; }

    /// <summary>Gets the identifier of the tenant of the artifact.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>
    /// Gets the display name of the tenant of the artifact, not its domain. Join on <see cref="TenantId"/>.
    /// </summary>
    public string? TenantName { get; internal set; }

    /// <summary>Gets the identifier of the EnPower container of the artifact.</summary>
    public string? ContainerId { get; internal set; }

    /// <summary>Gets the name of the EnPower container of the artifact.</summary>
    public string? Container { get; internal set; }

    /// <summary>Gets the owner of the artifact.</summary>
    [SecurityRelevant]
    public string? Owner { get; internal set; }

    /// <summary>Gets the type of the artifact, such as <c>Report</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? Type { get; internal set; }

    /// <summary>Gets the state of the artifact, such as <c>Active</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? State { get; internal set; }

    /// <summary>Gets the address of the artifact.</summary>
    public string? ResourceUrl { get; internal set; }

    /// <summary>Gets whether EnPower has business context of the artifact.</summary>
    public bool? HasContextDetail { get; internal set; }

    /// <summary>Gets the identifier of the workspace that holds the artifact.</summary>
    public string? WorkspaceId { get; internal set; }

    /// <summary>Gets the name of the container of the artifact.</summary>
    public string? ParentName { get; internal set; }

    /// <summary>Gets the type of the container of the artifact, such as <c>Workspace</c>; the values are undocumented.</summary>
    public string? ParentType { get; internal set; }

    /// <summary>Gets the state of the container of the artifact, such as <c>Active</c>; the values are undocumented.</summary>
    public string? ParentState { get; internal set; }

    /// <summary>Gets the identifier of the sensitivity label of the artifact.</summary>
    [SecurityRelevant]
    public string? SensitivityLabelId { get; internal set; }

    /// <summary>Gets the name of the sensitivity label of the artifact.</summary>
    [SecurityRelevant]
    public string? SensitivityLabelName { get; internal set; }

    /// <summary>Gets when the artifact was created.</summary>
    public DateTime? CreatedDateTime { get; internal set; }

    /// <summary>Gets the creator of the artifact.</summary>
    public string? CreatedBy { get; internal set; }

    /// <summary>Gets the identifier of the creator of the artifact.</summary>
    public string? CreatedById { get; internal set; }

    /// <summary>Gets the user who last changed the artifact.</summary>
    [Volatile]
    public string? ModifiedBy { get; internal set; }

    /// <summary>Gets when the artifact was last changed.</summary>
    [Volatile]
    public DateTime? ModifiedDateTime { get; internal set; }

    /// <summary>Gets the identifier of the user who last changed the artifact.</summary>
    [Volatile]
    public string? ModifiedById { get; internal set; }

    /// <summary>Gets the user who configured the artifact.</summary>
    [SecurityRelevant]
    public string? ConfiguredBy { get; internal set; }

    /// <summary>Gets the identifier of the user who configured the artifact.</summary>
    [SecurityRelevant]
    public string? ConfiguredById { get; internal set; }

    /// <summary>Gets whether the artifact is deleted.</summary>
    [SecurityRelevant]
    public bool? IsDeleted { get; internal set; }

    /// <summary>Gets the number of guests who have access to the artifact.</summary>
    [SecurityRelevant]
    public long? NumberOfGuests { get; internal set; }

    /// <summary>Gets whether EnPower has requested the business context of the artifact.</summary>
    public bool? HasRequest { get; internal set; }

    /// <summary>Gets whether the question for the business context of the artifact was answered.</summary>
    public bool? HasResponse { get; internal set; }

    /// <summary>Gets when a notification of a renewal was last sent.</summary>
    [Volatile]
    public DateTime? LastRenewNotifyTime { get; internal set; }

    /// <summary>Gets the number of users who have access to the artifact.</summary>
    [SecurityRelevant]
    public long? NumberOfUsers { get; internal set; }

    /// <summary>Gets the number of activities in the last 7 days.</summary>
    [Volatile]
    public long? LastActivityD7 { get; internal set; }

    /// <summary>
    /// Gets the time of the last activity on the artifact; <see langword="null"/> if there was none.
    /// </summary>
    [Volatile]
    public DateTime? LastActivityTime { get; internal set; }

    /// <summary>Gets when the artifact was last refreshed; <see langword="null"/> if it never was.</summary>
    [Volatile]
    public DateTime? LastRefreshDate { get; internal set; }

    /// <summary>Gets how often the artifact is shared directly.</summary>
    [SecurityRelevant]
    public long? NumberOfDirectShares { get; internal set; }

    /// <summary>Gets when the artifact was last viewed; <see langword="null"/> if it never was.</summary>
    [Volatile]
    public DateTime? LastViewedTime { get; internal set; }

    /// <summary>Gets the data source of the artifact, as text in an undocumented format.</summary>
    [SecurityRelevant]
    public string? Datasource { get; internal set; }

    /// <summary>Gets the display name of the creator of the artifact.</summary>
    public string? CreatorDisplayName { get; internal set; }

    /// <summary>Gets the department of the creator of the artifact.</summary>
    public string? CreatorDepartment { get; internal set; }

    /// <summary>Gets the number of views in the last 7 days.</summary>
    [Volatile]
    public long? ViewsOfLast7Days { get; internal set; }

    /// <summary>Gets the number of people who viewed the artifact in the last 7 days.</summary>
    [Volatile]
    public long? UniqueViewersOfLast7Days { get; internal set; }

    /// <summary>Gets the number of views in the last 30 days.</summary>
    [Volatile]
    public long? ViewsOfLast30Days { get; internal set; }

    /// <summary>Gets the number of people who viewed the artifact in the last 30 days.</summary>
    [Volatile]
    public long? UniqueViewersOfLast30Days { get; internal set; }

    /// <summary>Gets the number of views in the last 90 days.</summary>
    [Volatile]
    public long? ViewsOfLast90Days { get; internal set; }

    /// <summary>Gets the number of people who viewed the artifact in the last 90 days.</summary>
    [Volatile]
    public long? UniqueViewersOfLast90Days { get; internal set; }

    /// <summary>Gets the number of recorded refreshes. Only the table of the documentation has it.</summary>
    [Volatile]
    public long? NumberOfRefreshHistories { get; internal set; }

    string? ITenantObject.TenantDomain => null;

    /// <summary>Returns the first known value of name and identifier.</summary>
    public override string ToString() => FirstFilled(Name, Id, base.ToString());
}
