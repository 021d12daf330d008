using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EnPower;

/// <summary>A proxy on this machine that opens tunnels, as HTTPS needs them (RFC 9110, section 9.3.6).</summary>
internal sealed class ConnectProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string? _credential;

    /// <summary>Starts a proxy; with user and password one that lets no one else through.</summary>
    public ConnectProxy(string? user = null, string? password = null)
    {
        _credential = user is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Gets the server that all tunnels lead to; the one that is asked for if <see langword="null"/>.</summary>
    public Uri? Server { get; init; }

    /// <summary>Gets the hosts and ports that tunnels were asked for.</summary>
    public ConcurrentQueue<string> Tunnels { get; } = [];

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync();
                _ = ServeAsync(client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            NetworkStream stream = client.GetStream();
            string[] head = await ReadHeadAsync(stream);
            if (_credential is not null && !head.Contains($"Proxy-Authorization: Basic {_credential}"))
            {
                await WriteAsync(
                    stream,
                    "407 Proxy Authentication Required",
                    "Proxy-Authenticate: Basic realm=\"test\"",
                    "Content-Length: 0",
                    "Connection: close");
                return;
            }

            string target = head[0].Split(' ')[1];
            Tunnels.Enqueue(target);
            Uri leadsTo = Server ?? new Uri($"https://{target}");
            using var server = new TcpClient();
            await server.ConnectAsync(leadsTo.Host, leadsTo.Port);
            await WriteAsync(stream, "200 Connection established");
            await Task.WhenAny(stream.CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(stream));
        }
    }

    private static async Task<string[]> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) == 1)
        {
            head.Append((char)one[0]);
        }

        return head.ToString().Split("\r\n");
    }

    private static ValueTask WriteAsync(NetworkStream stream, string status, params string[] headers) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", [$"HTTP/1.1 {status}", .. headers, "", ""])));
}
