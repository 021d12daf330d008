namespace EnPower.Connections;

/// <summary>
/// Converts the name of a connection to the connection. Recognizes a copy from another process, for which the command
/// writes a helpful error. The engine's own error would name two types only.
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

        return inputData.Unwrap() is string name ? Find(name) : inputData;
    }

    private static EnPowerConnection Find(string name)
    {
        RunspaceConnections connections = RunspaceConnections.Current;
        string[] names = [.. connections.Open.Select(static connection => connection.Name).OfType<string>()];
        return connections.Find(name) ?? throw new ArgumentTransformationMetadataException(
            $"No open connection of this runspace has the name {ControlCharacters.MakeVisible(name)}. "
            + (names.Length == 0 ? "Connect-EnPower -Name names a connection." : $"The names are: {string.Join(", ", names)}."));
    }
}
