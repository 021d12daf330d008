namespace EnPower;

/// <summary>A connection that a cloud flow uses, as the flow names it.</summary>
public sealed class ConnectionReference : ApiObject, IReadableFromText
{
    /// <summary>Gets the name of the connection.</summary>
    [Key]
    public string? ConnectionName { get; internal set; }

    /// <summary>Gets the display name of the connection.</summary>
    public string? ConnectionDisplayName { get; internal set; }

    /// <summary>Gets the name of the connector, such as <c>shared_office365</c>.</summary>
    public string? ConnectorName { get; internal set; }

    /// <summary>Gets the display name of the connector.</summary>
    public string? ConnectorDisplayName { get; internal set; }

    /// <summary>Gets the address of the connector's icon.</summary>
    public string? IconUri { get; internal set; }

    /// <summary>Gets the type of the connection; the values are undocumented.</summary>
    public string? Type { get; internal set; }

    void IReadableFromText.FromText(string text) => ConnectionName = text;

    /// <summary>Returns the first known value of the connector's display name and name, and the connection's.</summary>
    public override string ToString() => FirstFilled(ConnectorDisplayName, ConnectorName, ConnectionDisplayName, ConnectionName);
}
