namespace EnPower;

/// <summary>The result of one step of a <see cref="ConnectionTest"/>.</summary>
/// <param name="Message">The finding, or why the step failed or was skipped.</param>
/// <param name="HasRun">Whether the step was run.</param>
/// <param name="Failure">The error; <see langword="null"/> unless the step failed.</param>
internal sealed record ConnectionTestStepResult(string Message, bool HasRun = true, EnPowerException? Failure = null)
{
    /// <summary>Gets the name of the step.</summary>
    public string Name { get; init; } = string.Empty;
}
