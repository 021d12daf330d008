using System.Diagnostics;

namespace EnPower.Mutation;

/// <summary>
/// The built module with mutated assemblies, and the Pester tests of what only a session has: load contexts.
/// </summary>
internal sealed class ModuleSuite
{
    private const string Tag = "Isolation";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly string _script;
    private readonly string _modulePath;
    private readonly IReadOnlyList<string> _engine;

    private ModuleSuite(string script, string modulePath, IReadOnlyList<string> engine)
    {
        _script = script;
        _modulePath = modulePath;
        _engine = engine;
    }

    /// <summary>Copies the built module, replaces the original assemblies by the mutated ones, and runs the tests.</summary>
    public static async Task<ModuleSuite> LayOutAsync(MeasurementOptions options, string mutatedPath)
    {
        string target = Path.Combine(options.WorkPath, "EnPower");
        MutatedCopy.Create(Path.Combine(options.Root, "out", "EnPower"), target, mutatedPath);
        var suite = new ModuleSuite(Path.Combine(options.Root, "tools", "Invoke-PesterSuite.ps1"), target, options.Engine);
        return await suite.PassesAsync(mutant: null).ConfigureAwait(false)
            ? suite
            : throw new InvalidOperationException("The Pester tests fail without a mutant.");
    }

    /// <summary>Whether the tests are of the code of a mutant.</summary>
    public static bool Covers(Mutant mutant) => mutant.Folder.EndsWith("/Isolation", StringComparison.Ordinal);

    /// <summary>Runs the tests with a mutant, in a new process.</summary>
    public async Task<MutantResult> TryAsync(Mutant mutant) =>
        await PassesAsync(mutant).ConfigureAwait(false)
            ? new MutantResult(mutant, Outcome.Survived)
            : new MutantResult(mutant, Outcome.Killed, $"Pester, tag {Tag}");

    private async Task<bool> PassesAsync(Mutant? mutant)
    {
        var start = new ProcessStartInfo(_engine[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
            [.. _engine.Skip(1), "-NoProfile", "-NonInteractive", "-File", _script, "-ModulePath", _modulePath, "-Tag", Tag];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (mutant is not null)
        {
            start.Environment[MutantSwitch.Variable] = $"{mutant.Assembly}:{mutant.Id}";
        }

        using Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var timeout = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token).ConfigureAwait(false);
            return process.ExitCode is 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return false;
        }
    }
}
