using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EnPower;

/// <summary>A server that accepts any connection, records the first bytes, and sends no response.</summary>
internal sealed class Eavesdropper : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();

    public Eavesdropper()
    {
        _listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Gets the first bytes of each connection.</summary>
    public ConcurrentQueue<byte[]> Heard { get; } = [];

    public void Dispose()
    {
        _ending.Cancel();
        _listener.Dispose();
        _ending.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_ending.Token);
                byte[] buffer = new byte[16 * 1024];
                int read = await client.GetStream().ReadAsync(buffer, _ending.Token);
                Heard.Enqueue(buffer[..read]);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }
}
