using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;
using System.Text.Json;

namespace BareClient;

/// <summary>
/// The yardstick: the plain loop that a good engineer writes when there is nothing to it but a server that never fails. No
/// retries, no limits, no checks, no pipeline.
/// </summary>
public sealed class MailboxReader : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _endpoint;

    // Larger than any page.
    private readonly byte[] _page = new byte[8 * 1024 * 1024];

    private MailboxReader(HttpClient http, Uri endpoint)
    {
        _http = http;
        _endpoint = endpoint;
    }

    /// <summary>Makes a reader, and gets its token.</summary>
    /// <param name="endpoint">The base address of the API.</param>
    /// <param name="authority">The base address of the identity service.</param>
    /// <param name="clientId">The client that is registered there.</param>
    /// <param name="clientSecret">Its secret.</param>
    /// <param name="httpVersion">The version of HTTP to speak.</param>
    /// <param name="compressed">Whether to ask for compressed answers.</param>
    public static MailboxReader Connect(
        Uri endpoint, Uri authority, string clientId, string clientSecret, Version httpVersion, bool compressed)
    {
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = compressed ? DecompressionMethods.All : DecompressionMethods.None,
        };

        // The emulator's certificate is made when it starts.
        handler.SslOptions.RemoteCertificateValidationCallback =
            static (connection, _, _, _) => ((SslStream)connection).TargetHostName == "localhost";
        var http = new HttpClient(handler) { DefaultRequestVersion = httpVersion };
        if (compressed)
        {
            // The module prefers gzip; with another encoding there would be no comparison.
            http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br", 0.5));
        }

        string token = RequestTokenAsync(http, authority, clientId, clientSecret).GetAwaiter().GetResult();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new MailboxReader(http, endpoint);
    }

    /// <summary>Reads all mailboxes, page by page, and lets go of each page before it asks for the next.</summary>
    /// <param name="tenant">The tenant to read. If empty: all tenants.</param>
    public MailboxCount Read(string tenant) => ReadAsync(tenant).GetAwaiter().GetResult();

    /// <summary>
    /// Gets the bytes of all pages into memory that is used again, and looks at nothing in them but the link to the next: no
    /// reader of linked pages can be faster.
    /// </summary>
    public void Download() => DownloadAsync().GetAwaiter().GetResult();

    /// <summary>Gets the bytes of the first page, and looks at nothing in them.</summary>
    public void DownloadFirstPage() => DownloadAsync(FirstPage()).GetAwaiter().GetResult();

    /// <summary>Sends requests for almost no data, one after another, to measure the latency alone.</summary>
    /// <param name="count">How many.</param>
    public void MakeRoundTrips(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _http.GetByteArrayAsync(new Uri(_endpoint, "smp/exchange/mailboxes?top=1")).GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<MailboxCount> ReadAsync(string tenant)
    {
        var watch = Stopwatch.StartNew();
        TimeSpan? firstPage = null;
        long count = 0;
        string? next = FirstPage(tenant);
        while (!string.IsNullOrEmpty(next))
        {
            using HttpResponseMessage response =
                await _http.GetAsync(new Uri(next), HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            using Stream content = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            Page? page = await JsonSerializer.DeserializeAsync(content, PageContext.Default.Page).ConfigureAwait(false);
            firstPage ??= watch.Elapsed;
            count += page!.Mailboxes!.Count;
            next = page.NextLink;
        }

        return new MailboxCount(count, firstPage.GetValueOrDefault());
    }

    private string FirstPage(string tenant = "") =>
        new Uri(_endpoint, $"smp/exchange/mailboxes?top=1000&tenant={tenant}").AbsoluteUri;

    private async Task DownloadAsync()
    {
        string next = FirstPage();
        while (next.Length > 0)
        {
            int length = await DownloadAsync(next).ConfigureAwait(false);
            next = LinkIn(_page.AsSpan(0, length));
        }
    }

    private async Task<int> DownloadAsync(string address)
    {
        using HttpResponseMessage response =
            await _http.GetAsync(new Uri(address), HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using Stream content = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        return await content.ReadAtLeastAsync(_page, _page.Length, throwOnEndOfStream: false).ConfigureAwait(false);
    }

    // It is the last thing in a page.
    private static string LinkIn(ReadOnlySpan<byte> page)
    {
        ReadOnlySpan<byte> name = "\"nextLink\":\""u8;
        ReadOnlySpan<byte> link = page[(page.LastIndexOf(name) + name.Length)..];
        return Encoding.UTF8.GetString(link[..link.IndexOf((byte)'"')]);
    }

    private static async Task<string> RequestTokenAsync(HttpClient http, Uri authority, string clientId, string clientSecret)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = clientSecret,
            ["scope"] = "enpower.data.read.all",
        });
        using HttpResponseMessage response =
            await http.PostAsync(new Uri(authority, "connect/token"), form).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using Stream content = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        using JsonDocument answer = await JsonDocument.ParseAsync(content).ConfigureAwait(false);
        return answer.RootElement.GetProperty("access_token").GetString()!;
    }
}
