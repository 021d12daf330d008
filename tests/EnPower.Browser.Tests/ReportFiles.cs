using System.Collections.Concurrent;
using System.Text.Json;
using EnPower.Emulator;

namespace EnPower;

/// <summary>Reports of Get-EnPowerMailbox and Export-EnPowerReport, each generated once.</summary>
public sealed class ReportFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("EnPower").FullName;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _paths = new();

    /// <summary>Gets the path of a report of a number of synthetic mailboxes.</summary>
    public Task<string> OfAsync(long mailboxes, string parameters = "") => MadeOnceAsync(
        $"{mailboxes} {parameters}",
        new EmulatorOptions { Mailboxes = Math.Max(1, mailboxes), Tenants = 14 },
        emulator =>
        {
            if (mailboxes == 0)
            {
                Answer(emulator, "[]");
            }
        },
        parameters);

    /// <summary>Gets the path of a report of mailboxes in JSON.</summary>
    public Task<string> OfAsync(IReadOnlyList<object> mailboxes, string parameters = "")
    {
        string json = JsonSerializer.Serialize(mailboxes);
        return MadeOnceAsync(
            json + parameters, new EmulatorOptions { Mailboxes = 1 }, emulator => Answer(emulator, json), parameters);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Answer(EmulatorServer emulator, string mailboxes) => emulator.Faults.Add(new Fault
    {
        Path = "/smp/exchange/mailboxes", Body = $$"""{ "mailboxes": {{mailboxes}}, "nextLink": "" }""",
    });

    private Task<string> MadeOnceAsync(string key, EmulatorOptions options, Action<EmulatorServer> prepare, string parameters) =>
        _paths.GetOrAdd(key, _ => new Lazy<Task<string>>(() => MakeAsync(options, prepare, parameters))).Value;

    private async Task<string> MakeAsync(EmulatorOptions options, Action<EmulatorServer> prepare, string parameters)
    {
        string path = Path.Combine(_folder, $"{Guid.NewGuid():N}.html");
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(options);
        using var session = new Session(emulator);
        session.Run("Connect-EnPower @connect");
        prepare(emulator);
        session.Run(
            $"Get-EnPowerMailbox | Export-EnPowerReport -Path '{path}' "
            + $"{(parameters.Contains("-Culture", StringComparison.Ordinal) ? string.Empty : "-Culture en-US")} {parameters}");
        return path;
    }
}
