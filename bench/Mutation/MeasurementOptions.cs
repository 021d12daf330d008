using System.Globalization;

namespace EnPower.Mutation;

/// <summary>What is measured.</summary>
/// <param name="Root">The repository.</param>
/// <param name="WorkPath">
/// Where the mutated assemblies go. It holds what the build gives the compiler for each project, as <c>name.rsp</c>.
/// </param>
/// <param name="Sample">How many mutants of each folder are run; 0 means all.</param>
/// <param name="Seed">Which mutants are chosen.</param>
/// <param name="Workers">How many processes run tests at once.</param>
/// <param name="Folder">Only folders whose path contains this.</param>
internal sealed record MeasurementOptions(string Root, string WorkPath, int Sample, int Seed, int Workers, string Folder)
{
    public static MeasurementOptions Parse(string[] args) =>
        args is [{ } root, { } workPath, { } sample, { } seed, { } workers, .. var rest]
            ? new MeasurementOptions(
                root, workPath, Number(sample), Number(seed), Number(workers), rest.FirstOrDefault() ?? string.Empty)
            : throw new ArgumentException("Start it by ./build.sh Mutate.", nameof(args));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
