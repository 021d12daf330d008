namespace EnPower;

/// <summary>The use of a connection by a cloud flow.</summary>
/// <remarks>
/// <para>
/// Each property has the name of the field in the API. It is <see langword="null"/> if the API omitted the field or sent
/// <c>null</c>, or, except for text, one of the placeholders <c>""</c>, <c>"N/A"</c> and <c>"0001-01-01 00:00:00"</c>.
/// </para>
/// <para>Source: https://learn.avepoint.com/docs/services-and-features/enpower/flows/connectionusage.html</para>
/// </remarks>
[ApiList("smp/powerplatform/connectionusage/cloudflows?flowId={flowId}", "connectionUsageCloudFlows")]
public sealed class CloudFlowConnection : ChildObject
{
    /// <summary>Gets the identifier of the flow.</summary>
    [Key]
    public string? FlowId { get; internal set; }

    /// <summary>Gets the identifier of the environment of the flow.</summary>
    public string? EnvironmentId { get; internal set; }

    /// <summary>
    /// Gets the identifier of the connection that the flow uses: apparently the
    /// <see cref="PowerPlatformConnection.Id"/> of a connection.
    /// </summary>
    [Key]
    public string? ConnectionId { get; internal set; }

    internal override string? ParentKey { get => FlowId; set => FlowId = value; }

    /// <summary>Returns the identifier of the connection, or of the flow if it is unknown.</summary>
    public override string ToString() => FirstFilled(ConnectionId, FlowId, base.ToString());
}
