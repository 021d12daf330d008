using EnPower.Http;
using Microsoft.Identity.Client;

namespace EnPower.Authentication;

/// <summary>
/// Gets tokens from AvePoint's identity service by the OAuth 2.0 client credentials grant.
/// Source: https://learn.avepoint.com/docs/register-app.html
/// </summary>
internal sealed class IdentityServiceTokenSource(
    Uri authority, ClientCredential credential, HttpMessageHandler transport, TimeSpan timeout, TimeProvider timeProvider)
    : IAccessTokenSource
{
    public const string DiscoveryPath = "/.well-known/openid-configuration";
    private const string IssuerValidationFailed = "authority_validation_failed";
    private const int LongestAnswer = 1024 * 1024;
    private static readonly string[] Scopes = [GraphApiClient.Permission];

    public async Task<AccessToken> AcquireAsync(IRequestObserver observer, CancellationToken cancellationToken)
    {
        var trace = new IdentityServiceTrace(transport);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using ITimer limit = timeProvider.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(), attempt, timeout, Timeout.InfiniteTimeSpan);
        var redaction = new Redaction();
        try
        {
            AuthenticationResult result = await CreateApplication(trace, redaction)
                .AcquireTokenForClient(Scopes)
                .ExecuteAsync(attempt.Token)
                .ConfigureAwait(false);
            observer.TokenAcquired(authority, result.ExpiresOn);
            return AccessToken.Renewable(result.AccessToken, timeProvider.GetUtcNow(), result.ExpiresOn);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever closes a connection takes the credential from under a request that is on its way.
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception) when (exception
            is MsalException or JsonException or HttpRequestException or IOException or OperationCanceledException)
        {
            throw Failure(exception, trace, redaction);
        }
    }

    // One application a token: it is not kept with the secret in it, and never answers with a token it gave before.
    private IConfidentialClientApplication CreateApplication(IdentityServiceTrace trace, Redaction redaction)
    {
        var http = new HttpClient(trace, disposeHandler: false)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswer,
        };
        return credential
            .AddTo(ConfidentialClientApplicationBuilder.Create(credential.ClientId), redaction)
            .WithOidcAuthority(authority.AbsoluteUri.TrimEnd('/'))
            .WithHttpClientFactory(new SingleHttpClientFactory(http), retryOnceOn5xx: false)
            .Build();
    }

    // MSAL's exceptions go no further: they hold the whole answer, and their types are not for users to see.
    private EnPowerAuthenticationException Failure(Exception exception, IdentityServiceTrace trace, Redaction redaction)
    {
        Uri url = trace.Url ?? authority;
        bool isDiscovery = url.AbsolutePath.EndsWith(DiscoveryPath, StringComparison.Ordinal);
        int status = (int)(trace.StatusCode ?? 0);
        if (exception is MsalThrottledServiceException)
        {
            // MSAL asks no one until the time has passed that the identity service asked for before.
            return Create(EnPowerErrorId.IdentityServiceFailed, "The identity service asked for time", isTransient: true);
        }

        Exception cause = exception is MsalException { InnerException: { } inner } ? inner : exception;
        switch (cause)
        {
            case HttpRequestException or IOException:
                var failure = TransportFailure.From(cause, url);
                bool isUnreachable = isDiscovery && failure.ErrorId == EnPowerErrorId.ConnectionFailed;
                return Create(
                    isUnreachable ? EnPowerErrorId.DiscoveryFailed : failure.ErrorId,
                    failure.Message.TrimEnd('.'),
                    failure.IsTransient,
                    cause);
            case OperationCanceledException:
                return Create(
                    EnPowerErrorId.RequestTimedOut,
                    $"The identity service gave no token within {timeout.TotalSeconds:0} seconds",
                    isTransient: true,
                    cause);
            case MsalException { ErrorCode: IssuerValidationFailed }:
                return Create(
                    EnPowerErrorId.IssuerMismatch,
                    $"The identity service is not who it should be: {exception.Message.Trim(' ', '.')}");
        }

        if (OAuthError.Parse(trace.Body) is { } answer)
        {
            return Refusal(
                new OAuthError(redaction.Apply(answer.Error)!, redaction.Apply(answer.ErrorDescription)),
                status,
                url,
                trace.RetryAfter.ToDelay(timeProvider));
        }

        string content = $"status {status}, {trace.MediaType ?? "no content type"}";
        return status switch
        {
            408 or 429 or >= 500 => Create(
                EnPowerErrorId.IdentityServiceFailed, $"The identity service failed: {content}", isTransient: true),
            >= 300 and < 400 => Create(
                EnPowerErrorId.UnexpectedRedirect, $"The identity service redirects, which is not followed: {content}"),
            >= 400 when isDiscovery => Create(
                EnPowerErrorId.DiscoveryFailed, $"The identity service doesn't tell its addresses: {content}"),
            _ => Create(
                EnPowerErrorId.InvalidIdentityResponse, $"The identity service gave no OAuth 2.0 answer: {content}"),
        };

        EnPowerAuthenticationException Create(
            EnPowerErrorId errorId, string summary, bool isTransient = false, Exception? innerException = null) =>
            new(errorId, $"{summary} ({url}).", innerException)
            {
                Authority = authority,
                Url = url.AbsoluteUri,
                IsTransient = isTransient,
                RetryAfter = trace.RetryAfter.ToDelay(timeProvider),
            };
    }

    private EnPowerAuthenticationException Refusal(OAuthError answer, int status, Uri url, TimeSpan? retryAfter)
    {
        string client = credential.ClientId;
        (EnPowerErrorId errorId, string summary) = answer.Error switch
        {
            "invalid_client" => (
                EnPowerErrorId.InvalidClient, $"The identity service doesn't accept the client {client} or its credential"),
            "invalid_scope" => (
                EnPowerErrorId.InvalidScope, $"The client {client} is not granted {GraphApiClient.Permission}"),
            "unauthorized_client" => (
                EnPowerErrorId.UnauthorizedClient, $"The client {client} may not ask for tokens in this way"),
            _ => (
                EnPowerErrorId.TokenRequestFailed, "The identity service refused the token request"),
        };
        return new EnPowerAuthenticationException(errorId, $"{summary} ({url}): {answer}")
        {
            Authority = authority,
            Url = url.AbsoluteUri,
            Error = answer.Error,
            ErrorDescription = answer.ErrorDescription,
            IsTransient = status is 408 or 429 or >= 500,
            RetryAfter = retryAfter,
        };
    }

    private sealed class SingleHttpClientFactory(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
