namespace EnPower;

/// <summary>A step of Test-EnPowerConnection, and what came of it.</summary>
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

    /// <summary>Gets the name: Connection, where there is none that is open, or NameResolution, Tls, IdentityService, Token, Permission or FirstPage.</summary>
    public string Name { get; }

    /// <summary>Gets what came of it.</summary>
    public ConnectionTestStatus Status { get; }

    /// <summary>Gets what was found, or why it failed or wasn't tried.</summary>
    public string Message { get; }

    /// <summary>Gets the ErrorId that commands would fail with; <see langword="null"/> unless the step failed.</summary>
    public string? ErrorId { get; }

    /// <summary>Gets what to do; <see langword="null"/> unless the step failed.</summary>
    public string? RecommendedAction { get; }

    /// <summary>Returns name and status.</summary>
    public override string ToString() => $"{Name}: {Status}";
}
