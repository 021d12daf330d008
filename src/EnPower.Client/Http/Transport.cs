using System.Net;
using System.Net.Security;
#if NET
using System.Security.Authentication;
#endif

namespace EnPower.Http;

/// <summary>Makes what carries the requests of a connection, to the API and to the identity service.</summary>
internal static class Transport
{
#if NET
    // In the request that only opens a connection: what cancels it.
    private static readonly HttpRequestOptionsKey<CancellationTokenSource> OpensOnly = new("EnPower.OpensOnly");

#endif
    public static HttpMessageHandler Create(TransportOptions options)
    {
#if NET
        var handler = new SocketsHttpHandler
        {
            // The token goes with a request to where we send it, and nowhere else.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            Proxy = options.Proxy,
            // A pooled connection doesn't notice when the name moves to another address.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // A page, packed or not, comes without waiting for us to say each time that more may come.
            InitialHttp2StreamWindowSize = 4 * 1024 * 1024,
            PlaintextStreamFilter = static (connection, _) =>
            {
                if (connection.InitialRequestMessage.Options.TryGetValue(OpensOnly, out CancellationTokenSource? request))
                {
                    request.Cancel();
                }

                return new ValueTask<Stream>(connection.PlaintextStream);
            },
        };
        handler.SslOptions.EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        if (options.SkipCertificateCheck)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = static (connection, _, _, errors) =>
                errors == SslPolicyErrors.None || new UriBuilder("https", ((SslStream)connection).TargetHostName).Uri.IsLoopback;
        }
#else
        AllowTls12();
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            UseCookies = false,
            Proxy = options.Proxy,
        };

        if (options.SkipCertificateCheck)
        {
            handler.ServerCertificateCustomValidationCallback =
                static (request, _, _, errors) => errors == SslPolicyErrors.None || request.RequestUri.IsLoopback;
        }
#endif
        return new UserAgentHandler(handler, options.Host);
    }

#if NET
    /// <summary>
    /// Opens a connection to a server, for the first request to find. No request is sent: the one that it is opened for is
    /// cancelled as soon as there is a connection. Where there is none, the first request fails for the same reason, and says so.
    /// </summary>
    /// <param name="http">Has no connection to the server yet.</param>
    /// <param name="address">Any address of the server.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task OpenConnectionAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        using var opening = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version20 };
        request.Options.Set(OpensOnly, opening);
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, opening.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            // As it should be, or as the first request will say.
        }
    }

#endif
    /// <summary>Tells whether a request goes through a proxy, given or the system's.</summary>
    public static bool UsesProxy(TransportOptions options, Uri address)
    {
#if NET
        IWebProxy? proxy = options.Proxy ?? HttpClient.DefaultProxy;
#else
        IWebProxy? proxy = options.Proxy ?? WebRequest.DefaultWebProxy;
#endif
        return proxy is not null && !proxy.IsBypassed(address) && proxy.GetProxy(address) is { } server && server != address;
    }

#if !NET
    // Windows PowerShell on an old system may have TLS 1.2 off. It is added, never assigned: the process isn't ours alone.
    private static void AllowTls12()
    {
        if (ServicePointManager.SecurityProtocol != 0)
        {
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        }
    }
#endif
}
