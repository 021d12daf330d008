namespace EnPower;

/// <summary>What came of one step of a <see cref="ConnectionTest"/>.</summary>
internal sealed record ConnectionTestStepResult(string Name, string Message, bool HasRun, EnPowerException? Failure)
{
    public static ConnectionTestStepResult Passed(string name, string message) => new(name, message, HasRun: true, Failure: null);

    public static ConnectionTestStepResult Failed(string name, EnPowerException failure) =>
        new(name, failure.Message, HasRun: true, failure);

    public static ConnectionTestStepResult NotRun(string name, string reason) => new(name, reason, HasRun: false, Failure: null);
}
