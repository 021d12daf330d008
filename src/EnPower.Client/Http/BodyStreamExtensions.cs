namespace EnPower.Http;

internal static class BodyStreamExtensions
{
    /// <summary>Reads the next bytes of a body.</summary>
    /// <exception cref="IOException">
    /// The transfer failed. That includes a body that can't be decompressed: decompressors throw exceptions of several types
    /// without a common base.
    /// </exception>
    public static async Task<int> ReadSomeAsync(
        this Stream body, byte[] buffer, int offset, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, offset, buffer.Length - offset, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception
            is not (IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException
                or OutOfMemoryException))
        {
            throw new IOException($"The body can't be decompressed. {exception.Message}");
        }
    }
}
