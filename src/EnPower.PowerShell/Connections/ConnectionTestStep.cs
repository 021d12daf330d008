namespace EnPower;

/// <summary>A step of Test-EnPowerConnection with its result.</summary>
public sealed class ConnectionTestStep
{
    internal ConnectionTestStep(
        string name, ConnectionTestStatus status, string message, string? errorId = null, string? recommendedAction = null)
    {
        Name = name;
        Status = status;
        Message = message;
        ErrorId = errorId;
        RecommendedAction = recommendedAction;
    }

    /// <summary>
    /// Gets the name: NameResolution, Tls, IdentityService, Token, Permission or FirstPage; Connection if no connection is open.
    /// </summary>
    public string Name { get; }

    /// <summary>Gets the result.</summary>
    public ConnectionTestStatus Status { get; }

    /// <summary>Gets the details, or the reason why the step failed or was skipped.</summary>
    public string Message { get; }

    /// <summary>Gets the ErrorId that commands would fail with; <see langword="null"/> unless the step failed.</summary>
    public string? ErrorId { get; }

    /// <summary>Gets the recommendation; <see langword="null"/> unless the step failed.</summary>
    public string? RecommendedAction { get; }

    /// <summary>Returns name and status.</summary>
    public override string ToString() => $"{Name}: {Status}";
}
