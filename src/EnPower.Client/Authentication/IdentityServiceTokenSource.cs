using EnPower.Http;
using Microsoft.Identity.Client;

namespace EnPower.Authentication;

/// <summary>
/// Gets tokens from AvePoint's identity service by the OAuth 2.0 client credentials grant.
/// Source: https://learn.avepoint.com/docs/register-app.html
/// </summary>
internal sealed class IdentityServiceTokenSource(Uri authority, ClientCredential credential, HttpClient http, TimeProvider timeProvider)
    : IAccessTokenSource
{
    private static readonly string[] Scopes = [GraphApiClient.Permission];

    private readonly Lazy<IConfidentialClientApplication> _application = new(() => credential
        .AddTo(ConfidentialClientApplicationBuilder.Create(credential.ClientId))
        .WithOidcAuthority(authority.AbsoluteUri.TrimEnd('/'))
        .WithHttpClientFactory(new SingleHttpClientFactory(http), retryOnceOn5xx: false)
        .Build());

    public Uri Authority => authority;

    public async Task<AccessToken> AcquireAsync(CancellationToken cancellationToken)
    {
        try
        {
            AuthenticationResult result = await _application.Value
                .AcquireTokenForClient(Scopes)
                // The token is kept by us, who also know when the API refused it.
                .WithForceRefresh(true)
                .ExecuteAsync(cancellationToken)
                .ConfigureAwait(false);
            return new AccessToken(result.AccessToken, timeProvider.GetUtcNow(), result.ExpiresOn);
        }
        catch (MsalServiceException exception) when (exception.InnerException is not HttpRequestException)
        {
            throw Failure(exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or MsalServiceException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var failure = TransportFailure.From(exception, authority);
            throw new EnPowerAuthenticationException(failure.ErrorId, failure.Message, authority, exception)
            {
                IsTransient = failure.IsTransient,
            };
        }
    }

    // MSAL's exception goes no further: it holds the whole answer, and its type is not for users to see.
    private EnPowerAuthenticationException Failure(MsalServiceException exception)
    {
        OAuthError? answer = OAuthError.Parse(exception.ResponseBody);
        string client = credential.ClientId;
        (EnPowerErrorId errorId, string summary) = answer?.Error switch
        {
            "invalid_client" => (
                EnPowerErrorId.InvalidClient, $"The identity service doesn't accept the client {client} or its credential"),
            "invalid_scope" => (
                EnPowerErrorId.InvalidScope, $"The client {client} is not granted {GraphApiClient.Permission}"),
            "unauthorized_client" => (
                EnPowerErrorId.UnauthorizedClient, $"The client {client} may not ask for tokens in this way"),
            { } => (
                EnPowerErrorId.TokenRequestFailed, "The identity service refused the token request"),
            null => (
                EnPowerErrorId.IdentityServiceFailed,
                $"The identity service gave no OAuth 2.0 answer (status {exception.StatusCode})"),
        };
        string words = answer is null ? "." : $": {answer}";
        return new EnPowerAuthenticationException(errorId, $"{summary} ({authority}){words}", authority)
        {
            Error = answer?.Error,
            ErrorDescription = answer?.ErrorDescription,
            IsTransient = exception.StatusCode is 408 or 429 or >= 500,
        };
    }

    private sealed class SingleHttpClientFactory(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
