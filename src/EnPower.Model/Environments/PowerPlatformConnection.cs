namespace EnPower;

/// <summary>
/// A Power Platform connection in EnPower: an account's access to a service, through a connector.
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
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/connections.html</para>
/// </remarks>
[ApiList("smp/powerplatform/connections", "connections")]
public sealed class PowerPlatformConnection : ApiObject, ITenantObject
{
    /// <summary>Gets the identifier of the connection: 32 hexadecimal digits without dashes in the API's sample.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the identifier of the tenant of the connection.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>
    /// Gets the display name of the tenant of the connection, not its domain. Join on <see cref="TenantId"/>.
    /// </summary>
    public string? TenantName { get; internal set; }

    /// <summary>Gets the identifier of the EnPower container of the connection.</summary>
    public string? ContainerId { get; internal set; }

    /// <summary>Gets the name of the EnPower container of the connection.</summary>
    public string? ContainerName { get; internal set; }

    /// <summary>Gets the display name.</summary>
    public string? DisplayName { get; internal set; }

    /// <summary>Gets the address of the connection's icon.</summary>
    public string? IconUri { get; internal set; }

    /// <summary>Gets the identifier of the connector, such as <c>shared_office365</c>.</summary>
    [SecurityRelevant]
    public string? ConnectorId { get; internal set; }

    /// <summary>Gets the display name of the connector.</summary>
    public string? ConnectorDisplayName { get; internal set; }

    /// <summary>Gets the colour of the connector's icon, such as <c>#175497</c>.</summary>
    public string? ConnectorIconBrandColor { get; internal set; }

    /// <summary>Gets the identifier of the environment of the connection.</summary>
    public string? EnvironmentId { get; internal set; }

    /// <summary>Gets the display name of the environment of the connection.</summary>
    public string? EnvironmentDisplayName { get; internal set; }

    /// <summary>
    /// Gets the display name of the environment, with the name that other resources use: <see cref="EnvironmentDisplayName"/>.
    /// </summary>
    public string? EnvironmentName => EnvironmentDisplayName;

    /// <summary>Gets whether the connector is a custom one.</summary>
    [SecurityRelevant]
    public bool? IsCustom { get; internal set; }

    /// <summary>Gets the tier of the connector, such as <c>Premium</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? Tier { get; internal set; }

    /// <summary>Gets the display name of the owner of a custom connector.</summary>
    public string? ConnectorOwnerDisplayName { get; internal set; }

    /// <summary>Gets when a custom connector was created.</summary>
    public DateTime? ConnectorCreatedTime { get; internal set; }

    /// <summary>Gets the publisher of the connector.</summary>
    public string? Publisher { get; internal set; }

    /// <summary>Gets the number of apps that use the connection.</summary>
    [Volatile]
    public long? PowerAppCount { get; internal set; }

    /// <summary>Gets the number of flows that use the connection.</summary>
    [Volatile]
    public long? FlowCount { get; internal set; }

    /// <summary>Gets the names of the flows that use the connection; empty if there are none.</summary>
    public ItemList<string> FlowNames { get; internal set; } = ItemList<string>.None;

    /// <summary>Gets the names of the apps that use the connection; empty if there are none.</summary>
    public ItemList<string> AppNames { get; internal set; } = ItemList<string>.None;

    /// <summary>Gets the status of the connection, such as <c>Connected</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? Status { get; internal set; }

    /// <summary>Gets the source of the connection; the values are undocumented.</summary>
    public string? ConnectionSource { get; internal set; }

    /// <summary>Gets the identifier of the owner of the connection.</summary>
    [SecurityRelevant]
    public string? OwnerId { get; internal set; }

    /// <summary>Gets the display name of the owner of the connection.</summary>
    public string? OwnerDisplayName { get; internal set; }

    /// <summary>Gets the user principal name of the owner of the connection.</summary>
    [SecurityRelevant]
    public string? OwnerUserPrincipalName { get; internal set; }

    /// <summary>Gets the status of the owner's account, such as <c>Enabled</c>; the values are undocumented.</summary>
    [SecurityRelevant]
    public string? OwnerStatus { get; internal set; }

    /// <summary>Gets the country of the owner of the connection.</summary>
    public string? OwnerCountry { get; internal set; }

    string? ITenantObject.TenantDomain => null;

    /// <summary>Returns the first known value of display name and identifier.</summary>
    public override string ToString() => FirstFilled(DisplayName, Id, base.ToString());
}
