namespace EnPower.Mutation;

/// <summary>What became of a mutant.</summary>
internal enum Outcome
{
    /// <summary>A test fails with it and passes without it.</summary>
    Killed,

    /// <summary>The tests end the process, or don't end, with it.</summary>
    TimedOut,

    /// <summary>All tests pass that reach it.</summary>
    Survived,

    /// <summary>No test reaches it.</summary>
    NotCovered,
}

/// <summary>A mutant, its outcome, and the test that killed it.</summary>
internal sealed record MutantResult(Mutant Mutant, Outcome Outcome, string? Test = null)
{
    public bool IsKilled => Outcome is Outcome.Killed or Outcome.TimedOut;
}
