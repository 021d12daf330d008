namespace EnPower;

/// <summary>A SharePoint site that was deleted, archived or restricted.</summary>
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

    /// <summary>Gets the name of the template that the site was made from, such as <c>Communication site</c>.</summary>
    public string? TemplateName { get; internal set; }

    /// <summary>Gets the name of the owner of the site.</summary>
    public string? OwnerName { get; internal set; }

    /// <summary>Gets the email address of the owner of the site.</summary>
    [SecurityRelevant]
    public string? OwnerEmail { get; internal set; }

    /// <summary>
    /// Gets whether a group is connected to the site, as text, such as <c>No</c>; the API lists no values.
    /// </summary>
    public string? SiteConnectGroup { get; internal set; }

    /// <summary>Gets the identifier of the group that is connected to the site; all zeros where none is.</summary>
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

    /// <summary>Gets the display name of who created the site.</summary>
    public string? CreatedBy { get; internal set; }

    /// <summary>Gets the email address of who created the site.</summary>
    public string? CreatedByEmail { get; internal set; }

    /// <summary>Gets what the site was created from, such as <c>Microsoft 365 Group</c>; the API lists no values.</summary>
    public string? CreatedFrom { get; internal set; }

    /// <summary>Gets when the site was deleted; <see langword="null"/> where it was not.</summary>
    public DateTime? DeletedTime { get; internal set; }

    /// <summary>
    /// Gets the display name of who deleted the site, which can be a service, such as <c>SharePoint App</c>.
    /// </summary>
    [SecurityRelevant]
    public string? DeletedBy { get; internal set; }

    /// <summary>Gets the storage that the site used: a number as text, of which the unit is not documented.</summary>
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
    /// Gets the name of the tenant that the site belongs to; <see langword="null"/> in the API's sample. Join on
    /// <see cref="EndOfLifeObject.TenantId"/>.
    /// </summary>
    public string? TenantName { get; internal set; }

    string? ITenantObject.TenantDomain => null;

    /// <summary>Returns the first that is known of display name, address and identifier.</summary>
    public override string ToString() => FirstFilled(DisplayName, Url, ObjectId, base.ToString());
}
