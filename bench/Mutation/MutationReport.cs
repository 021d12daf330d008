using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EnPower.Mutation;

/// <summary>Writes bench/mutation.md.</summary>
internal sealed class MutationReport(
    MeasurementOptions options, IReadOnlyList<Mutant> mutants, IReadOnlyList<MutantResult> results, IReadOnlyList<string> leftOut)
{
    /// <summary>The share of mutants that the tests of each folder should kill.</summary>
    private const double Goal = 0.92;

    private static readonly JsonSerializerOptions ReasonFormat = new() { PropertyNameCaseInsensitive = true };

    public async Task WriteAsync()
    {
        string bench = Path.Combine(options.Root, "bench");
        Reason[] reasons = JsonSerializer.Deserialize<Reason[]>(
            await File.ReadAllTextAsync(Path.Combine(bench, "mutation-reasons.json")).ConfigureAwait(false), ReasonFormat)!;
        var page = new StringBuilder();
        page.AppendLine("# Mutants that the tests kill").AppendLine();
        page.AppendLine(
            CultureInfo.InvariantCulture,
            $"Written by `./build.sh Mutate` on {DateTime.UtcNow:yyyy-MM-dd}: {Choice()} of the mutants of Stryker.NET, "
            + $"seed {options.Seed}.");
        page.AppendLine(
            "A mutant is killed if an xunit test fails with it and passes without it, or times out. "
            + "Of the Pester suite, only the tests with the tag Isolation are run, for the mutants of the folder Isolation.");
        page.AppendLine(
            "Mutants of the argument of ConfigureAwait are not counted: no test and no PowerShell has a context to return to.");
        if (leftOut.Count > 0)
        {
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"Excluded, because they fail in this set-up without a mutant: "
                + $"{string.Join(", ", leftOut.Select(name => $"`{Cell(name)}`"))}.");
        }

        page.AppendLine(
            "An equivalent mutant changes nothing that a test could observe but perhaps the time. It survives, and does not "
            + "count.");
        page.AppendLine();
        page.AppendLine("| Folder | Mutants | Run | Killed | Equivalent | Score | |")
            .AppendLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (IGrouping<string, MutantResult> folder in results.GroupBy(result => result.Mutant.Folder)
            .OrderBy(folder => folder.Key, StringComparer.Ordinal))
        {
            AppendRow(page, folder.Key, mutants.Count(mutant => mutant.Folder == folder.Key), [.. folder], reasons);
        }

        AppendRow(
            page,
            "All",
            mutants.Count(mutant => results.Any(result => result.Mutant.Folder == mutant.Folder)),
            results,
            reasons);
        page.AppendLine().AppendLine("## Survived").AppendLine();
        page.AppendLine("| Where | Mutation | Reason |").AppendLine("| --- | --- | --- |");
        foreach (MutantResult result in results
            .Where(result => !result.IsKilled)
            .OrderBy(result => result.Mutant.File, StringComparer.Ordinal)
            .ThenBy(result => result.Mutant.Line))
        {
            Mutant mutant = result.Mutant;
            string reason = ReasonOf(mutant, reasons)
                ?? (result.Outcome is Outcome.NotCovered ? "No xunit test covers it." : "Unknown: a test is missing.");
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {mutant.File}:{mutant.Line} | `{Cell(mutant.Original)}` → `{Cell(mutant.Replacement)}` | {reason} |");
        }

        string target = options.Folder.Length is 0
            ? Path.Combine(bench, "mutation.md")
            : Path.Combine(options.WorkPath, "mutation.md");
        await File.WriteAllTextAsync(target, page.ToString()).ConfigureAwait(false);
        Console.WriteLine($"Wrote {target}");
    }

    private static void AppendRow(
        StringBuilder page, string name, int mutants, IReadOnlyList<MutantResult> results, IReadOnlyList<Reason> reasons)
    {
        int killed = results.Count(result => result.IsKilled);
        int equivalent = results.Count(result => !result.IsKilled && IsEquivalent(ReasonOf(result.Mutant, reasons)));
        double score = (double)killed / (results.Count - equivalent);
        page.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {name} | {mutants} | {results.Count} | {killed} | {equivalent} | {Math.Floor(100 * score)} % | "
            + $"{(score < Goal ? "below the goal" : string.Empty)} |");
    }

    private static string? ReasonOf(Mutant mutant, IEnumerable<Reason> reasons) => reasons.FirstOrDefault(reason =>
        reason.File == mutant.File && (reason.Mutation is null || reason.Mutation == mutant.Change))?.Text;

    private static bool IsEquivalent(string? reason) =>
        reason?.StartsWith("Equivalent:", StringComparison.Ordinal) is true
        || reason?.StartsWith("Slower only:", StringComparison.Ordinal) is true;

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('`', '´');

    private string Choice() => options.Sample is 0 ? "all" : $"{options.Sample} in each folder";

    /// <summary>The reason why mutants survive.</summary>
    /// <param name="File">The file, relative to the repository.</param>
    /// <param name="Mutation">The mutation; <see langword="null"/> for all of the file.</param>
    /// <param name="Text">The reason.</param>
    private sealed record Reason(string File, string? Mutation, string Text);
}
