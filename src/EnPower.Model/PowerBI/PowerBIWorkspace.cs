namespace EnPower;

/// <summary>A Power BI workspace in EnPower.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerbi/workspaces.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerbi/workspaces", "workspaces")]
public sealed class PowerBIWorkspace : GovernedObject, ITenantObject
{
    /// <summary>Gets the identifier of the workspace.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the identifier of the workspace, by the name that artifacts have for it: <see cref="Id"/>.</summary>
    public string? WorkspaceId => Id;

    /// <summary>Gets the name of the workspace.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the description of the workspace.</summary>
    public string? Description { get; internal set; }

    /// <summary>Gets the identifier of the tenant of the workspace.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>
    /// Gets the display name of the tenant of the workspace, not its domain. Join on <see cref="TenantId"/>.
    /// </summary>
    public string? TenantName { get; internal set; }

    /// <summary>Gets the identifier of the EnPower container of the workspace.</summary>
    public string? ContainerId { get; internal set; }

    /// <summary>Gets the name of the EnPower container of the workspace.</summary>
    public string? Container { get; internal set; }

    /// <summary>Gets the type of the workspace, such as <c>Workspace</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? Type { get; internal set; }

    /// <summary>Gets the state of the workspace, such as <c>Active</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? State { get; internal set; }

    /// <summary>Gets the identifier of the capacity that the workspace is on.</summary>
    public string? CapacityId { get; internal set; }

    /// <summary>Gets the name of the capacity that the workspace is on.</summary>
    public string? CapacityName { get; internal set; }

    /// <summary>Gets the tier of the capacity that the workspace is on; the values are undocumented.</summary>
    public string? CapacitySkuTier { get; internal set; }

    /// <summary>Gets whether the workspace is on a dedicated capacity.</summary>
    [SecurityRelevant]
    public bool? IsOnDedicatedCapacity { get; internal set; }

    /// <summary>Gets the status of the upgrade of the workspace, as text; <c>N/A</c> if there is none.</summary>
    public string? UpgradeStatus { get; internal set; }

    /// <summary>Gets the address of the workspace.</summary>
    public string? ResourceUrl { get; internal set; }

    /// <summary>Gets whether EnPower has business context of the workspace.</summary>
    public bool? HasContextDetail { get; internal set; }

    /// <summary>Gets when the workspace was created.</summary>
    public DateTime? CreatedDateTime { get; internal set; }

    /// <summary>Gets the contacts of the workspace, in one text.</summary>
    [SecurityRelevant]
    public string? Contacts { get; internal set; }

    /// <summary>Gets the SharePoint storage of the workspace, as text in an undocumented format.</summary>
    public string? SharePointStorage { get; internal set; }

    /// <summary>Gets whether the workspace is that of a service application.</summary>
    public bool? IsServiceApp { get; internal set; }

    /// <summary>Gets whether contributors may update the app of the workspace.</summary>
    [SecurityRelevant]
    public bool? AllowContributorUpdateApp { get; internal set; }

    /// <summary>Gets the Azure connection that the workspace uses.</summary>
    [SecurityRelevant]
    public string? AzureConnection { get; internal set; }

    /// <summary>Gets the number of reports in the workspace.</summary>
    [Volatile]
    public long? NumberOfReports { get; internal set; }

    /// <summary>Gets the number of paginated reports in the workspace.</summary>
    [Volatile]
    public long? NumberOfPaginatedReports { get; internal set; }

    /// <summary>Gets the number of dashboards in the workspace.</summary>
    [Volatile]
    public long? NumberOfDashboards { get; internal set; }

    /// <summary>Gets the number of dataflows in the workspace.</summary>
    [Volatile]
    public long? NumberOfDataFlows { get; internal set; }

    /// <summary>Gets the number of semantic models, formerly datasets, in the workspace.</summary>
    [Volatile]
    public long? NumberOfDataSets { get; internal set; }

    /// <summary>Gets the number of datamarts in the workspace.</summary>
    [Volatile]
    public long? NumberOfDatamarts { get; internal set; }

    /// <summary>Gets the number of administrators of the workspace.</summary>
    [SecurityRelevant]
    public long? NumberOfAdmins { get; internal set; }

    /// <summary>Gets the number of members of the workspace.</summary>
    [SecurityRelevant]
    public long? NumberOfMembers { get; internal set; }

    /// <summary>Gets the number of contributors of the workspace.</summary>
    [SecurityRelevant]
    public long? NumberOfContributors { get; internal set; }

    /// <summary>Gets the number of viewers of the workspace.</summary>
    [Volatile]
    public long? NumberOfViewers { get; internal set; }

    /// <summary>Gets whether the workspace is deleted.</summary>
    [SecurityRelevant]
    public bool? IsDeleted { get; internal set; }

    /// <summary>Gets the number of guests in the workspace.</summary>
    [SecurityRelevant]
    public long? NumberOfGuests { get; internal set; }

    /// <summary>Gets whether EnPower has requested the business context of the workspace.</summary>
    public bool? HasRequest { get; internal set; }

    /// <summary>Gets whether the question for the business context of the workspace was answered.</summary>
    public bool? HasResponse { get; internal set; }

    /// <summary>Gets the number of users of the workspace.</summary>
    [Volatile]
    public long? NumberOfUsers { get; internal set; }

    /// <summary>Gets the number of activities in the last 7 days.</summary>
    [Volatile]
    public long? LastActivityD7 { get; internal set; }

    /// <summary>
    /// Gets the time of the last activity in the workspace; <see langword="null"/> if there was none.
    /// </summary>
    [Volatile]
    public DateTime? LastActivityTime { get; internal set; }

    /// <summary>Gets the number of scorecards in the workspace.</summary>
    [Volatile]
    public long? NumberOfScorecards { get; internal set; }

    /// <summary>Gets the data source of the workspace, as text in an undocumented format.</summary>
    [SecurityRelevant]
    public string? Datasource { get; internal set; }

    string? ITenantObject.TenantDomain => null;

    /// <summary>Returns the first known value of name and identifier.</summary>
    public override string ToString() => FirstFilled(Name, Id, base.ToString());
}
