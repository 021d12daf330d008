namespace EnPower;

/// <summary>
/// A Power BI artifact as EnPower knows it: a report, a dashboard, a semantic model or something else that a
/// workspace holds.
/// </summary>
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

    /// <summary>Gets the identifier of the tenant that the artifact belongs to.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>
    /// Gets the name of the tenant that the artifact belongs to, as it is displayed; not its domain. Join on <see cref="TenantId"/>.
    /// </summary>
    public string? TenantName { get; internal set; }

    /// <summary>Gets the identifier of the EnPower container that the artifact is in.</summary>
    public string? ContainerId { get; internal set; }

    /// <summary>Gets the name of the EnPower container that the artifact is in.</summary>
    public string? Container { get; internal set; }

    /// <summary>Gets the owner of the artifact.</summary>
    [SecurityRelevant]
    public string? Owner { get; internal set; }

    /// <summary>Gets the type of the artifact, such as <c>Report</c>; the API lists no values.</summary>
    [SecurityRelevant]
    public string? Type { get; internal set; }

    /// <summary>Gets the state of the artifact, such as <c>Active</c>; the API lists no values.</summary>
    [SecurityRelevant]
    public string? State { get; internal set; }

    /// <summary>Gets the address of the artifact.</summary>
    public string? ResourceUrl { get; internal set; }

    /// <summary>Gets whether EnPower has business context of the artifact.</summary>
    public bool? HasContextDetail { get; internal set; }

    /// <summary>Gets the identifier of the workspace that holds the artifact.</summary>
    public string? WorkspaceId { get; internal set; }

    /// <summary>Gets the name of what holds the artifact.</summary>
    public string? ParentName { get; internal set; }

    /// <summary>Gets the type of what holds the artifact, such as <c>Workspace</c>; the API lists no values.</summary>
    public string? ParentType { get; internal set; }

    /// <summary>Gets the state of what holds the artifact, such as <c>Active</c>; the API lists no values.</summary>
    public string? ParentState { get; internal set; }

    /// <summary>Gets the identifier of the sensitivity label of the artifact.</summary>
    [SecurityRelevant]
    public string? SensitivityLabelId { get; internal set; }

    /// <summary>Gets the name of the sensitivity label of the artifact.</summary>
    [SecurityRelevant]
    public string? SensitivityLabelName { get; internal set; }

    /// <summary>Gets when the artifact was created.</summary>
    public DateTime? CreatedDateTime { get; internal set; }

    /// <summary>Gets who created the artifact.</summary>
    public string? CreatedBy { get; internal set; }

    /// <summary>Gets the identifier of who created the artifact.</summary>
    public string? CreatedById { get; internal set; }

    /// <summary>Gets who last changed the artifact.</summary>
    [Volatile]
    public string? ModifiedBy { get; internal set; }

    /// <summary>Gets when the artifact was last changed.</summary>
    [Volatile]
    public DateTime? ModifiedDateTime { get; internal set; }

    /// <summary>Gets the identifier of who last changed the artifact.</summary>
    [Volatile]
    public string? ModifiedById { get; internal set; }

    /// <summary>Gets who configured the artifact.</summary>
    [SecurityRelevant]
    public string? ConfiguredBy { get; internal set; }

    /// <summary>Gets the identifier of who configured the artifact.</summary>
    [SecurityRelevant]
    public string? ConfiguredById { get; internal set; }

    /// <summary>Gets whether the artifact is deleted.</summary>
    [SecurityRelevant]
    public bool? IsDeleted { get; internal set; }

    /// <summary>Gets the number of guests who have access to the artifact.</summary>
    [SecurityRelevant]
    public long? NumberOfGuests { get; internal set; }

    /// <summary>Gets whether EnPower has asked for the business context of the artifact.</summary>
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
    /// Gets when there was last any activity on the artifact; <see langword="null"/> where none was ever seen.
    /// </summary>
    [Volatile]
    public DateTime? LastActivityTime { get; internal set; }

    /// <summary>Gets when the artifact was last refreshed; <see langword="null"/> where it never was.</summary>
    [Volatile]
    public DateTime? LastRefreshDate { get; internal set; }

    /// <summary>Gets how often the artifact is shared directly.</summary>
    [SecurityRelevant]
    public long? NumberOfDirectShares { get; internal set; }

    /// <summary>Gets when the artifact was last viewed; <see langword="null"/> where it never was.</summary>
    [Volatile]
    public DateTime? LastViewedTime { get; internal set; }

    /// <summary>Gets the data source of the artifact, as text in a form that is not documented.</summary>
    [SecurityRelevant]
    public string? Datasource { get; internal set; }

    /// <summary>Gets the display name of who created the artifact.</summary>
    public string? CreatorDisplayName { get; internal set; }

    /// <summary>Gets the department of who created the artifact.</summary>
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

    /// <summary>Gets the number of refreshes that are on record. In the table of the documentation only.</summary>
    [Volatile]
    public long? NumberOfRefreshHistories { get; internal set; }

    string? ITenantObject.TenantDomain => null;

    /// <summary>Returns the first that is known of name and identifier.</summary>
    public override string ToString() => FirstFilled(Name, Id, base.ToString());
}
