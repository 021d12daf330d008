namespace EnPower.Http;

internal static class HttpResponseMessageExtensions
{
    /// <summary>Aborts the transfer of the body when a token is cancelled, until the result is disposed.</summary>
    // Only on .NET Framework, where a pending read of a body ignores its token. On .NET, a second thread that disposes the
    // response would free the memory of a decompressor at work, which ends the process.
    public static IDisposable? AbortOn(this HttpResponseMessage response, CancellationToken cancellationToken) =>
#if NET
        null;
#else
        cancellationToken.Register(response.Dispose);
#endif
}
