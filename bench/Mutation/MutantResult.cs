namespace EnPower.Mutation;

/// <summary>The outcome of a mutant.</summary>
internal enum Outcome
{
    /// <summary>A test fails with it and passes without it.</summary>
    Killed,

    /// <summary>The tests with it end the process, or exceed their time limit.</summary>
    TimedOut,

    /// <summary>All tests that cover it pass.</summary>
    Survived,

    /// <summary>No test covers it.</summary>
    NotCovered,
}

/// <summary>A mutant, its outcome, and the test that killed it.</summary>
internal sealed record MutantResult(Mutant Mutant, Outcome Outcome, string? Test = null)
{
    public bool IsKilled => Outcome is Outcome.Killed or Outcome.TimedOut;
}
