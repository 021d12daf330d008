using System.Buffers;

namespace EnPower.Http;

/// <summary>The complete, decompressed body of a response, in a pooled buffer.</summary>
internal sealed class ResponseContent : IDisposable
{
    // Nearly every page of 1000 mailboxes fits, so that the buffer is not copied to grow.
    private const int InitialLength = 2 * 1024 * 1024;

    // One for the page that is parsed, one for the page in flight. The shared pool would keep buffers for every thread.
    private static readonly ArrayPool<byte> Buffers = ArrayPool<byte>.Create(
        maxArrayLength: 8 * 1024 * 1024, maxArraysPerBucket: 2);

    private readonly byte[] _buffer;

    private ResponseContent(byte[] buffer, int length)
    {
        _buffer = buffer;
        int start = buffer.AsSpan(0, length).StartsWith("\uFEFF"u8) ? "\uFEFF"u8.Length : 0;
        Bytes = new ArraySegment<byte>(buffer, start, length - start);
    }

    /// <summary>Gets the bytes without a byte order mark. They are valid until this object is disposed.</summary>
    public ArraySegment<byte> Bytes { get; }

    /// <summary>Reads a body to its end.</summary>
    /// <param name="content">The body.</param>
    /// <param name="limit">The maximum number of bytes.</param>
    /// <param name="createFailure">Creates the exception for a larger body.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async Task<ResponseContent> ReadAsync(
        Stream content, int limit, Func<Exception> createFailure, CancellationToken cancellationToken)
    {
        byte[] buffer = Buffers.Rent(InitialLength);
        int length = 0;
        int read;
        while ((read = await content.ReadSomeAsync(buffer, length, cancellationToken).ConfigureAwait(false)) > 0)
        {
            length += read;
            if (length > limit)
            {
                throw createFailure();
            }

            if (length == buffer.Length)
            {
                byte[] larger = Buffers.Rent(2 * length);
                buffer.CopyTo(larger, 0);
                Buffers.Return(buffer);
                buffer = larger;
            }
        }

        return new ResponseContent(buffer, length);
    }

    /// <inheritdoc/>
    public void Dispose() => Buffers.Return(_buffer);
}
