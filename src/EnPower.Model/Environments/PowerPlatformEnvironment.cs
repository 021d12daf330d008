namespace EnPower;

/// <summary>A Power Platform environment in EnPower.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>
/// The API sends dates without a time zone. They are not converted, and have <see cref="DateTimeKind.Unspecified"/>. UTC is
/// likely, but undocumented.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/environments.html</para>
/// </remarks>
[ApiList("smp/powerplatform/environments", "environments")]
public sealed class PowerPlatformEnvironment : GovernedObject, ITenantObject
{
    /// <summary>Gets the identifier of the environment.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>
    /// Gets the identifier of the environment, with the name that other resources use: <see cref="Id"/>.
    /// </summary>
    public string? EnvironmentId => Id;

    /// <summary>
    /// Gets the display name of the environment, with the name that other resources use: <see cref="DisplayName"/>.
    /// </summary>
    public string? EnvironmentName => DisplayName;

    /// <summary>Gets the name of the environment; <see cref="DisplayName"/> is the one that users see.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the address of the environment's Dataverse instance.</summary>
    public string? DataverseInstanceUrl { get; internal set; }

    /// <summary>Gets the display name.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>Gets the identifier of the tenant of the environment.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>
    /// Gets the display name of the tenant of the environment, the API's field <c>tenant</c>; not its
    /// domain. Join on <see cref="TenantId"/>.
    /// </summary>
    [ApiName("tenant")]
    public string? TenantName { get; internal set; }

    /// <summary>Gets the identifier of the EnPower container of the environment.</summary>
    public string? ContainerId { get; internal set; }

    /// <summary>Gets the name of the EnPower container of the environment.</summary>
    public string? Container { get; internal set; }

    /// <summary>Gets when the environment was created.</summary>
    public DateTime? CreatedTime { get; internal set; }

    /// <summary>Gets when the environment was last changed.</summary>
    [Volatile]
    public DateTime? LastModifiedTime { get; internal set; }

    /// <summary>Gets the region of the environment, such as <c>Asia</c>; the values are undocumented.</summary>
    public string? Region { get; internal set; }

    /// <summary>Gets the type of the environment, such as <c>Microsoft Teams</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? EnvironmentType { get; internal set; }

    /// <summary>Gets whether this is the default environment of its tenant.</summary>
    public bool? IsDefault { get; internal set; }

    /// <summary>
    /// Gets the identifier of the EnPower policy of the environment; all zeros if it has none.
    /// </summary>
    [SecurityRelevant]
    public string? EnPowerPolicyId { get; internal set; }

    /// <summary>Gets the name of the EnPower policy of the environment.</summary>
    [SecurityRelevant]
    public string? EnPowerPolicyName { get; internal set; }

    /// <summary>Gets the status of the EnPower policy, such as <c>Not applied</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? EnPowerPolicyStatus { get; internal set; }

    /// <summary>Gets the identifier of the owner of the environment.</summary>
    [SecurityRelevant]
    public string? EnvironmentOwnerId { get; internal set; }

    /// <summary>Gets the display name of the owner of the environment.</summary>
    public string? EnvironmentOwnerDisplayName { get; internal set; }

    /// <summary>Gets the department of the owner of the environment.</summary>
    public string? EnvironmentOwnerDepartment { get; internal set; }

    /// <summary>Gets the user principal name of the owner of the environment.</summary>
    [SecurityRelevant]
    public string? EnvironmentOwnerUserPrincipalName { get; internal set; }

    /// <summary>Gets the office of the owner of the environment.</summary>
    public string? EnvironmentOwnerOffice { get; internal set; }

    /// <summary>Gets whether this is a Managed Environment.</summary>
    [SecurityRelevant]
    public bool? HasManaged { get; internal set; }

    /// <summary>Gets whether the account of the owner is disabled.</summary>
    [SecurityRelevant]
    public bool? OwnerIsDisabled { get; internal set; }

    /// <summary>Gets the number of apps and flows in the environment.</summary>
    [Volatile]
    public long? TotalNumberOfAppsAndFlows { get; internal set; }

    /// <summary>Gets whether the environment uses Dataverse.</summary>
    public bool? HasDataverse { get; internal set; }

    /// <summary>Gets whether a data loss prevention policy is assigned to the environment.</summary>
    [SecurityRelevant]
    public bool? HasDlpPolicy { get; internal set; }

    /// <summary>Gets the number of data loss prevention policies of the environment.</summary>
    [SecurityRelevant]
    public long? DlpPolicies { get; internal set; }

    /// <summary>Gets whether the environment uses a connector of the premium tier.</summary>
    [SecurityRelevant]
    public bool? HasPremiumConnection { get; internal set; }

    /// <summary>Gets the user type of the owner, such as <c>Member</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? OwnerUserType { get; internal set; }

    /// <summary>Gets the number of administrators of the environment.</summary>
    [SecurityRelevant]
    public long? NumberOfAdmins { get; internal set; }

    /// <summary>Gets the number of makers in the environment.</summary>
    [Volatile]
    public long? NumberOfMakers { get; internal set; }

    /// <summary>Gets the number of shadow users in the environment, as EnPower counts them.</summary>
    [SecurityRelevant]
    public long? NumberOfShadowUsers { get; internal set; }

    /// <summary>Gets the number of apps in the environment.</summary>
    [Volatile]
    public long? NumberOfApps { get; internal set; }

    /// <summary>Gets the number of flows in the environment.</summary>
    [Volatile]
    public long? NumberOfFlows { get; internal set; }

    /// <summary>Gets the number of desktop flows in the environment.</summary>
    [Volatile]
    public long? NumberOfDesktopFlows { get; internal set; }

    /// <summary>Gets the number of connections in the environment.</summary>
    [Volatile]
    public long? NumberOfConnections { get; internal set; }

    /// <summary>Gets the number of guests in the environment.</summary>
    [SecurityRelevant]
    public long? NumberOfGuestUsers { get; internal set; }

    /// <summary>Gets the number of users in the environment.</summary>
    [Volatile]
    public long? NumberOfUsers { get; internal set; }

    /// <summary>Gets whether access to the environment is restricted to a security group.</summary>
    [SecurityRelevant]
    public bool? HasSecurityGroup { get; internal set; }

    /// <summary>Gets whether an EnPower policy is assigned to the environment.</summary>
    [SecurityRelevant]
    public bool? HasEnPowerPolicy { get; internal set; }

    /// <summary>Gets the identifier of the environment's security group.</summary>
    [SecurityRelevant]
    public string? SecurityGroupId { get; internal set; }

    /// <summary>Gets the security group of the environment.</summary>
    public SecurityGroup? SecurityGroup { get; internal set; }

    /// <summary>Gets the type of the security group, such as <c>Microsoft 365 Group</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? SecurityGroupType { get; internal set; }

    /// <summary>Gets the number of owners of the security group.</summary>
    [SecurityRelevant]
    public long? NumberOfSecurityGroupOwners { get; internal set; }

    /// <summary>Gets the number of users in the security group.</summary>
    [Volatile]
    public long? NumberOfSecurityGroupUsers { get; internal set; }

    /// <summary>Gets the storage that the environment uses, as formatted text, such as <c>890.20 MB</c>.</summary>
    [Volatile]
    public string? TotalUsage { get; internal set; }

    /// <summary>Gets the storage that the database uses, as formatted text, such as <c>890.20 MB</c>.</summary>
    [Volatile]
    public string? UsageOfDatabase { get; internal set; }

    /// <summary>Gets the share of the storage that the database uses, as formatted text, such as <c>100%</c>.</summary>
    [Volatile]
    public string? UsageOfDatabasePercentage { get; internal set; }

    /// <summary>Gets the storage that files use, as formatted text, such as <c>0 MB</c>.</summary>
    [Volatile]
    public string? UsageOfFile { get; internal set; }

    /// <summary>Gets the share of the storage that files use, as formatted text, such as <c>0%</c>.</summary>
    [Volatile]
    public string? UsageOfFilePercentage { get; internal set; }

    /// <summary>Gets the storage that logs use, as formatted text, such as <c>0 MB</c>.</summary>
    [Volatile]
    public string? UsageOfLog { get; internal set; }

    /// <summary>Gets the share of the storage that logs use, as formatted text, such as <c>0%</c>.</summary>
    [Volatile]
    public string? UsageOfLogPercentage { get; internal set; }

    /// <summary>Gets the storage that the environment uses in bytes, of the text <see cref="TotalUsage"/>.</summary>
    public long? TotalUsageBytes => TextNumber.Bytes(TotalUsage);

    /// <summary>Gets the storage that the database uses in bytes, of the text <see cref="UsageOfDatabase"/>.</summary>
    public long? UsageOfDatabaseBytes => TextNumber.Bytes(UsageOfDatabase);

    /// <summary>
    /// Gets the share of the storage that the database uses in percent, of the text <see cref="UsageOfDatabasePercentage"/>.
    /// </summary>
    public double? UsageOfDatabasePercent => TextNumber.Percent(UsageOfDatabasePercentage);

    /// <summary>Gets the storage that files use in bytes, of the text <see cref="UsageOfFile"/>.</summary>
    public long? UsageOfFileBytes => TextNumber.Bytes(UsageOfFile);

    /// <summary>
    /// Gets the share of the storage that files use in percent, of the text <see cref="UsageOfFilePercentage"/>.
    /// </summary>
    public double? UsageOfFilePercent => TextNumber.Percent(UsageOfFilePercentage);

    /// <summary>Gets the storage that logs use in bytes, of the text <see cref="UsageOfLog"/>.</summary>
    public long? UsageOfLogBytes => TextNumber.Bytes(UsageOfLog);

    /// <summary>Gets the share of the storage that logs use in percent, of the text <see cref="UsageOfLogPercentage"/>.</summary>
    public double? UsageOfLogPercent => TextNumber.Percent(UsageOfLogPercentage);

    string? ITenantObject.TenantDomain => null;

    /// <summary>Returns the first known value of display name, name and identifier.</summary>
    public override string ToString() => FirstFilled(DisplayName, Name, Id, base.ToString());
}
