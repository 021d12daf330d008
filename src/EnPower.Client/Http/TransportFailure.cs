using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using EnPower.Authentication;

namespace EnPower.Http;

/// <summary>Why no whole answer came: told apart by what the exceptions of the platform have in common.</summary>
internal sealed record TransportFailure(EnPowerErrorId ErrorId, string Message, bool IsTransient, Exception Cause)
{
    /// <summary>Tells what went wrong.</summary>
    /// <param name="exception">What was thrown between sending the request and the end of the answer.</param>
    /// <param name="uri">The address that was asked.</param>
    /// <param name="redaction">Hides what the server may repeat of the request.</param>
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
                        $"No secure connection to {uri.Host}:{uri.Port} could be made: {Words(cause)}",
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
                case HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } when cause.Message.Contains("'407'"):
#else
                case WebException { Response: HttpWebResponse { StatusCode: HttpStatusCode.ProxyAuthenticationRequired } }:
#endif
                    return new(
                        EnPowerErrorId.ProxyAuthenticationRequired,
                        $"The proxy lets no one through to {uri.Host}:{uri.Port} whom it doesn't know: {Words(cause)}",
                        IsTransient: false,
                        safe);
            }
        }

        return new(
            EnPowerErrorId.ConnectionFailed,
            $"The connection to {uri.Host}:{uri.Port} could not be made, or broke: {Words(exception.GetBaseException())}",
            IsTransient: true,
            safe);

        string? Words(Exception cause) => ServerText.ToLine(cause.Message, redaction);
    }

    /// <summary>Makes the exception for a request to the API.</summary>
    public EnPowerApiException ToException(Uri uri) => new(ErrorId, Message, uri, Cause) { IsTransient = IsTransient };

    // The SEC_E_ and CERT_E_ codes of Windows, which Schannel reports without an AuthenticationException.
    private static bool IsSecurityError(int code) => unchecked((uint)code) >> 16 is 0x8009 or 0x800B;
}
