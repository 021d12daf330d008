namespace EnPower.Connections;

/// <summary>
/// Takes the name of a connection for the connection. Knows a copy that another process sent: the command then refuses it, by
/// an error that says why; the engine's own would say only that one type is not the other.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConnectionOfThisProcessAttribute : ArgumentTransformationAttribute
{
    private static readonly string CopyTypeName = $"Deserialized.{typeof(EnPowerConnection).FullName}";

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is PSObject copy && copy.TypeNames.Contains(CopyTypeName))
        {
            return EnPowerConnection.FromAnotherProcess;
        }

        return (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string name ? Find(name) : inputData;
    }

    private static EnPowerConnection Find(string name)
    {
        RunspaceConnections connections = RunspaceConnections.Current;
        string[] names = [.. connections.Open.Select(static connection => connection.Name).OfType<string>()];
        return connections.Find(name) ?? throw new ArgumentTransformationMetadataException(
            $"No open connection of this runspace has the name {DisplayText.ToSafe(name)}. "
            + (names.Length == 0 ? "Connect-EnPower -Name names a connection." : $"The names are: {string.Join(", ", names)}."));
    }
}
