using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using EnPower.Authentication;

namespace EnPower.Http;

/// <summary>The reason why a response is missing or incomplete, derived from the exceptions of .NET.</summary>
internal sealed record TransportFailure(EnPowerErrorId ErrorId, string Message, bool IsTransient, Exception Cause)
{
    /// <summary>Classifies an exception.</summary>
    /// <param name="exception">The exception that the request or the body threw.</param>
    /// <param name="uri">The address of the request.</param>
    /// <param name="redaction">Hides secrets of the request that the server may repeat.</param>
    public static TransportFailure From(Exception exception, Uri uri, Redaction redaction)
    {
        Exception safe = ForeignException.ToSafe(exception, redaction);
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException:
                case Win32Exception { NativeErrorCode: int code } when IsSecurityError(code):
                case WebException { Status: WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure }:
                    return new(
                        EnPowerErrorId.TlsFailed,
                        $"The TLS handshake with {uri.Host}:{uri.Port} failed: {MessageOf(cause)}",
                        IsTransient: false,
                        safe);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                case WebException { Status: WebExceptionStatus.NameResolutionFailure }:
                    return new(
                        EnPowerErrorId.NameResolutionFailed,
                        $"The host name {uri.Host} could not be resolved.",
                        IsTransient: cause is SocketException { SocketErrorCode: SocketError.TryAgain },
                        safe);
#if NET
                case HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError }
                    when cause.Message.Contains("'407'"):
#else
                case WebException { Response: HttpWebResponse { StatusCode: HttpStatusCode.ProxyAuthenticationRequired } }:
#endif
                    return new(
                        EnPowerErrorId.ProxyAuthenticationRequired,
                        $"The proxy requires authentication (407) for {uri.Host}:{uri.Port}: {MessageOf(cause)}",
                        IsTransient: false,
                        safe);
            }
        }

        return new(
            EnPowerErrorId.ConnectionFailed,
            $"The connection to {uri.Host}:{uri.Port} failed: {MessageOf(exception.GetBaseException())}",
            IsTransient: true,
            safe);

        string? MessageOf(Exception cause) => ServerText.ToLine(cause.Message, redaction);
    }

    /// <summary>Creates the exception for a request to the API.</summary>
    public EnPowerApiException ToException(Uri uri) => new(ErrorId, Message, uri, Cause) { IsTransient = IsTransient };

    // The SEC_E_ and CERT_E_ codes of Windows, which Schannel reports without an AuthenticationException.
    private static bool IsSecurityError(int code) => unchecked((uint)code) >> 16 is 0x8009 or 0x800B;
}
