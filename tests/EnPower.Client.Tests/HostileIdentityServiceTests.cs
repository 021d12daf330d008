using EnPower.Authentication;
using EnPower.Emulator;
using EnPower.Http;
using EnPower.Paging;

namespace EnPower;

/// <summary>Responses that violate OAuth 2.0, from the identity service or a server in its place.</summary>
public sealed class HostileIdentityServiceTests : IClassFixture<SmallEmulatorFixture>
{
    private const string TokenPath = "/connect/token";
    private const string DiscoveryPath = "/.well-known/openid-configuration";

    private readonly SmallEmulatorFixture _fixture;
    private readonly EmulatorServer _emulator;

    public HostileIdentityServiceTests(SmallEmulatorFixture fixture)
    {
        _fixture = fixture;
        _emulator = fixture.Emulator;
        _emulator.Faults.Clear();
        _emulator.Requests.Clear();
    }

    private string Authority => _emulator.Authority.AbsoluteUri.TrimEnd('/');

    [Theory]
    [InlineData(DiscoveryPath, 200)]
    [InlineData(DiscoveryPath, 500)]
    [InlineData(TokenPath, 200)]
    [InlineData(TokenPath, 400)]
    [InlineData(TokenPath, 500)]
    public async Task A_body_that_stalls_is_waited_for_no_longer_than_the_time_limit(string path, int status)
    {
        EnPowerException exception = await FailAsync(
            new Fault { Path = path, Status = status, Body = "{\"", ContentLength = 100 }, timeout: TimeSpan.FromSeconds(1));

        Assert.Equal((EnPowerErrorId.RequestTimedOut, true), (exception.ErrorId, exception.IsTransient));
    }

    [Fact]
    public async Task A_body_that_drips_is_waited_for_no_longer_than_the_time_limit()
    {
        EnPowerException exception = await FailAsync(
            new Fault { Path = TokenPath, Status = 400, Body = new string('x', 1000), BytesPerSecond = 1 },
            TimeSpan.FromSeconds(2));

        Assert.Equal(EnPowerErrorId.RequestTimedOut, exception.ErrorId);
    }

    [Theory]
    [InlineData(DiscoveryPath, 200)]
    [InlineData(TokenPath, 200)]
    [InlineData(TokenPath, 400)]
    [InlineData(TokenPath, 500)]
    public async Task A_body_without_end_is_read_no_further_than_a_megabyte(string path, int status)
    {
        EnPowerException exception = await FailAsync(new Fault { Path = path, Status = status, Endless = true });

        Assert.Equal(EnPowerErrorId.InvalidIdentityResponse, exception.ErrorId);
        Assert.Contains("1 MB", exception.Message);
    }

    [Fact]
    public async Task A_failure_that_no_one_foresaw_is_unexpected_and_names_what_failed()
    {
        var exception = await Assert.ThrowsAsync<EnPowerAuthenticationException>(() => IdentityService.UseAsync<bool>(
            _emulator.Authority,
            "client",
            new HttpClientHandler(),
            TimeSpan.FromSeconds(10),
            TimeProvider.System,
            (_, _) => throw new NotSupportedException("No such thing."),
            TestContext.Current.CancellationToken));

        Assert.Equal(EnPowerErrorId.Unexpected, exception.ErrorId);
        Assert.Equal(
            $"The token request failed unexpectedly (NotSupportedException): No such thing ({_emulator.Authority}).",
            exception.Message);
    }

    [Theory]
    [InlineData("https://localhost:1/connect/token")]
    [InlineData("https://evil.example/connect/token")]
    [InlineData("https://localhost.evil.example/connect/token")]
    public async Task A_token_endpoint_on_another_origin_is_refused_and_sent_nothing(string endpoint)
    {
        EnPowerException exception = await FailAsync(Discovery($"\"{endpoint}\""));

        Assert.Equal(EnPowerErrorId.InvalidIdentityResponse, exception.ErrorId);
        Assert.Contains(new Uri(endpoint).GetLeftPart(UriPartial.Authority), exception.Message);
        Assert.Contains(Authority, exception.Message);
        Assert.DoesNotContain(_emulator.Requests.Snapshot(), request => request.Path == TokenPath);
    }

    [Fact]
    public async Task A_certificate_signs_nothing_for_another_origin()
    {
        using var credential = new CertificateCredential("client", TestCertificate.Create(), TimeProvider.System);
        _emulator.Faults.Add(Discovery("\"https://evil.example/connect/token\""));

        EnPowerException exception = await FailAsync(credential: credential);

        Assert.Equal(EnPowerErrorId.InvalidIdentityResponse, exception.ErrorId);
    }

    [Fact]
    public async Task A_token_endpoint_that_is_no_address_is_named() => Assert.StartsWith(
        "The identity service sent a discovery document with an invalid token endpoint connect/token",
        (await FailAsync(Discovery("\"connect/token\""))).Message);

    [Theory]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("\"\"")]
    [InlineData("\"/connect/token\"")]
    [InlineData("\"connect/token\"")]
    [InlineData("\"//\\u202e\"")]
    [InlineData("\"https://\"")]
    [InlineData("\"https://\\u202e/\"")]
    [InlineData("\"\\ud83d\"")]
    public async Task A_token_endpoint_that_is_no_address_is_refused(string json)
    {
        EnPowerException exception = await FailAsync(Discovery(json));

        Assert.Equal(EnPowerErrorId.InvalidIdentityResponse, exception.ErrorId);
        Assert.DoesNotContain(_emulator.Requests.Snapshot(), request => request.Path == TokenPath);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{"access_token":"","expires_in":3600,"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"a\nb","expires_in":3600,"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"a\rb","expires_in":3600,"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"a\u0000b","expires_in":3600,"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"a\ud83d","expires_in":3600,"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"a b","expires_in":3600,"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"a","expires_in":999999999999,"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"a","expires_in":9223372036854775807,"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"a","expires_in":1e400,"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"a","expires_in":"soon","token_type":"Bearer"}""")]
    public async Task A_token_answer_that_is_none_is_a_typed_error(string body)
    {
        EnPowerException exception = await FailAsync(new Fault { Path = TokenPath, Body = body });

        Assert.Equal((EnPowerErrorId.InvalidIdentityResponse, false), (exception.ErrorId, exception.IsTransient));
    }

    [Theory]
    [InlineData("""{"access_token":"a","token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"a","expires_in":0,"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":"a","expires_in":-5,"token_type":"Bearer"}""")]
    public async Task A_token_without_a_time_is_used_until_it_is_refused(string body)
    {
        _emulator.Faults.Add(new Fault { Path = TokenPath, Body = body });
        EnPowerClient client = _fixture.CreateClient();

        await client.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken);
        await client.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken);

        Assert.Null(client.TokenExpiresOn);
        Assert.Single(_emulator.Requests.Snapshot(), request => request.Path == TokenPath);
        await EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>());
        Assert.Equal(2, _emulator.Requests.Snapshot().Count(request => request.Path == TokenPath));
    }

    [Theory]
    [InlineData(429, """{"error":"invalid_client","error_description":"slow down"}""", EnPowerErrorId.IdentityServiceFailed)]
    [InlineData(503, """{"error":"temporarily_unavailable"}""", EnPowerErrorId.IdentityServiceFailed)]
    [InlineData(600, "{}", EnPowerErrorId.InvalidIdentityResponse)]
    [InlineData(304, "", EnPowerErrorId.InvalidIdentityResponse)]
    [InlineData(200, """{"error":"invalid_client"}""", EnPowerErrorId.InvalidClient)]
    [InlineData(400, "\uFEFF{\"error\":\"invalid_client\"}", EnPowerErrorId.InvalidClient)]
    [InlineData(400, """{"error":"invalid_client","error_description":"\ud83d"}""", EnPowerErrorId.InvalidClient)]
    public async Task A_status_counts_before_the_words(int status, string body, EnPowerErrorId errorId)
    {
        EnPowerException exception = await FailAsync(
            new Fault { Path = TokenPath, Status = status, Body = status == 304 ? null : body });

        Assert.Equal(errorId, exception.ErrorId);
        Assert.Equal(errorId == EnPowerErrorId.IdentityServiceFailed, exception.IsTransient);
    }

    [Theory]
    [InlineData(DiscoveryPath, 200, EnPowerErrorId.DiscoveryFailed)]
    [InlineData(TokenPath, 200, EnPowerErrorId.ConnectionFailed)]
    [InlineData(TokenPath, 503, EnPowerErrorId.IdentityServiceFailed)]
    public async Task An_answer_that_is_not_packed_as_it_says_is_transient(string path, int status, EnPowerErrorId errorId)
    {
        EnPowerException exception = await FailAsync(
            new Fault { Path = path, Status = status, Body = """{"error":"x"}""", ContentEncoding = "gzip" });

        Assert.Equal((errorId, true), (exception.ErrorId, exception.IsTransient));
    }

    [Fact]
    public async Task Texts_are_shortened_and_neutralised_in_properties_too()
    {
        var exception = (EnPowerAuthenticationException)await FailAsync(new Fault
        {
            Path = TokenPath,
            Status = 400,
            Body = $$"""{"error":"\u001b[2Jinvalid","error_description":"\u202e{{new string('x', 10_000)}}"}""",
        });

        Assert.Equal("␛[2Jinvalid", exception.Error);
        Assert.Equal("\ufffd" + new string('x', 499) + "…", exception.ErrorDescription);
    }

    [Fact]
    public async Task An_issuers_name_is_shortened()
    {
        EnPowerException exception = await FailAsync(new Fault
        {
            Path = DiscoveryPath,
            Body = $$"""{"issuer":"https://{{new string('x', 10_000)}}","token_endpoint":"{{Authority}}/connect/token"}""",
        });

        Assert.Equal(EnPowerErrorId.IssuerMismatch, exception.ErrorId);
        Assert.True(exception.Message.Length < 1000);
    }

    [Theory]
    [InlineData("""{"error":"invalid_client","error_description":"{form}"}""")]
    [InlineData("{form}")]
    public async Task The_secret_is_hidden_that_a_body_repeats(string body)
    {
        EnPowerException exception = await FailAsync(new Fault { Path = TokenPath, Status = 400, Body = body });

        Assert.DoesNotContain(_emulator.ClientSecret, exception.ToString());
    }

    [Fact]
    public async Task Each_connection_asks_for_the_addresses_again()
    {
        EnPowerClient first = _fixture.CreateClient();
        await first.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken);
        EnPowerClient second = _fixture.CreateClient();
        await second.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken);

        Assert.Equal(2, _emulator.Requests.Snapshot().Count(request => request.Path == DiscoveryPath));
    }

    [Fact]
    public async Task What_a_renewal_meets_in_the_middle_of_a_read_names_the_page()
    {
        EnPowerClient client = _fixture.CreateClient(options => options with
        {
            Retry = new RetryOptions { MaximumRetryCount = 0, AttemptTimeout = TimeSpan.FromSeconds(2) },
        });
        await client.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken);
        _emulator.InvalidateTokens();
        _emulator.Faults.Add(new Fault { Path = TokenPath, Status = 500, Body = "{\"", ContentLength = 100 });

        var exception = await Assert.ThrowsAsync<EnPowerAuthenticationException>(
            () => EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>()));

        Assert.Equal(EnPowerErrorId.RequestTimedOut, exception.ErrorId);
        Assert.NotNull(exception.ResumeLink);
    }

    private Fault Discovery(string tokenEndpoint) => new()
    {
        Path = DiscoveryPath,
        Body = $$"""{"issuer":"{{Authority}}","token_endpoint":{{tokenEndpoint}}}""",
    };

    private Task<EnPowerException> FailAsync(Fault fault, TimeSpan? timeout = null)
    {
        _emulator.Faults.Add(fault);
        return FailAsync(timeout);
    }

    private async Task<EnPowerException> FailAsync(TimeSpan? timeout = null, Credential? credential = null)
    {
        EnPowerClient client = _fixture.CreateClient(options => options with
        {
            Credential = credential ?? options.Credential,
            Retry = new RetryOptions { MaximumRetryCount = 0, AttemptTimeout = timeout ?? TimeSpan.FromMinutes(1) },
        });
        return await Assert.ThrowsAnyAsync<EnPowerException>(
            () => client.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken));
    }
}
