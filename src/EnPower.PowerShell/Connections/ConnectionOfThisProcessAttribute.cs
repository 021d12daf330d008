namespace EnPower.Connections;

/// <summary>
/// Knows a copy of a connection that another process sent. The command then refuses it, by an error that says why: the
/// engine's own would say only that one type is not the other.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConnectionOfThisProcessAttribute : ArgumentTransformationAttribute
{
    private static readonly string CopyTypeName = $"Deserialized.{typeof(EnPowerConnection).FullName}";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is PSObject copy && copy.TypeNames.Contains(CopyTypeName) ? EnPowerConnection.FromAnotherProcess : inputData;
}
