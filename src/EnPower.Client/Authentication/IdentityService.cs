using System.Net;
using EnPower.Http;

namespace EnPower.Authentication;

/// <summary>
/// Sends the requests of one token acquisition to the identity service, within one time limit. Throws typed errors and
/// cancellation only, whatever the service or a proxy responds. Sends requests to the origin of the authority only.
/// </summary>
internal sealed class IdentityService : IDisposable
{
    public const string DiscoveryPath = "/.well-known/openid-configuration";

    /// <summary>The maximum size of a response, whatever its status.</summary>
    public const int MaximumAnswerBytes = 1024 * 1024;

    private readonly Uri _authority;
    private readonly string? _clientId;
    private readonly HttpMessageInvoker _http;
    private readonly TimeProvider _timeProvider;
    private Uri _url;

    private IdentityService(Uri authority, string? clientId, HttpMessageHandler transport, TimeProvider timeProvider)
    {
        _authority = authority;
        _clientId = clientId;
        
        // Not an HttpClient: it refuses to send a request twice, and MSAL's client has sent it to us already.
        _http = new HttpMessageInvoker(transport, disposeHandler: false);
        _timeProvider = timeProvider;
        _url = authority;
    }

    /// <summary>Gets whether the latest request was for the discovery document.</summary>
    private bool IsDiscovery => _url.AbsolutePath.EndsWith(DiscoveryPath, StringComparison.Ordinal);

    /// <summary>Gets the secrets that must not be displayed.</summary>
    public Redaction Redaction { get; } = new();

    /// <summary>Gets the latest response; <see langword="null"/> before the first.</summary>
    public IdentityAnswer? LastAnswer { get; private set; }

    /// <summary>Runs requests to the identity service within a time limit.</summary>
    /// <param name="authority">Its base address.</param>
    /// <param name="clientId">The client ID, for messages.</param>
    /// <param name="transport">Sends the requests. The caller disposes it.</param>
    /// <param name="timeout">The time limit of all requests together.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="work">Sends the requests.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="EnPowerException">A request failed.</exception>
    public static async Task<T> UseAsync<T>(
        Uri authority,
        string? clientId,
        HttpMessageHandler transport,
        TimeSpan timeout,
        TimeProvider timeProvider,
        Func<IdentityService, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken)
    {
        using var service = new IdentityService(authority, clientId, transport, timeProvider);
        using var attempt = new AttemptTimeout(timeout, timeProvider, cancellationToken);
        try
        {
            return await work(service, attempt.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            // Closing a connection disposes the credential of requests that are in flight, which then fail in other ways.
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception) when (exception is not EnPowerException)
        {
            throw attempt.IsCancellationRequested
                ? service.Error(
                    EnPowerErrorId.RequestTimedOut,
                    attempt.MessageOf("The identity service"),
                    isTransient: true,
                    exception)
                : service.Error(
                    EnPowerErrorId.Unexpected,
                    $"The token request failed unexpectedly ({exception.GetType().Name}): "
                    + ServerText.ToLine(exception.Message, service.Redaction)?.TrimEnd('.'),
                    innerException: exception);
        }
    }

    /// <summary>Gets the token endpoint by OpenID Connect Discovery 1.0.</summary>
    public async Task<Uri> DiscoverAsync(CancellationToken cancellationToken)
    {
        var address = new Uri(_authority.AbsoluteUri.TrimEnd('/') + DiscoveryPath);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        IdentityAnswer answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        using JsonDocument? document = AnswerJson.TryParse(answer.Text);
        RequireIssuer(Member("issuer") ?? throw InvalidAnswer("sent a discovery document without an issuer"));
        string text = Member("token_endpoint") ?? throw InvalidAnswer("sent a discovery document without a token endpoint");
        if (UriExtensions.TryParse(text) is not { } endpoint || endpoint.Origin() is not { } origin)
        {
            throw InvalidAnswer($"sent a discovery document with an invalid token endpoint {ServerText.ToLine(text, Redaction)}");
        }

        if (origin != _authority.Origin() || endpoint.UserInfo.Length > 0)
        {
            _url = endpoint;
            throw Error(
                EnPowerErrorId.InvalidIdentityResponse,
                $"The token endpoint is on {ServerText.ToLine(origin, Redaction)}, but the authority is {_authority.Origin()}. "
                + "The credential was not sent");
        }

        return endpoint;

        string? Member(string name) =>
            AnswerJson.Member(document?.RootElement, name) is { ValueKind: JsonValueKind.String } value
            && value.GetString() is { Length: > 0 } member
                ? member
                : null;
    }

    /// <summary>Sends a request and reads the complete response.</summary>
    /// <exception cref="EnPowerException">There is no response, or its status is not 200.</exception>
    public async Task<IdentityAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _url = request.RequestUri!;
        LastAnswer = null;
        IdentityAnswer answer;
        TimeSpan? retryAfter;
        HttpStatusCode status;
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);

            using IDisposable? abort = response.AbortOn(cancellationToken);
            status = response.StatusCode;
            retryAfter = response.Headers.RetryAfter.ToDelay(_timeProvider);
            answer = new IdentityAnswer(
                _url,
                (int)status,
                ServerText.ToLine(response.Content.Headers.ContentType?.MediaType, Redaction) ?? "no content type",
                await ReadBodyAsync(response, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Unreachable(exception);
        }

        LastAnswer = answer;
        return status == HttpStatusCode.OK ? answer : throw Failure(answer, status, retryAfter);
    }

    /// <summary>Creates the error for an unusable response with status 200.</summary>
    public EnPowerAuthenticationException InvalidAnswer(string reason, Exception? innerException = null) => Error(
        EnPowerErrorId.InvalidIdentityResponse, $"The identity service {reason}: {LastAnswer}", innerException: innerException);

    /// <summary>Creates an error of the latest request.</summary>
    public EnPowerAuthenticationException Error(
        EnPowerErrorId errorId,
        string summary,
        bool isTransient = false,
        Exception? innerException = null,
        OAuthError? answer = null,
        TimeSpan? retryAfter = null)
    {
        string url = ServerText.ToLine(_url.AbsoluteUri, Redaction)!;
        return new EnPowerAuthenticationException(
            errorId,
            $"{summary} ({url})" + (answer is null ? "." : $": {answer.ToString().ToSentence()}"),
            innerException is null ? null : ForeignException.ToSafe(innerException, Redaction))
        {
            Authority = _authority,
            Url = url,
            Error = answer?.Error,
            ErrorDescription = answer?.ErrorDescription,
            IsTransient = isTransient,
            RetryAfter = retryAfter,
        };
    }

    /// <summary>Creates the error for an OAuth 2.0 error response.</summary>
    public EnPowerAuthenticationException Refusal(OAuthError answer)
    {
        (EnPowerErrorId errorId, string summary) = answer.Error switch
        {
            "invalid_client" => (
                EnPowerErrorId.InvalidClient, $"The identity service does not accept the client {_clientId} or its credential"),
            "invalid_scope" => (
                EnPowerErrorId.InvalidScope, $"The client {_clientId} is not granted {GraphApiClient.Permission}"),
            "unauthorized_client" => (
                EnPowerErrorId.UnauthorizedClient, $"The client {_clientId} may not use the client credentials grant"),
            _ => (
                EnPowerErrorId.TokenRequestFailed, "The identity service rejected the token request"),
        };
        return Error(errorId, summary, answer: answer);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<byte[]?> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        try
        {
            using Stream content = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            int read;
            while ((read = await content.ReadSomeAsync(buffer, 0, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (body.Length + read > MaximumAnswerBytes)
                {
                    throw Error(
                        EnPowerErrorId.InvalidIdentityResponse,
                        $"The response of the identity service (status {(int)response.StatusCode}) is larger than "
                        + $"{MaximumAnswerBytes / 1024 / 1024} MB");
                }

                body.Write(buffer, 0, read);
            }

            return body.ToArray();
        }
        catch (Exception exception) when (exception is not EnPowerException && response.StatusCode != HttpStatusCode.OK
            && !cancellationToken.IsCancellationRequested)
        {
            // The status alone identifies an error.
            return null;
        }
    }

    private EnPowerAuthenticationException Unreachable(Exception exception)
    {
        var failure = TransportFailure.From(exception, _url, Redaction);
        return Error(
            IsDiscovery && failure.ErrorId == EnPowerErrorId.ConnectionFailed ? EnPowerErrorId.DiscoveryFailed : failure.ErrorId,
            failure.Message.TrimEnd('.'),
            failure.IsTransient,
            failure.Cause);
    }

    private EnPowerAuthenticationException Failure(IdentityAnswer answer, HttpStatusCode status, TimeSpan? retryAfter)
    {
        OAuthError? error = OAuthError.Parse(answer.Text, Redaction);
        return answer.Status switch
        {
            408 or 429 or (>= 500 and < 600) => Error(
                EnPowerErrorId.IdentityServiceFailed,
                $"The identity service failed: {answer}",
                isTransient: true,
                answer: error,
                retryAfter: retryAfter),
            _ when status.IsRedirect() => Error(
                EnPowerErrorId.UnexpectedRedirect, $"The identity service redirected the request: {answer}"),
            >= 400 when IsDiscovery => Error(
                EnPowerErrorId.DiscoveryFailed, $"OpenID Connect discovery failed: {answer}", answer: error),
            _ when error is not null => Refusal(error),
            _ => InvalidAnswer("did not send an OAuth 2.0 response"),
        };
    }

    private void RequireIssuer(string issuer)
    {
        // The issuer must be the address of the authority, apart from the casing of the host and a trailing slash.
        if (UriExtensions.TryParse(issuer) is not { } name
            || name.Origin() != _authority.Origin()
            || name.AbsolutePath.TrimEnd('/') != _authority.AbsolutePath.TrimEnd('/'))
        {
            throw Error(
                EnPowerErrorId.IssuerMismatch,
                $"The issuer {ServerText.ToLine(issuer, Redaction)} does not match the authority {_authority.AbsoluteUri}");
        }
    }
}
