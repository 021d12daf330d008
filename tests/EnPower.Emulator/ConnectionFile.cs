using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>The file with the addresses and the credentials of the emulator, for the process that started it.</summary>
internal static class ConnectionFile
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task WriteAsync(string path, EmulatorServer server)
    {
        string unfinished = $"{path}.{Environment.ProcessId}.tmp";
        var file = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var stream = new FileStream(unfinished, file))
        {
            await JsonSerializer.SerializeAsync(
                stream,
                new
                {
                    server.Endpoint,
                    server.Authority,
                    server.ClientId,
                    server.ClientSecret,
                    server.UnprivilegedClientId,
                    Environment.ProcessId,
                },
                JsonOptions);
        }

        // A waiting process must not read an incomplete file.
        File.Move(unfinished, path, overwrite: true);
    }
}
