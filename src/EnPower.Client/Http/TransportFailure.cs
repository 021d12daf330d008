using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace EnPower.Http;

/// <summary>Why no answer came: told apart by what the exceptions of the platform have in common.</summary>
internal sealed record TransportFailure(EnPowerErrorId ErrorId, string Message, bool IsTransient)
{
    public static TransportFailure From(Exception exception, Uri uri)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException:
                case WebException { Status: WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure }:
                    return new(
                        EnPowerErrorId.TlsFailed,
                        $"No secure connection to {uri.Host}:{uri.Port} could be made: {cause.Message}",
                        IsTransient: false);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                case WebException { Status: WebExceptionStatus.NameResolutionFailure }:
                    return new(
                        EnPowerErrorId.NameResolutionFailed,
                        $"The host name {uri.Host} could not be resolved.",
                        IsTransient: cause is SocketException { SocketErrorCode: SocketError.TryAgain });
#if NET
                case HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } when cause.Message.Contains("'407'"):
#else
                case WebException { Response: HttpWebResponse { StatusCode: HttpStatusCode.ProxyAuthenticationRequired } }:
#endif
                    return new(
                        EnPowerErrorId.ProxyAuthenticationRequired,
                        $"The proxy lets no one through to {uri.Host}:{uri.Port} whom it doesn't know: {cause.Message}",
                        IsTransient: false);
            }
        }

        return new(
            EnPowerErrorId.ConnectionFailed,
            $"The connection to {uri.Host}:{uri.Port} could not be made, or broke: {exception.GetBaseException().Message}",
            IsTransient: true);
    }
}
