using System.Net;
using System.Net.Http.Headers;
using System.Text;
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
    private static readonly string[] Scopes = [GraphApiClient.Permission];

    // Asked for once a connection: MSAL would ask once a process.
    private Uri? _tokenEndpoint;

    public Task<AccessToken> AcquireAsync(IRequestObserver observer, CancellationToken cancellationToken) => IdentityService.UseAsync(
        authority,
        credential.ClientId,
        transport,
        timeout,
        timeProvider,
        async (service, attempt) =>
        {
            _tokenEndpoint ??= await service.DiscoverAsync(attempt).ConfigureAwait(false);
            AccessToken token = await AcquireAsync(service, _tokenEndpoint, attempt).ConfigureAwait(false);
            observer.TokenAcquired(authority, token.ExpiresOn);
            return token;
        },
        cancellationToken);

    private async Task<AccessToken> AcquireAsync(IdentityService service, Uri tokenEndpoint, CancellationToken cancellationToken)
    {
        using var carrier = new TokenRequestCarrier(authority, tokenEndpoint, service, cancellationToken);
        AuthenticationResult result;
        try
        {
            result = await CreateApplication(carrier, tokenEndpoint, service.Redaction)
                .AcquireTokenForClient(Scopes)
                .ExecuteAsync(cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure(exception, carrier, service);
        }

        if (!BearerToken.IsValid(result.AccessToken))
        {
            throw service.InvalidAnswer("gave a token that is empty, or has characters that no token has");
        }

        // An answer that names no time, or one that has passed, comes out of MSAL as one that ends now.
        double seconds = Math.Round((result.ExpiresOn - DateTimeOffset.UtcNow).TotalSeconds);
        DateTimeOffset now = timeProvider.GetUtcNow();
        return seconds > 0
            ? AccessToken.Renewable(result.AccessToken, now, now.AddSeconds(seconds))
            : new AccessToken(result.AccessToken, expiresOn: null, renewOn: DateTimeOffset.MaxValue);
    }

    // One application a token: it is not kept with the secret in it, and never answers with a token it gave before.
    private IConfidentialClientApplication CreateApplication(TokenRequestCarrier carrier, Uri tokenEndpoint, Redaction redaction) =>
        credential
            .AddTo(ConfidentialClientApplicationBuilder.Create(credential.ClientId), tokenEndpoint, redaction)
            .WithOidcAuthority(authority.AbsoluteUri.TrimEnd('/'))
            .WithHttpClientFactory(carrier, retryOnceOn5xx: false)
            .Build();

    // MSAL's exceptions go no further: they hold the whole answer, and their types are not for users to see.
    private static Exception Failure(Exception exception, TokenRequestCarrier carrier, IdentityService service)
    {
        if (carrier.Failure is { } failure)
        {
            return failure;
        }

        if (!carrier.HasAnswered)
        {
            // Whatever it is: not the identity service's doing.
            return exception.GetBaseException() as EnPowerException ?? exception;
        }

        return OAuthError.Parse(service.LastAnswer!.Text, service.Redaction) is { } error
            ? service.Refusal(error)
            : service.InvalidAnswer("gave no OAuth 2.0 answer");
    }

    /// <summary>
    /// Carries MSAL's requests: the one for a token to the endpoint that was discovered, whatever MSAL takes for it; the one
    /// for discovery nowhere, as it is answered already.
    /// </summary>
    private sealed class TokenRequestCarrier(
        Uri authority, Uri tokenEndpoint, IdentityService service, CancellationToken attempt)
        : HttpMessageHandler, IMsalHttpClientFactory
    {
        public Exception? Failure { get; private set; }

        /// <summary>Gets a value indicating whether a token request was answered with status 200.</summary>
        public bool HasAnswered { get; private set; }

        public HttpClient GetHttpClient() => new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get)
            {
                return Respond(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
                {
                    ["issuer"] = authority.AbsoluteUri.TrimEnd('/'),
                    ["token_endpoint"] = tokenEndpoint.AbsoluteUri,
                    ["authorization_endpoint"] = tokenEndpoint.AbsoluteUri,
                }));
            }

            request.RequestUri = tokenEndpoint;
            try
            {
                IdentityAnswer answer = await service.SendAsync(request, attempt).ConfigureAwait(false);
                HasAnswered = true;
                return Respond(answer.Body!);
            }
            catch (EnPowerException exception)
            {
                // MSAL may put an exception of its own around it.
                Failure = exception;
                throw;
            }
        }

        private static HttpResponseMessage Respond(byte[] body) => new(HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = Encoding.UTF8.WebName } },
            },
        };
    }
}
