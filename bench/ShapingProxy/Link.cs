using System.Diagnostics;
using System.Threading.Channels;

namespace ShapingProxy;

/// <summary>One direction of a line: so many bytes a second for all connections together, each byte so much later.</summary>
internal sealed class Link(double bytesPerSecond, TimeSpan delay)
{
    private const int PacketSize = 1460;

    // As much as is on the way when the line is full, and as much again in the queue before it; then the sender waits.
    private readonly int _capacity = Math.Max(4, (int)(4 * bytesPerSecond * delay.TotalSeconds / PacketSize));
    private readonly Lock _sending = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _free;

    public async Task CarryAsync(Stream from, Stream to)
    {
        var packets = Channel.CreateBounded<(byte[] Bytes, TimeSpan Arrival)>(_capacity);
        Task arriving = DeliverAsync(packets.Reader, to);
        var buffer = new byte[PacketSize];
        while (await from.ReadAsync(buffer) is int length and > 0)
        {
            await packets.Writer.WriteAsync((buffer[..length], Send(length)));
        }

        packets.Writer.Complete();
        await arriving;
    }

    private TimeSpan Send(int length)
    {
        lock (_sending)
        {
            TimeSpan start = _clock.Elapsed > _free ? _clock.Elapsed : _free;
            _free = start + TimeSpan.FromSeconds(length / bytesPerSecond);
            return _free + delay;
        }
    }

    private async Task DeliverAsync(ChannelReader<(byte[] Bytes, TimeSpan Arrival)> packets, Stream to)
    {
        await foreach ((byte[] bytes, TimeSpan arrival) in packets.ReadAllAsync())
        {
            // The resolution of timers. Later chunks compensate for a late one.
            while (arrival - _clock.Elapsed > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(arrival - _clock.Elapsed);
            }

            await to.WriteAsync(bytes);
        }
    }
}
