using System.Net;
using System.Net.Http.Headers;
using System.Text;
using EnPower.Http;
using Microsoft.Identity.Client;

namespace EnPower.Authentication;

/// <summary>
/// Acquires tokens from the identity service by the OAuth 2.0 client credentials grant.
/// Source: https://learn.avepoint.com/docs/register-app.html
/// </summary>
internal sealed class IdentityServiceTokenSource(
    Uri authority, ClientCredential credential, HttpMessageHandler transport, TimeSpan timeout, TimeProvider timeProvider)
    : IAccessTokenSource
{
    private static readonly string[] Scopes = [GraphApiClient.Permission];

    // Discovered once per connection. MSAL caches its discovery for the process.
    private Uri? _tokenEndpoint;

    public Task<AccessToken> AcquireAsync(IRequestObserver observer, CancellationToken cancellationToken) =>
        IdentityService.UseAsync(
            authority,
            credential.ClientId,
            transport,
            timeout,
            timeProvider,
            async (service, attempt) =>
            {
                // MSAL gets ready meanwhile.
                Task<Uri> discovery = _tokenEndpoint is null ? service.DiscoverAsync(attempt) : Task.FromResult(_tokenEndpoint);
                AccessToken token = await AcquireAsync(service, discovery, attempt).ConfigureAwait(false);
                _tokenEndpoint = await discovery.ConfigureAwait(false);
                observer.TokenAcquired(authority, token.ExpiresOn);
                return token;
            },
            cancellationToken);

    private async Task<AccessToken> AcquireAsync(
        IdentityService service,
        Task<Uri> discovery,
        CancellationToken cancellationToken)
    {
        using var carrier = new TokenRequestCarrier(authority, discovery, service, cancellationToken);
        AuthenticationResult result;
        try
        {
            result = await CreateApplication(carrier, discovery, service.Redaction)
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
            throw service.InvalidAnswer(
                "sent an access token that is empty, or contains characters that a bearer token can't have");
        }

        // For a lifetime that is missing or negative, MSAL reports the current time.
        double seconds = Math.Round((result.ExpiresOn - DateTimeOffset.UtcNow).TotalSeconds);
        DateTimeOffset now = timeProvider.GetUtcNow();
        return seconds > 0
            ? AccessToken.Renewable(result.AccessToken, now, now.AddSeconds(seconds))
            : new AccessToken(result.AccessToken, expiresOn: null, renewOn: DateTimeOffset.MaxValue);
    }

    // A new application for each token: it must not keep the secret, nor return a cached token.
    private IConfidentialClientApplication CreateApplication(
        TokenRequestCarrier carrier,
        Task<Uri> discovery,
        Redaction redaction) =>
        credential
            .AddTo(ConfidentialClientApplicationBuilder.Create(credential.ClientId), discovery, redaction)
            .WithOidcAuthority(authority.AbsoluteUri.TrimEnd('/'))
            .WithHttpClientFactory(carrier, retryOnceOn5xx: false)
            .Build();

    // MSAL's exceptions contain the complete response, and their types are not visible to users.
    private static Exception Failure(Exception exception, TokenRequestCarrier carrier, IdentityService service)
    {
        if (carrier.Failure is { } failure)
        {
            return failure;
        }

        if (!carrier.HasAnswered)
        {
            // The failure is on this side, before or after the request.
            return exception;
        }

        return OAuthError.Parse(service.LastAnswer!.Text, service.Redaction) is { } error
            ? service.Refusal(error)
            : service.InvalidAnswer("did not send an OAuth 2.0 response");
    }

    /// <summary>
    /// Handles MSAL's requests. Sends token requests to the discovered endpoint, and answers discovery requests itself.
    /// </summary>
    private sealed class TokenRequestCarrier(
        Uri authority, Task<Uri> discovery, IdentityService service, CancellationToken attempt)
        : HttpMessageHandler, IMsalHttpClientFactory
    {
        public Exception? Failure { get; private set; }

        /// <summary>Gets a value indicating whether a token request returned status 200.</summary>
        public bool HasAnswered { get; private set; }

        public HttpClient GetHttpClient() => new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            try
            {
                Uri tokenEndpoint = await discovery.ConfigureAwait(false);
                if (request.Method == HttpMethod.Get)
                {
                    return Respond(Addresses(tokenEndpoint.AbsoluteUri));
                }

                request.RequestUri = tokenEndpoint;
                IdentityAnswer answer = await service.SendAsync(request, attempt).ConfigureAwait(false);
                HasAnswered = true;
                return Respond(answer.Body!);
            }
            catch (Exception exception)
            {
                // MSAL may wrap it in an exception of its own.
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

        private byte[] Addresses(string tokenEndpoint)
        {
            using var body = new MemoryStream();
            using (var json = new Utf8JsonWriter(body))
            {
                json.WriteStartObject();
                json.WriteString("issuer", authority.AbsoluteUri.TrimEnd('/'));
                json.WriteString("token_endpoint", tokenEndpoint);
                json.WriteString("authorization_endpoint", tokenEndpoint);
                json.WriteEndObject();
            }

            return body.ToArray();
        }
    }
}
