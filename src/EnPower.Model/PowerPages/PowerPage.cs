namespace EnPower;

/// <summary>A site of Power Pages in EnPower.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/pages/details.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerpages", "powerPages")]
public sealed class PowerPage : ApiObject, ITenantObject
{
    /// <summary>Gets the identifier of the site in EnPower.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>
    /// Gets the identifier of the site, by the name that Get-EnPowerPowerPageActivity has for it: <see cref="Id"/>.
    /// </summary>
    public string? PowerPageId => Id;

    /// <summary>Gets the identifier of the tenant of the site.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>
    /// Gets the display name of the tenant of the site, not its domain. Join on <see cref="TenantId"/>.
    /// </summary>
    public string? TenantName { get; internal set; }

    /// <summary>Gets the identifier of the EnPower container of the site.</summary>
    public string? ContainerId { get; internal set; }

    /// <summary>Gets the name of the EnPower container of the site.</summary>
    public string? ContainerName { get; internal set; }

    /// <summary>Gets the identifier of the site in Power Pages.</summary>
    public string? SiteId { get; internal set; }

    /// <summary>Gets the identifier of the environment of the site.</summary>
    public string? EnvironmentId { get; internal set; }

    /// <summary>Gets the name of the environment of the site.</summary>
    public string? EnvironmentName { get; internal set; }

    /// <summary>Gets the display name of the site.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the internal name of the site.</summary>
    public string? WebsiteName { get; internal set; }

    /// <summary>Gets the name of the template of the site.</summary>
    public string? TemplateName { get; internal set; }

    /// <summary>Gets the address of the site.</summary>
    [SecurityRelevant]
    public string? WebsiteUrl { get; internal set; }

    /// <summary>Gets the default language of the site, as text.</summary>
    public string? DefaultLanguage { get; internal set; }

    /// <summary>Gets the type of the site; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? Type { get; internal set; }

    /// <summary>Gets whether the site gets upgrades early.</summary>
    public bool? EarlyUpgradeEnabled { get; internal set; }

    /// <summary>Gets the identifier of the owner of the site.</summary>
    [SecurityRelevant]
    public string? OwnerId { get; internal set; }

    /// <summary>Gets the display name of the owner of the site.</summary>
    public string? OwnerDisplayName { get; internal set; }

    /// <summary>Gets the department of the owner of the site.</summary>
    public string? OwnerDepartment { get; internal set; }

    /// <summary>Gets the office of the owner of the site.</summary>
    public string? OwnerOffice { get; internal set; }

    /// <summary>Gets the visibility of the site as text; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? SiteVisibility { get; internal set; }

    /// <summary>Gets the data model of the site; the values are undocumented.</summary>
    public string? DataModel { get; internal set; }

    /// <summary>
    /// Gets whether people can see pages of the site without signing in, as text; the values are undocumented.
    /// </summary>
    [SecurityRelevant]
    public string? AnonymousAccess { get; internal set; }

    /// <summary>Gets when the site was created.</summary>
    public DateTime? CreatedTime { get; internal set; }

    /// <summary>Gets the identifier of the creator of the site.</summary>
    [SecurityRelevant]
    public string? CreatorId { get; internal set; }

    /// <summary>Gets the display name of the creator of the site.</summary>
    public string? CreatorDisplayName { get; internal set; }

    /// <summary>Gets the user principal name of the creator of the site.</summary>
    [SecurityRelevant]
    public string? CreatorUserPrincipalName { get; internal set; }

    /// <summary>Gets the department of the creator of the site.</summary>
    public string? CreatorDepartment { get; internal set; }

    /// <summary>Gets the country of the creator of the site.</summary>
    public string? CreatorCountry { get; internal set; }

    /// <summary>Gets the job title of the creator of the site.</summary>
    public string? CreatorJobTitle { get; internal set; }

    /// <summary>Gets the email address of the creator of the site.</summary>
    public string? CreatorEmail { get; internal set; }

    /// <summary>Gets the office of the creator of the site.</summary>
    public string? CreatorOffice { get; internal set; }

    /// <summary>Gets when the site was last changed.</summary>
    [Volatile]
    public DateTime? ModifiedTime { get; internal set; }

    /// <summary>Gets the identifier of the user who last changed the site.</summary>
    [Volatile]
    public string? ModifiedId { get; internal set; }

    /// <summary>Gets the display name of the user who last changed the site.</summary>
    [Volatile]
    public string? ModifiedDisplayName { get; internal set; }

    /// <summary>Gets the status of the site; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? SiteStatus { get; internal set; }

    /// <summary>Gets whether the site is activated, as text; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? ActivationStatus { get; internal set; }

    /// <summary>Gets the number of activities in the last 7 days.</summary>
    [Volatile]
    public long? ActivitiesLast7Days { get; internal set; }

    /// <summary>Gets the number of activities in the last 30 days.</summary>
    [Volatile]
    public long? ActivitiesLast30Days { get; internal set; }

    /// <summary>Gets the number of activities in the last 90 days.</summary>
    [Volatile]
    public long? ActivitiesLast90Days { get; internal set; }

    /// <summary>Gets the number of activities in the last 180 days.</summary>
    [Volatile]
    public long? ActivitiesLast180Days { get; internal set; }

    string? ITenantObject.TenantDomain => null;

    /// <summary>Returns the first known value of name, address and identifier.</summary>
    public override string ToString() => FirstFilled(Name, WebsiteUrl, Id, base.ToString());
}
