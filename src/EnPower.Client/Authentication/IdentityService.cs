using System.Net;
using EnPower.Http;

namespace EnPower.Authentication;

/// <summary>
/// What is asked of the identity service within one time limit. Nothing but typed errors and cancellation gets out, whatever
/// the service or what stands before it answers, and nothing is sent to another origin than the authority's.
/// </summary>
internal sealed class IdentityService : IDisposable
{
    public const string DiscoveryPath = "/.well-known/openid-configuration";

    /// <summary>How many bytes of an answer are read, whatever its status.</summary>
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
        
        // MSAL's requests are sent on by it, which a client would take for a second time.
        _http = new HttpMessageInvoker(transport, disposeHandler: false);
        _timeProvider = timeProvider;
        _url = authority;
    }

    /// <summary>Gets what may never be shown.</summary>
    public Redaction Redaction { get; } = new();

    /// <summary>Gets the answer that came last; <see langword="null"/> before the first.</summary>
    public IdentityAnswer? LastAnswer { get; private set; }

    /// <summary>Does something with the identity service, within a time limit.</summary>
    /// <param name="authority">Its base address.</param>
    /// <param name="clientId">The client that asks.</param>
    /// <param name="transport">Carries requests. It stays the caller's.</param>
    /// <param name="timeout">How long all of it may take.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="work">What to do.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EnPowerException">It failed.</exception>
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
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using ITimer limit = timeProvider.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(), attempt, timeout, Timeout.InfiniteTimeSpan);
        try
        {
            return await work(service, attempt.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever closes a connection takes the credential from under a request that is on its way.
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception) when (exception is not EnPowerException)
        {
            throw attempt.IsCancellationRequested
                ? service.Error(
                    EnPowerErrorId.RequestTimedOut,
                    $"The identity service did not answer in full within {timeout.TotalSeconds:0} seconds",
                    isTransient: true,
                    exception)
                : service.Error(
                    EnPowerErrorId.Unexpected,
                    $"What EnPower didn't foresee happened to the token request ({exception.GetType().Name}): "
                    + ServerText.ToLine(exception.Message, service.Redaction)?.TrimEnd('.'),
                    innerException: exception);
        }
    }

    /// <summary>Asks for the address of the token endpoint (OpenID Connect Discovery 1.0).</summary>
    public async Task<Uri> DiscoverAsync(CancellationToken cancellationToken)
    {
        var address = new Uri(_authority.AbsoluteUri.TrimEnd('/') + DiscoveryPath);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        IdentityAnswer answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        using JsonDocument? document = AnswerJson.TryParse(answer.Text);
        RequireIssuer(Member("issuer") ?? throw InvalidAnswer("names no issuer"));
        string text = Member("token_endpoint") ?? throw InvalidAnswer("names no token endpoint");
        if (UriExtensions.TryParse(text) is not { } endpoint || endpoint.Origin() is not { } origin)
        {
            throw InvalidAnswer($"names a token endpoint that is no address: {ServerText.ToLine(text, Redaction)}");
        }

        if (origin != _authority.Origin() || endpoint.UserInfo.Length > 0)
        {
            _url = endpoint;
            throw Error(
                EnPowerErrorId.InvalidIdentityResponse,
                $"The identity service {_authority.Origin()} names a token endpoint on {ServerText.ToLine(origin, Redaction)}. "
                + "The credential is for the identity service only, and was not sent");
        }

        return endpoint;

        string? Member(string name) =>
            AnswerJson.Member(document?.RootElement, name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } member
                ? member
                : null;
    }

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <exception cref="EnPowerException">There is no answer, or one of another status than 200.</exception>
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

            // A body of .NET Framework doesn't look at the token once it is waited for.
            using CancellationTokenRegistration abort = cancellationToken.Register(response.Dispose);
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

    /// <summary>Makes the error for an answer of status 200 that is not what was asked for.</summary>
    public EnPowerAuthenticationException InvalidAnswer(string reason, Exception? innerException = null) => Error(
        EnPowerErrorId.InvalidIdentityResponse, $"The identity service {reason}: {LastAnswer}", innerException: innerException);

    /// <summary>Makes an error of the request that was made last.</summary>
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

    /// <summary>Makes the error for a refusal.</summary>
    public EnPowerAuthenticationException Refusal(OAuthError answer)
    {
        (EnPowerErrorId errorId, string summary) = answer.Error switch
        {
            "invalid_client" => (
                EnPowerErrorId.InvalidClient, $"The identity service doesn't accept the client {_clientId} or its credential"),
            "invalid_scope" => (
                EnPowerErrorId.InvalidScope, $"The client {_clientId} is not granted {GraphApiClient.Permission}"),
            "unauthorized_client" => (
                EnPowerErrorId.UnauthorizedClient, $"The client {_clientId} may not ask for tokens in this way"),
            _ => (
                EnPowerErrorId.TokenRequestFailed, "The identity service refused the token request"),
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
                        $"The answer of the identity service (status {(int)response.StatusCode}) is larger than "
                        + $"{MaximumAnswerBytes / 1024 / 1024} MB, and was read no further");
                }

                body.Write(buffer, 0, read);
            }

            return body.ToArray();
        }
        catch (Exception exception) when (exception is not EnPowerException && response.StatusCode != HttpStatusCode.OK
            && !cancellationToken.IsCancellationRequested)
        {
            // An error is one whatever comes after its status.
            return null;
        }
    }

    private EnPowerAuthenticationException Unreachable(Exception exception)
    {
        var failure = TransportFailure.From(exception, _url, Redaction);
        bool isDiscovery = _url.AbsolutePath.EndsWith(DiscoveryPath, StringComparison.Ordinal);
        return Error(
            isDiscovery && failure.ErrorId == EnPowerErrorId.ConnectionFailed ? EnPowerErrorId.DiscoveryFailed : failure.ErrorId,
            failure.Message.TrimEnd('.'),
            failure.IsTransient,
            failure.Cause);
    }

    private EnPowerAuthenticationException Failure(IdentityAnswer answer, HttpStatusCode status, TimeSpan? retryAfter)
    {
        bool isDiscovery = _url.AbsolutePath.EndsWith(DiscoveryPath, StringComparison.Ordinal);
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
                EnPowerErrorId.UnexpectedRedirect, $"The identity service redirects, which is not followed: {answer}"),
            >= 400 when isDiscovery => Error(
                EnPowerErrorId.DiscoveryFailed, $"The identity service doesn't tell its addresses: {answer}", answer: error),
            _ when error is not null => Refusal(error),
            _ => InvalidAnswer("gave no OAuth 2.0 answer"),
        };
    }

    private void RequireIssuer(string issuer)
    {
        // The issuer is the authority's address, but for what comes to the same: casing of the host, a slash at the end.
        if (UriExtensions.TryParse(issuer) is not { } name
            || name.Origin() != _authority.Origin()
            || name.AbsolutePath.TrimEnd('/') != _authority.AbsolutePath.TrimEnd('/'))
        {
            throw Error(
                EnPowerErrorId.IssuerMismatch,
                $"The identity service is not who it should be: it was asked at {_authority}, and calls itself "
                + ServerText.ToLine(issuer, Redaction));
        }
    }
}
