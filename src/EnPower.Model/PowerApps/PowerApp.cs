namespace EnPower;

/// <summary>A Power App in EnPower.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerapps/powerapps.html</para>
/// </remarks>
[ApiList("smp/powerplatform/powerapps", "powerApps")]
public sealed class PowerApp : GovernedObject, ITenantObject
{
    /// <summary>
    /// Gets app, tenant and environment in one: <c>appId_tenant_environment</c>. The identifier to use is <see cref="AppId"/>.
    /// </summary>
    public string? Id { get; internal set; }

    /// <summary>Gets the identifier of the app in Power Platform.</summary>
    [Key]
    public string? AppId { get; internal set; }

    /// <summary>Gets the display name.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>Gets the identifier of the tenant of the app.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>Gets the domain of the tenant of the app.</summary>
    public string? TenantDomain { get; internal set; }

    /// <summary>Gets the identifier of the EnPower container of the app.</summary>
    public string? ContainerId { get; internal set; }

    /// <summary>Gets the name of the EnPower container of the app.</summary>
    public string? Container { get; internal set; }

    /// <summary>
    /// Gets the identifier of the environment of the app. The API returns an identifier here, and names
    /// elsewhere.
    /// </summary>
    public string? Environment { get; internal set; }

    /// <summary>
    /// Gets the identifier of the environment, with the name that other resources use: <see cref="Environment"/>.
    /// </summary>
    public string? EnvironmentId => Environment;

    /// <summary>Gets the display name of the environment of the app.</summary>
    public string? EnvironmentName { get; internal set; }

    /// <summary>Gets the display name of the owner of the app.</summary>
    public string? OwnerDisplayName { get; internal set; }

    /// <summary>Gets the status of the owner's account, such as <c>Enable</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? OwnerStatus { get; internal set; }

    /// <summary>Gets when the app was created.</summary>
    public DateTime? CreatedOn { get; internal set; }

    /// <summary>Gets when the app was last changed.</summary>
    [Volatile]
    public DateTime? ModifiedOn { get; internal set; }

    /// <summary>Gets when the app was last launched; <see langword="null"/> if it never was.</summary>
    [Volatile]
    public DateTime? LastLaunchedOn { get; internal set; }

    /// <summary>Gets the number of users that the app is shared with.</summary>
    [SecurityRelevant]
    public long? SharedUsers { get; internal set; }

    /// <summary>Gets the number of groups that the app is shared with.</summary>
    [SecurityRelevant]
    public long? SharedGroups { get; internal set; }

    /// <summary>Gets whether the app is shared with the whole organisation.</summary>
    [SecurityRelevant]
    public bool? SharedOrganization { get; internal set; }

    /// <summary>Gets the type of the app, such as <c>Canvas</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? AppType { get; internal set; }

    /// <summary>Gets the type of the app in more detail, such as <c>Standard</c>; the values are undocumented.</summary>
    public string? AppTypeDetail { get; internal set; }

    /// <summary>Gets the address at which the app can be used.</summary>
    public string? SiteUrl { get; internal set; }

    /// <summary>Gets the address of the app's background image.</summary>
    public string? BackgroundImageUri { get; internal set; }

    /// <summary>Gets the background colour of the app, such as <c>RGBA(0,176,240,1)</c>.</summary>
    public string? BackgroundColor { get; internal set; }

    /// <summary>Gets whether EnPower has business context of the app.</summary>
    public bool? HasContextDetail { get; internal set; }

    /// <summary>Gets the number of co-owners of the app.</summary>
    [SecurityRelevant]
    public long? CoOwnerCount { get; internal set; }

    /// <summary>Gets the number of shadow users of the app, as EnPower counts them.</summary>
    [SecurityRelevant]
    public long? ShadowUserCount { get; internal set; }

    /// <summary>Gets the number of guests who have access to the app.</summary>
    [SecurityRelevant]
    public long? GuestUserCount { get; internal set; }

    /// <summary>Gets the user type of the owner of the app; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? OwnerUserType { get; internal set; }

    /// <summary>Gets the number of connectors that the app uses.</summary>
    [Volatile]
    public long? ConnectorCount { get; internal set; }

    /// <summary>Gets whether the app uses a connector of the premium tier.</summary>
    [SecurityRelevant]
    public bool? HasPremiumConnection { get; internal set; }

    /// <summary>
    /// Gets the type of the environment of the app, such as <c>Default</c>; the values are undocumented.
    /// </summary>
    [SecurityRelevant]
    public string? EnvironmentType { get; internal set; }

    /// <summary>Gets whether access to the environment of the app is restricted to a security group.</summary>
    [SecurityRelevant]
    public bool? EnvironmentHasSecurityGroup { get; internal set; }

    /// <summary>Gets the department of the creator of the app.</summary>
    public string? CreatorDepartment { get; internal set; }

    /// <summary>Gets the display name of the creator of the app.</summary>
    public string? CreatorDisplayName { get; internal set; }

    /// <summary>Gets the country of the creator of the app.</summary>
    public string? CreatorCountry { get; internal set; }

    /// <summary>Gets the identifier of the creator of the app.</summary>
    [SecurityRelevant]
    public string? CreatorId { get; internal set; }

    /// <summary>Gets the job title of the creator of the app.</summary>
    public string? CreatorJobTitle { get; internal set; }

    /// <summary>Gets the time of the last activity in the app; <see langword="null"/> if there was none.</summary>
    [Volatile]
    public DateTime? LastActivityDate { get; internal set; }

    /// <summary>
    /// Gets the tier of the connectors that the app uses, such as <c>Standard</c>; the values are undocumented.
    /// </summary>
    [SecurityRelevant]
    public string? ConnectorTier { get; internal set; }

    /// <summary>Gets whether EnPower has requested the business context of the app.</summary>
    public bool? WithBusinessContextRequest { get; internal set; }

    /// <summary>Gets whether the question for the business context of the app was answered.</summary>
    public bool? WithBusinessContextResponse { get; internal set; }

    /// <summary>Gets when a question for the business context was last answered.</summary>
    public DateTime? BusinessContextLastResponseTime { get; internal set; }

    /// <summary>Gets the number of activities in the last 7 days.</summary>
    [Volatile]
    public long? LastActivityD7 { get; internal set; }

    /// <summary>Gets the number of activities in the last 30 days.</summary>
    [Volatile]
    public long? LastActivityD30 { get; internal set; }

    /// <summary>Gets the number of activities in the last 90 days.</summary>
    [Volatile]
    public long? LastActivityD90 { get; internal set; }

    /// <summary>Gets the number of activities in the last 180 days.</summary>
    [Volatile]
    public long? LastActivityD180 { get; internal set; }

    /// <summary>Gets how often the app was launched in the last 7 days.</summary>
    [Volatile]
    public long? AppLaunchesLast7Days { get; internal set; }

    /// <summary>Gets how often the app was launched in the last 30 days.</summary>
    [Volatile]
    public long? AppLaunchesLast30Days { get; internal set; }

    /// <summary>Gets how often the app was launched in the last 90 days.</summary>
    [Volatile]
    public long? AppLaunchesLast90Days { get; internal set; }

    /// <summary>Gets how often the app was launched in the last 180 days.</summary>
    [Volatile]
    public long? AppLaunchesLast180Days { get; internal set; }

    /// <summary>Gets how often the app was launched.</summary>
    [Volatile]
    public long? AppLaunchedCount { get; internal set; }

    /// <summary>Gets the number of users who launched the app in the last 7 days.</summary>
    [Volatile]
    public long? LaunchedUsersLast7Days { get; internal set; }

    /// <summary>Gets the number of users who launched the app in the last 30 days.</summary>
    [Volatile]
    public long? LaunchedUsersLast30Days { get; internal set; }

    /// <summary>Gets the number of users who launched the app in the last 90 days.</summary>
    [Volatile]
    public long? LaunchedUsersLast90Days { get; internal set; }

    /// <summary>Gets the number of users who launched the app in the last 180 days.</summary>
    [Volatile]
    public long? LaunchedUsersLast180Days { get; internal set; }

    /// <summary>Gets when the app was last published.</summary>
    [SecurityRelevant]
    public DateTime? LastPublishOn { get; internal set; }

    /// <summary>
    /// Gets whether a canvas app is in quarantine, as text; the values are undocumented. Means nothing for other apps.
    /// </summary>
    [SecurityRelevant]
    public string? QuarantineState { get; internal set; }

    /// <summary>
    /// Gets the status of a model-driven app, such as <c>None</c>; the values are undocumented. Means nothing for other
    /// apps.
    /// </summary>
    [SecurityRelevant]
    public string? Status { get; internal set; }

    /// <summary>Gets the number of solutions of the app.</summary>
    [Volatile]
    public long? SolutionCount { get; internal set; }

    /// <summary>Gets the names of the solutions of the app, in one text.</summary>
    public string? SolutionNames { get; internal set; }

    /// <summary>Gets the address of the background image of a model-driven app.</summary>
    public string? BackgroundModelDrivenImageUri { get; internal set; }

    /// <summary>Gets the state of the components of the app; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? ComponentState { get; internal set; }

    /// <summary>Gets whether the app is managed: part of a managed solution, which can\'t be edited.</summary>
    public bool? IsManaged { get; internal set; }

    /// <summary>Gets the number of actions of the app.</summary>
    [Volatile]
    public long? Actions { get; internal set; }

    /// <summary>Gets the user principal name of the owner of the app.</summary>
    [SecurityRelevant]
    public string? OwnerUserPrincipalName { get; internal set; }

    /// <summary>Gets the user principal name of the creator of the app.</summary>
    [SecurityRelevant]
    public string? CreatorUserPrincipalName { get; internal set; }

    /// <summary>Gets the office of the creator of the app.</summary>
    public string? CreatorOfficeLocation { get; internal set; }

    /// <summary>Returns the first known value of display name and identifier.</summary>
    public override string ToString() => FirstFilled(DisplayName, AppId, Id, base.ToString());
}
