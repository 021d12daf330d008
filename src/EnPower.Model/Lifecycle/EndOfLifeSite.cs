namespace EnPower;

/// <summary>A SharePoint site that was deleted, archived or restricted.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/graphapi/docs/services-and-features/enpower/eol/sharepoint.html</para>
/// </remarks>
[ApiList("smp/lifecycle/microsoft365/sites", "eolReportSPSites")]
public sealed class EndOfLifeSite : EndOfLifeObject, ITenantObject
{
    /// <summary>Gets the display name.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>Gets the address of the site.</summary>
    [SecurityRelevant]
    public string? Url { get; internal set; }

    /// <summary>Gets the name of the template of the site, such as <c>Communication site</c>.</summary>
    public string? TemplateName { get; internal set; }

    /// <summary>Gets the name of the owner of the site.</summary>
    public string? OwnerName { get; internal set; }

    /// <summary>Gets the email address of the owner of the site.</summary>
    [SecurityRelevant]
    public string? OwnerEmail { get; internal set; }

    /// <summary>
    /// Gets whether a group is connected to the site, as text, such as <c>No</c>; the values are undocumented.
    /// </summary>
    public string? SiteConnectGroup { get; internal set; }

    /// <summary>Gets the identifier of the group that is connected to the site; all zeros if it has none.</summary>
    public string? ConnectedGroupId { get; internal set; }

    /// <summary>
    /// Gets whether the site is that of a team in Microsoft Teams, as text, such as <c>No</c>; the API lists no
    /// values.
    /// </summary>
    public string? IsTeamsSite { get; internal set; }

    /// <summary>Gets the display name of the hub that the site belongs to.</summary>
    public string? HubSiteDisplayName { get; internal set; }

    /// <summary>Gets when the site was created.</summary>
    public DateTime? CreatedDateTime { get; internal set; }

    /// <summary>Gets the display name of the creator of the site.</summary>
    public string? CreatedBy { get; internal set; }

    /// <summary>Gets the email address of the creator of the site.</summary>
    public string? CreatedByEmail { get; internal set; }

    /// <summary>Gets the origin of the site, such as <c>Microsoft 365 Group</c>; the values are undocumented.</summary>
    public string? CreatedFrom { get; internal set; }

    /// <summary>Gets when the site was deleted; <see langword="null"/> if it was not.</summary>
    public DateTime? DeletedTime { get; internal set; }

    /// <summary>
    /// Gets the display name of the user or service that deleted the site, such as <c>SharePoint App</c>.
    /// </summary>
    [SecurityRelevant]
    public string? DeletedBy { get; internal set; }

    /// <summary>Gets the storage that the site used: a number as text; its unit is undocumented.</summary>
    [Volatile]
    public string? StorageUsed { get; internal set; }

    /// <summary>Gets the number of files that were viewed or edited.</summary>
    [Volatile]
    public long? FileViewedOrEdited { get; internal set; }

    /// <summary>Gets the number of views of pages.</summary>
    [Volatile]
    public long? PageViews { get; internal set; }

    /// <summary>Gets the number of visits to pages.</summary>
    [Volatile]
    public long? PageVisits { get; internal set; }

    /// <summary>Gets the number of files that were stored.</summary>
    [Volatile]
    public long? FileStored { get; internal set; }

    /// <summary>
    /// Gets whether the site could be shared outside the organisation, as text, such as <c>Off</c>; the API lists no
    /// values.
    /// </summary>
    [SecurityRelevant]
    public string? ExternalSharing { get; internal set; }

    /// <summary>Gets when EnPower scanned the site. In the sample of the documentation only.</summary>
    [Volatile]
    public DateTime? ScanTime { get; internal set; }

    /// <summary>
    /// Gets the name of the tenant of the site; <see langword="null"/> in the API's sample. Join on
    /// <see cref="EndOfLifeObject.TenantId"/>.
    /// </summary>
    public string? TenantName { get; internal set; }

    string? ITenantObject.TenantDomain => null;

    /// <summary>Returns the first known value of display name, address and identifier.</summary>
    public override string ToString() => FirstFilled(DisplayName, Url, ObjectId, base.ToString());
}
