using Microsoft.AspNetCore.Connections;

namespace EnPower.Emulator;

/// <summary>A response body that is slow, stalls or is aborted.</summary>
internal sealed class FaultyBodyStream(Stream wire, Fault fault, CancellationToken ending) : Stream
{
    private const int DripsPerSecond = 10;

    // The server sends bytes in the background. An immediate reset would overtake them.
    private static readonly TimeSpan SendTime = TimeSpan.FromMilliseconds(100);

    private long _written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private long Limit => Math.Min(fault.AbortAfterBytes ?? long.MaxValue, fault.StallAfterBytes ?? long.MaxValue);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int allowed = (int)Math.Min(buffer.Length, Limit - _written);
        await DripAsync(buffer[..allowed]);
        _written += allowed;
        if (allowed < buffer.Length)
        {
            await BreakOffAsync();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        return WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => wire.FlushAsync(cancellationToken);

    public override void Flush() => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task DripAsync(ReadOnlyMemory<byte> bytes)
    {
        if (fault.BytesPerSecond is not { } speed)
        {
            await wire.WriteAsync(bytes, ending);
            return;
        }

        int drop = Math.Max(1, speed / DripsPerSecond);
        while (!bytes.IsEmpty)
        {
            ReadOnlyMemory<byte> next = bytes[..Math.Min(drop, bytes.Length)];
            bytes = bytes[next.Length..];
            await wire.WriteAsync(next, ending);
            await wire.FlushAsync(ending);
            await Task.Delay(TimeSpan.FromSeconds((double)next.Length / speed), ending);
        }
    }

    private async Task BreakOffAsync()
    {
        await wire.FlushAsync(ending);
        await Task.Delay(fault.StallAfterBytes == Limit ? Timeout.InfiniteTimeSpan : SendTime, ending);
        throw new ConnectionAbortedException();
    }
}
