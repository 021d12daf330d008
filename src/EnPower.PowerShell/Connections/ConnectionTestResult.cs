namespace EnPower;

/// <summary>What Test-EnPowerConnection found.</summary>
public sealed class ConnectionTestResult
{
    internal ConnectionTestResult(EnPowerConnection? connection, IReadOnlyList<ConnectionTestStep> steps)
    {
        Connection = connection;
        Steps = steps.ToArray();
    }

    /// <summary>Gets the connection that was tested; <see langword="null"/> if there was none.</summary>
    public EnPowerConnection? Connection { get; }

    /// <summary>Gets whether the connection works.</summary>
    public bool Succeeded => FailedStep is null;

    /// <summary>Gets the step that failed; <see langword="null"/> if none did.</summary>
    public ConnectionTestStep? FailedStep => Steps.FirstOrDefault(static step => step.Status == ConnectionTestStatus.Failed);

    /// <summary>Gets all steps, in the order in which each needs the ones before it.</summary>
    public IReadOnlyList<ConnectionTestStep> Steps { get; }
}
