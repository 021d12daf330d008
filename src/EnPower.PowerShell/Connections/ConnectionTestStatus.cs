namespace EnPower;

/// <summary>The result of a step of Test-EnPowerConnection.</summary>
public enum ConnectionTestStatus
{
    /// <summary>It works.</summary>
    Passed,

    /// <summary>It doesn't work.</summary>
    Failed,

    /// <summary>It wasn't tried: it isn't needed, or a step before it failed.</summary>
    NotRun,
}
