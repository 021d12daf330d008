using System.Diagnostics;
using System.Text.Json;

namespace EnPower.Mutation;

/// <summary>A process that runs tests, and is ended when it takes too long.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    public WorkerProcess(TestSuite suite)
    {
        string assembly = Path.Combine(suite.Path, suite.Name);
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = suite.Path,
        };
        // The same program, with the assemblies and the frameworks of the tests.
        string[] arguments =
        [
            "exec", "--depsfile", assembly + ".deps.json", "--runtimeconfig", assembly + ".runtimeconfig.json",
            Path.Combine(suite.Path, "Mutation.dll"), "work", suite.Name,
        ];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => LastError = line.Data ?? LastError;
        _process.BeginErrorReadLine();
    }

    /// <summary>Gets the last lines of the error stream.</summary>
    public string? LastError { get; private set; }

    /// <summary>Sends a request.</summary>
    /// <returns>
    /// The answer, or null: the process ended, or one test took longer than <paramref name="limit"/>, and the process is of no
    /// use any more.
    /// </returns>
    public async Task<WorkAnswer?> AskAsync(WorkRequest request, TimeSpan limit)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request)).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync().ConfigureAwait(false);
            string? line;
            do
            {
                using var timeout = new CancellationTokenSource(limit);
                line = await _process.StandardOutput.ReadLineAsync(timeout.Token).ConfigureAwait(false);
            }
            while (line == Worker.TestFinished);

            return line is null ? null : JsonSerializer.Deserialize<WorkAnswer>(line);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or JsonException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has already ended.
        }

        _process.Dispose();
    }
}
