using System.Net;
using System.Net.Security;
#if NET
using System.Security.Authentication;
#endif

namespace EnPower.Http;

/// <summary>Creates the HTTP handler of a connection, for the API and the identity service.</summary>
internal static class Transport
{
#if NET
    // Cancels the request that only opens a connection.
    private static readonly HttpRequestOptionsKey<CancellationTokenSource> OpensOnly = new("EnPower.OpensOnly");

#endif
    public static HttpMessageHandler Create(TransportOptions options)
    {
#if NET
        var handler = new SocketsHttpHandler
        {
            // A redirect could send the token to another server.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            Proxy = options.Proxy,
            // A pooled connection would not notice DNS changes.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // A complete page fits into the window, so that the server does not wait for window updates.
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

        return new UserAgentHandler(handler, options.Host);
#else
        AllowTls12();
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = options.Proxy,
        };

        if (options.SkipCertificateCheck)
        {
            handler.ServerCertificateCustomValidationCallback =
                static (request, _, _, errors) => errors == SslPolicyErrors.None || request.RequestUri.IsLoopback;
        }

        return new UserAgentHandler(new DecompressionHandler(handler), options.Host);
#endif
    }

#if NET
    /// <summary>
    /// Opens a connection to a server ahead of the first request. It sends no request: the request that opens the connection is
    /// cancelled as soon as TLS is established. A failure is ignored here, because the first request then reports it.
    /// </summary>
    /// <param name="http">The client, without a connection to the server yet.</param>
    /// <param name="address">Any address of the server.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    public static async Task OpenConnectionAsync(HttpMessageInvoker http, Uri address, CancellationToken cancellationToken)
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
            // Cancelled as intended, or a failure that the first request will report.
        }
    }

#endif
    /// <summary>Tells whether requests use a proxy, from the options or of the system.</summary>
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
    // TLS 1.2 may be off by default in Windows PowerShell. Other versions are kept for other code in the process.
    private static void AllowTls12()
    {
        if (ServicePointManager.SecurityProtocol != 0)
        {
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        }
    }
#endif
}
