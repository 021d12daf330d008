using System.Net;
using System.Net.Sockets;

namespace EnPower.Emulator;

/// <summary>
/// A free port, reserved by bound sockets, so that addresses are known before the server starts and no other process can take
/// the port. The server takes over the sockets. Disposing is for a failed start.
/// </summary>
internal sealed class LoopbackPort : IDisposable
{
    private const int MaximumTries = 20;

    private readonly Dictionary<EndPoint, Socket> _sockets;

    private LoopbackPort(int number, Dictionary<EndPoint, Socket> sockets)
    {
        Number = number;
        _sockets = sockets;
    }

    public int Number { get; }

    public IEnumerable<IPEndPoint> EndPoints => _sockets.Keys.Cast<IPEndPoint>();

    public Uri BaseAddress => new($"https://localhost:{Number}/");

    public static LoopbackPort Reserve()
    {
        for (int attempt = 1; ; attempt++)
        {
            Socket ipv4 = Bind(IPAddress.Loopback, 0);
            var endPoint = (IPEndPoint)ipv4.LocalEndPoint!;
            var sockets = new Dictionary<EndPoint, Socket> { [endPoint] = ipv4 };
            try
            {
                // Clients often try ::1 first for "localhost". On Windows, a refused connection takes seconds.
                Socket ipv6 = Bind(IPAddress.IPv6Loopback, endPoint.Port);
                sockets.Add(ipv6.LocalEndPoint!, ipv6);
                return new LoopbackPort(endPoint.Port, sockets);
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse && attempt < MaximumTries)
            {
                ipv4.Dispose();
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressNotAvailable
                or SocketError.AddressFamilyNotSupported or SocketError.ProtocolFamilyNotSupported)
            {
                return new LoopbackPort(endPoint.Port, sockets);
            }
        }
    }

    public Socket? SocketAt(EndPoint endPoint) => _sockets.GetValueOrDefault(endPoint);

    public void Dispose()
    {
        foreach (Socket socket in _sockets.Values)
        {
            socket.Dispose();
        }
    }

    private static Socket Bind(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }
}
