using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EnPower;

/// <summary>
/// A server that accepts any connection, records the first bytes, and closes the connection, optionally after a response.
/// </summary>
internal sealed class Eavesdropper : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly byte[] _answer;

    public Eavesdropper(params byte[] answer)
    {
        _answer = answer;
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
                await client.GetStream().WriteAsync(_answer, _ending.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }
}
