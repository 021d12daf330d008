namespace EnPower;

/// <summary>
/// A Power Platform connection as EnPower knows it: an account's access to a service, through a connector.
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
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/connections.html</para>
/// </remarks>
[ApiList("smp/powerplatform/connections", "connections")]
public sealed class PowerPlatformConnection : ApiObject, ITenantObject
{
    /// <summary>Gets the identifier of the connection: 32 hexadecimal digits without dashes in the API's sample.</summary>
    [Key]
    public string? Id { get; internal set; }

    /// <summary>Gets the identifier of the tenant that the connection belongs to.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>
    /// Gets the name of the tenant that the connection belongs to, as it is displayed; not its domain. Join on <see cref="TenantId"/>.
    /// </summary>
    public string? TenantName { get; internal set; }

    /// <summary>Gets the identifier of the EnPower container that the connection is in.</summary>
    public string? ContainerId { get; internal set; }

    /// <summary>Gets the name of the EnPower container that the connection is in.</summary>
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

    /// <summary>Gets the identifier of the environment that the connection belongs to.</summary>
    public string? EnvironmentId { get; internal set; }

    /// <summary>Gets the display name of the environment that the connection belongs to.</summary>
    public string? EnvironmentDisplayName { get; internal set; }

    /// <summary>
    /// Gets the display name of the environment, by the name that other resources have for it: <see cref="EnvironmentDisplayName"/>.
    /// </summary>
    public string? EnvironmentName => EnvironmentDisplayName;

    /// <summary>Gets whether the connector is a custom one.</summary>
    [SecurityRelevant]
    public bool? IsCustom { get; internal set; }

    /// <summary>Gets the tier of the connector, such as <c>Premium</c>; the API lists no values.</summary>
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

    /// <summary>Gets the names of the flows that use the connection; empty where there are none.</summary>
    public ItemList<string> FlowNames { get; internal set; } = ItemList<string>.None;

    /// <summary>Gets the names of the apps that use the connection; empty where there are none.</summary>
    public ItemList<string> AppNames { get; internal set; } = ItemList<string>.None;

    /// <summary>Gets the status of the connection, such as <c>Connected</c>; the API lists no values.</summary>
    [SecurityRelevant]
    public string? Status { get; internal set; }

    /// <summary>Gets the source of the connection; the API lists no values.</summary>
    public string? ConnectionSource { get; internal set; }

    /// <summary>Gets the identifier of the owner of the connection.</summary>
    [SecurityRelevant]
    public string? OwnerId { get; internal set; }

    /// <summary>Gets the display name of the owner of the connection.</summary>
    public string? OwnerDisplayName { get; internal set; }

    /// <summary>Gets the user principal name of the owner of the connection.</summary>
    [SecurityRelevant]
    public string? OwnerUserPrincipalName { get; internal set; }

    /// <summary>Gets the status of the owner's account, such as <c>Enabled</c>; the API lists no values.</summary>
    [SecurityRelevant]
    public string? OwnerStatus { get; internal set; }

    /// <summary>Gets the country of the owner of the connection.</summary>
    public string? OwnerCountry { get; internal set; }

    string? ITenantObject.TenantDomain => null;

    /// <summary>Returns the first that is known of display name and identifier.</summary>
    public override string ToString() => FirstFilled(DisplayName, Id, base.ToString());
}
