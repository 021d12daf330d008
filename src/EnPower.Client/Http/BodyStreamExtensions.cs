namespace EnPower.Http;

internal static class BodyStreamExtensions
{
    /// <summary>Reads some bytes of a body.</summary>
    /// <exception cref="IOException">
    /// The transfer is broken. A body that can't be unpacked is one: unpackers have exceptions of many types, with no base in
    /// common.
    /// </exception>
    public static async Task<int> ReadSomeAsync(
        this Stream body, byte[] buffer, int offset, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, offset, buffer.Length - offset, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception
            is not (IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException or OutOfMemoryException))
        {
            throw new IOException($"What came is not packed in the way that it says. {exception.Message}");
        }
    }
}
