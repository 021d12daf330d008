namespace EnPower;

/// <summary>The use of a connection by a cloud flow.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the API's field. It is <see langword="null"/> where the API left the field out, sent
/// <c>null</c>, or, for anything but text, sent one of its placeholders: <c>""</c>, <c>"N/A"</c>,
/// <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/flows/connectionusage.html</para>
/// </remarks>
[ApiList("smp/powerplatform/connectionusage/cloudflows?flowId={flowId}", "connectionUsageCloudFlows")]
public sealed class CloudFlowConnection : ChildObject
{
    /// <summary>Gets the identifier of the flow.</summary>
    [Key]
    public string? FlowId { get; internal set; }

    /// <summary>Gets the identifier of the environment that the flow belongs to.</summary>
    public string? EnvironmentId { get; internal set; }

    /// <summary>
    /// Gets the identifier of the connection that the flow uses: by every sign the
    /// <see cref="PowerPlatformConnection.Id"/> of a connection.
    /// </summary>
    [Key]
    public string? ConnectionId { get; internal set; }

    internal override string? ParentKey { get => FlowId; set => FlowId = value; }

    /// <summary>Returns the identifier of the connection, or of the flow where that is not known.</summary>
    public override string ToString() => FirstFilled(ConnectionId, FlowId, base.ToString());
}
