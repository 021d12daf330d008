using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ShapingProxy;

// ShapingProxy TARGET-PORT MBIT-PER-SECOND ROUND-TRIP-MILLISECONDS
// Writes the port it listens on, and serves until its standard input ends: with the process that started it.
int target = int.Parse(args[0], CultureInfo.InvariantCulture);
double bytesPerSecond = double.Parse(args[1], CultureInfo.InvariantCulture) * 1_000_000 / 8;
var delay = TimeSpan.FromMilliseconds(double.Parse(args[2], CultureInfo.InvariantCulture) / 2);

var up = new Link(bytesPerSecond, delay);
var down = new Link(bytesPerSecond, delay);
using var listener = new TcpListener(IPAddress.Loopback, port: 0);
listener.Start();
Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port);
_ = AcceptAsync();
await Console.In.ReadToEndAsync();

async Task AcceptAsync()
{
    while (true)
    {
        _ = ServeAsync(await listener.AcceptTcpClientAsync());
    }
}

async Task ServeAsync(TcpClient client)
{
    try
    {
        using (client)
        using (var server = new TcpClient())
        {
            await server.ConnectAsync(IPAddress.Loopback, target);
            client.NoDelay = true;
            server.NoDelay = true;

            // The TCP handshake, which this machine answers without a delay.
            await Task.Delay(2 * delay);
            await Task.WhenAny(
                up.CarryAsync(client.GetStream(), server.GetStream()),
                down.CarryAsync(server.GetStream(), client.GetStream()));
        }
    }
    catch (Exception exception) when (exception is IOException or SocketException)
    {
        // One of the two has left.
    }
}
