using System.Globalization;

namespace EnPower.Mutation;

/// <summary>The options of a measurement.</summary>
/// <param name="Root">The repository.</param>
/// <param name="WorkPath">
/// The folder of the mutated assemblies. It contains the compiler arguments of each project, as <c>name.rsp</c>.
/// </param>
/// <param name="Sample">The number of mutants to run in each folder. 0: all.</param>
/// <param name="Seed">The seed of the random sample.</param>
/// <param name="Workers">The number of processes that run tests at the same time.</param>
/// <param name="Folder">Only folders whose path contains this.</param>
/// <param name="Engine">The program of PowerShell, and the arguments that come before its own.</param>
internal sealed record MeasurementOptions(
    string Root, string WorkPath, int Sample, int Seed, int Workers, string Folder, IReadOnlyList<string> Engine)
{
    public static MeasurementOptions Parse(string[] args) =>
        args is [{ } root, { } workPath, { } sample, { } seed, { } workers, { } folder, .. { Length: > 0 } engine]
            ? new MeasurementOptions(root, workPath, Number(sample), Number(seed), Number(workers), folder, engine)
            : throw new ArgumentException("Start it by ./build.sh Mutate.", nameof(args));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
