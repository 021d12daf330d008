using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using EnPower.Emulator;

namespace EnPower;

/// <summary>A page of 1000 mailboxes, as the emulator writes it.</summary>
internal static class SamplePage
{
    public static byte[] Read() => ReadAsync().GetAwaiter().GetResult();

    private static async Task<byte[]> ReadAsync()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Mailboxes = 1000 });
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) =>
                certificate?.Thumbprint == emulator.ServerCertificate.Thumbprint,
        };
        using var http = new HttpClient(handler);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = emulator.ClientId,
            ["client_secret"] = emulator.ClientSecret,
            ["scope"] = "enpower.data.read.all",
        });
        using HttpResponseMessage token = await http.PostAsync(new Uri(emulator.Authority, "connect/token"), form);
        JsonElement answer = await token.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", answer.GetProperty("access_token").GetString());
        return await http.GetByteArrayAsync(new Uri(emulator.Endpoint, "smp/exchange/mailboxes?top=1000"));
    }
}
