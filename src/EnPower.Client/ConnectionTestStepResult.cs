namespace EnPower;

/// <summary>What came of one step of a <see cref="ConnectionTest"/>.</summary>
/// <param name="Name">The name of the step.</param>
/// <param name="Message">What was found, or why it failed or wasn't tried.</param>
/// <param name="HasRun">Whether it was tried.</param>
/// <param name="Failure">Why it failed; <see langword="null"/> unless it did.</param>
internal sealed record ConnectionTestStepResult(string Name, string Message, bool HasRun, EnPowerException? Failure);
