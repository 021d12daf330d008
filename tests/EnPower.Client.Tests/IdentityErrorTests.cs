using System.Net;
using System.Net.Http.Json;
using EnPower.Authentication;
using EnPower.Emulator;
using EnPower.Http;

namespace EnPower;

/// <summary>The errors of the identity service and their messages.</summary>
public sealed class IdentityErrorTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private const string TokenPath = "/connect/token";
    private const string DiscoveryPath = "/.well-known/openid-configuration";

    private EmulatorServer _emulator = null!;

    private string Authority => _emulator.Authority.AbsoluteUri;

    // One per test: MSAL caches its discovery by address for the lifetime of the process.
    public async ValueTask InitializeAsync() =>
        _emulator = await EmulatorServer.StartAsync(ct: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Theory]
    [InlineData("invalid_client", EnPowerErrorId.InvalidClient, "does not accept the client")]
    [InlineData("invalid_scope", EnPowerErrorId.InvalidScope, "is not granted enpower.data.read.all")]
    [InlineData("unauthorized_client", EnPowerErrorId.UnauthorizedClient, "may not use the client credentials grant")]
    [InlineData("unsupported_grant_type", EnPowerErrorId.TokenRequestFailed, "rejected the token request")]
    public async Task An_OAuth_error_is_told_in_the_servers_words(string error, EnPowerErrorId errorId, string summary)
    {
        EnPowerAuthenticationException exception = await FailAsync(new Fault
        {
            Path = TokenPath,
            Status = 400,
            Body = $$"""{"error":"{{error}}","error_description":"In the server's words."}""",
        });

        Assert.Equal(
            (errorId, error, "In the server's words."), (exception.ErrorId, exception.Error, exception.ErrorDescription));
        Assert.Contains($"{error}: In the server's words.", exception.Message);
        Assert.Contains(summary, exception.Message);
        Assert.Equal($"{Authority}connect/token", exception.Url);
    }

    [Fact]
    public async Task The_identity_service_is_given_the_time_that_it_asks_for()
    {
        _emulator.Faults.Add(new Fault
        {
            Path = TokenPath, Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "1" },
        });
        EnPowerClient client = fixture.CreateClient(_emulator);
        var observer = new RecordingObserver();

        await client.AuthenticateAsync(observer, TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(1), observer.Retries.First().Delay);
        Assert.Single(observer.Tokens);
    }

    [Theory]
    [InlineData(TokenPath, 500, "text/html", EnPowerErrorId.IdentityServiceFailed, "The identity service failed: ")]
    [InlineData(TokenPath, 500, "application/json", EnPowerErrorId.IdentityServiceFailed, "The identity service failed: ")]
    [InlineData(DiscoveryPath, 500, "text/html", EnPowerErrorId.IdentityServiceFailed, "The identity service failed: ")]
    [InlineData(TokenPath, 403, "text/html", EnPowerErrorId.InvalidIdentityResponse, "did not send an OAuth 2.0 response: ")]
    [InlineData(TokenPath, 400, "text/html", EnPowerErrorId.InvalidIdentityResponse, "did not send an OAuth 2.0 response: ")]
    [InlineData(TokenPath, 200, "text/html", EnPowerErrorId.InvalidIdentityResponse, "did not send an OAuth 2.0 response: ")]
    [InlineData(
        DiscoveryPath, 200, "text/html", EnPowerErrorId.InvalidIdentityResponse, "sent a discovery document without an issuer: ")]
    [InlineData(DiscoveryPath, 404, "text/html", EnPowerErrorId.DiscoveryFailed, "OpenID Connect discovery failed: ")]
    [InlineData(DiscoveryPath, 302, "text/html", EnPowerErrorId.UnexpectedRedirect, "redirected the request: ")]
    [InlineData(TokenPath, 302, "text/html", EnPowerErrorId.UnexpectedRedirect, "redirected the request: ")]
    public async Task An_answer_that_is_none_is_told_apart(
        string path, int status, string mediaType, EnPowerErrorId errorId, string summary)
    {
        EnPowerAuthenticationException exception = await FailAsync(new Fault
        {
            Path = path, Status = status, ContentType = mediaType, Body = "<html>Something went wrong.</html>",
        });

        Assert.Equal(errorId, exception.ErrorId);
        Assert.Equal(Authority + path[1..], exception.Url);
        Assert.Contains(exception.Url!, exception.Message);
        Assert.Contains(summary, exception.Message);
    }

    [Fact]
    public async Task An_issuer_of_another_name_is_refused()
    {
        EnPowerAuthenticationException exception = await FailAsync(new Fault
        {
            Path = DiscoveryPath,
            Body = $$"""{"issuer":"https://identity.example","token_endpoint":"{{Authority}}connect/token"}""",
        });

        Assert.Equal(EnPowerErrorId.IssuerMismatch, exception.ErrorId);
        Assert.Contains($"The issuer https://identity.example does not match the authority {Authority}", exception.Message);
    }

    [Fact]
    public async Task A_discovery_document_without_a_token_endpoint_is_refused()
    {
        EnPowerAuthenticationException exception = await FailAsync(new Fault
        {
            Path = DiscoveryPath, Body = $$"""{"issuer":"{{Authority}}"}""", ContentType = "",
        });

        Assert.Equal(EnPowerErrorId.InvalidIdentityResponse, exception.ErrorId);
        Assert.Contains("sent a discovery document without a token endpoint: ", exception.Message);
        Assert.Contains("no content type", exception.Message);
    }

    [Fact]
    public async Task A_service_that_can_not_be_reached_is_told_apart()
    {
        EnPowerAuthenticationException exception = await FailAsync(authority: new Uri("https://localhost:1"));

        Assert.Equal(EnPowerErrorId.DiscoveryFailed, exception.ErrorId);
        Assert.Contains("https://localhost:1/.well-known/openid-configuration", exception.Message);
    }

    [Fact]
    public async Task A_host_that_no_one_knows_is_told_apart()
    {
        EnPowerAuthenticationException exception = await FailAsync(authority: new Uri("https://identity.invalid"));

        Assert.Equal(EnPowerErrorId.NameResolutionFailed, exception.ErrorId);
        Assert.Equal(
            "The host name identity.invalid could not be resolved (https://identity.invalid/.well-known/openid-configuration).",
            exception.Message);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_told_apart()
    {
        EnPowerAuthenticationException exception = await FailAsync(transport: new TransportOptions());

        Assert.Equal(EnPowerErrorId.TlsFailed, exception.ErrorId);
        Assert.Equal(Authority + DiscoveryPath[1..], exception.Url);
    }

    [Theory]
    [InlineData(TokenPath)]
    [InlineData(DiscoveryPath)]
    public async Task A_service_that_does_not_answer_is_waited_for_no_longer_than_the_time_limit(string path)
    {
        _emulator.Faults.Add(new Fault { Path = path, Hang = true });

        EnPowerAuthenticationException exception = await FailAsync(timeout: TimeSpan.FromSeconds(1));

        Assert.Equal(EnPowerErrorId.RequestTimedOut, exception.ErrorId);
        Assert.Equal(Authority + path[1..], exception.Url);
    }

    [Fact]
    public async Task A_token_endpoint_without_TLS_is_sent_no_secret()
    {
        string body = $$"""{"issuer":"{{Authority}}","token_endpoint":"{{Authority.Replace("https:", "http:")}}connect/token"}""";
        _emulator.Faults.Add(new Fault { Path = DiscoveryPath, Body = body });

        EnPowerAuthenticationException exception = await FailAsync();

        Assert.Equal(EnPowerErrorId.InvalidIdentityResponse, exception.ErrorId);
        Assert.StartsWith("http:", exception.Url);
        Assert.DoesNotContain(_emulator.Requests.Snapshot(), request => request.Path == TokenPath);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_sent_in_confidence_is_taken_out_of_the_servers_words(bool isCertificate)
    {
        using ClientCredential credential = isCertificate
            ? new CertificateCredential("client", TestCertificate.Create(), TimeProvider.System)
            : new ClientSecretCredential("client", EmulatorFixture.Secure("a secret/+"));
        using var server = new EchoingIdentityService();
        IAccessTokenSource source = credential.CreateTokenSource(
            new Uri("https://echo.example"), server, TimeSpan.FromMinutes(1), TimeProvider.System);

        var exception = await Assert.ThrowsAsync<EnPowerAuthenticationException>(
            () => source.AcquireAsync(new RecordingObserver(), TestContext.Current.CancellationToken));

        Assert.Contains("grant_type", exception.ErrorDescription);
        Assert.NotEmpty(server.Sent);
        Assert.All(server.Sent, secret => Assert.DoesNotContain(secret, exception.ToString() + exception.ErrorDescription));
    }

    private Task<EnPowerAuthenticationException> FailAsync(Fault fault)
    {
        _emulator.Faults.Add(fault);
        return FailAsync();
    }

    private async Task<EnPowerAuthenticationException> FailAsync(
        Uri? authority = null, TransportOptions? transport = null, TimeSpan? timeout = null)
    {
        EnPowerClient client = fixture.CreateClient(_emulator, options => options with
        {
            Authority = authority ?? options.Authority,
            Transport = transport ?? options.Transport,
            Retry = new RetryOptions { MaximumRetryCount = 0, AttemptTimeout = timeout ?? TimeSpan.FromMinutes(1) },
        });
        return await Assert.ThrowsAsync<EnPowerAuthenticationException>(
            () => client.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken));
    }

    /// <summary>Rejects every token request, and repeats the request in the error, raw and decoded.</summary>
    private sealed class EchoingIdentityService : HttpMessageHandler
    {
        public List<string> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            if (request.Content is null)
            {
                return Answer(
                    HttpStatusCode.OK, new { issuer = "https://echo.example", token_endpoint = "https://echo.example/token" });
            }

            string form = await request.Content.ReadAsStringAsync(cancellationToken);
            string[] secrets = [.. form.Split('&').Where(field => field.Split('=')[0] is "client_secret" or "client_assertion")
                .Select(field => field.Split('=')[1])];
            Sent.AddRange([.. secrets, .. secrets.Select(WebUtility.UrlDecode)!]);
            return Answer(
                HttpStatusCode.BadRequest,
                new { error = "invalid_client", error_description = form + WebUtility.UrlDecode(form) });
        }

        private static HttpResponseMessage Answer(HttpStatusCode status, object body) =>
            new(status) { Content = JsonContent.Create(body) };
    }
}
