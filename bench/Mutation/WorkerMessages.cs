namespace EnPower.Mutation;

/// <summary>A request to a worker.</summary>
/// <param name="Classes">The classes that tests are of, or null: it is asked which there are.</param>
/// <param name="Tests">The test cases to run until one fails, or null: all of the classes, whose coverage is captured.</param>
/// <param name="Assembly">The assembly of the mutant, or null: the original.</param>
/// <param name="Mutant">The mutant that is active.</param>
internal sealed record WorkRequest(
    IReadOnlyList<string>? Classes = null, IReadOnlyList<string>? Tests = null, string? Assembly = null, int Mutant = -1);

/// <summary>The result of a worker.</summary>
internal sealed record WorkAnswer
{
    /// <summary>Gets the classes of the test assembly.</summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>Gets the test cases of a class, with the mutants that they cover.</summary>
    public IReadOnlyList<TestCoverage>? Coverage { get; init; }

    /// <summary>Gets the first test case that failed.</summary>
    public string? FailedTest { get; init; }

    /// <summary>Gets the name of <see cref="FailedTest"/>.</summary>
    public string? FailedName { get; init; }

    /// <summary>Gets whether <see cref="FailedTest"/> fails in this process without the mutant too.</summary>
    public bool FailsWithoutMutant { get; init; }
}

/// <summary>One test case, and the mutants of each assembly that it reaches.</summary>
internal sealed record TestCoverage(
    string Id,
    string Name,
    string Class,
    double Seconds,
    bool Failed,
    Dictionary<string, int[]> Covered)
{
    public bool Covers(Mutant mutant) =>
        Covered.TryGetValue(mutant.Assembly, out int[]? covered) && Array.BinarySearch(covered, mutant.Id) >= 0;
}
