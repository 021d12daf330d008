using System.ComponentModel;
using System.Diagnostics;

namespace EnPower;

/// <summary>Checks the script of the page with the TypeScript compiler and ESLint.</summary>
public sealed class ScriptTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Script");

    private static readonly Lazy<Task<string?>> MissingReason = new(InstallAsync);

    [Fact]
    public Task Its_types_are_right() => CheckAsync("typescript/bin/tsc", "--project", ".");

    [Fact]
    public Task ESLint_finds_nothing() => CheckAsync("eslint/bin/eslint.js", "--max-warnings", "0", "report.js");

    private static async Task CheckAsync(string program, params string[] arguments)
    {
        string? missing = await MissingReason.Value;
        Missing.SkipFor(missing);

        (int exitCode, string output) = await RunAsync("node", [Path.Combine("node_modules", program), .. arguments]);

        Assert.True(exitCode == 0, output);
    }

    private static async Task<string?> InstallAsync()
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "typescript")))
        {
            return null;
        }

        // On Windows, npm is a script, which requires a shell.
        string[] install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        try
        {
            (int exitCode, string output) = OperatingSystem.IsWindows()
                ? await RunAsync("cmd", ["/c", "npm", .. install])
                : await RunAsync("npm", install);
            return exitCode == 0 ? null : $"The packages that check the script are not here: {output.Split('\n')[0]}";
        }
        catch (Win32Exception exception)
        {
            return $"The packages that check the script are not here: {exception.Message}";
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            string output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
