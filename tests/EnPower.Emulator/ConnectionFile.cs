using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>The file that tells the process which started the emulator where it is and how to sign in.</summary>
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

        // Whoever waits for the file must never see half of it.
        File.Move(unfinished, path, overwrite: true);
    }
}
