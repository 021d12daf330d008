using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EnPower.Emulator;

internal static class Program
{
    private const int BadOptions = 2;

    private static async Task<int> Main(string[] words)
    {
        EmulatorArguments arguments;
        try
        {
            arguments = EmulatorArguments.Parse(words);
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return BadOptions;
        }

        if (arguments.IsHelpWanted)
        {
            Console.WriteLine(EmulatorArguments.Usage);
            return 0;
        }

        await RunAsync(arguments);
        return 0;
    }

    private static async Task RunAsync(EmulatorArguments arguments)
    {
        using var stop = new CancellationTokenSource();
        using PosixSignalRegistration terminate = StopOn(PosixSignal.SIGTERM, stop);

        // Ctrl+C in the shell of the parent process is meant for a command there. The emulator ends with the parent process.
        using PosixSignalRegistration interrupt = arguments.ParentProcessId is null
            ? StopOn(PosixSignal.SIGINT, stop)
            : PosixSignalRegistration.Create(PosixSignal.SIGINT, static context => context.Cancel = true);

        await using EmulatorServer server = await EmulatorServer.StartAsync(arguments.Options);
        if (arguments.ConnectionFile is { } path)
        {
            await ConnectionFile.WriteAsync(path, server);
        }

        Console.WriteLine($"API {server.Endpoint} identity {server.Authority}");
        await WaitAsync(arguments.ParentProcessId, stop.Token);
    }

    private static PosixSignalRegistration StopOn(PosixSignal signal, CancellationTokenSource stop)
    {
        return PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;

            // On another thread, because a registration can't be disposed in its own handler.
            _ = stop.CancelAsync();
        });
    }

    private static async Task WaitAsync(int? parentProcessId, CancellationToken stop)
    {
        using var everySecond = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (parentProcessId is not { } id || IsRunning(id))
            {
                await everySecond.WaitForNextTickAsync(stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The normal end of the process.
        }
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using Process process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
