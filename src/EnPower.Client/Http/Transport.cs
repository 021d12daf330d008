using System.Net;
using System.Net.Security;
#if NET
using System.Security.Authentication;
#endif

namespace EnPower.Http;

/// <summary>Makes what carries the requests of a connection, to the API and to the identity service.</summary>
internal static class Transport
{
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
