using EnPower.Emulator;
using EnPower.Http;

namespace EnPower;

/// <summary>What the identity service may answer instead of a token, and what is said of it.</summary>
public sealed class IdentityErrorTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private const string TokenPath = "/connect/token";
    private const string DiscoveryPath = "/.well-known/openid-configuration";

    private EmulatorServer _emulator = null!;

    private string Authority => _emulator.Authority.AbsoluteUri;

    // One a test: MSAL keeps what it discovered at an address for the life of the process.
    public async ValueTask InitializeAsync() =>
        _emulator = await EmulatorServer.StartAsync(ct: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Theory]
    [InlineData("invalid_client", EnPowerErrorId.InvalidClient)]
    [InlineData("invalid_scope", EnPowerErrorId.InvalidScope)]
    [InlineData("unauthorized_client", EnPowerErrorId.UnauthorizedClient)]
    [InlineData("unsupported_grant_type", EnPowerErrorId.TokenRequestFailed)]
    public async Task An_OAuth_error_is_told_in_the_servers_words(string error, EnPowerErrorId errorId)
    {
        EnPowerAuthenticationException exception = await FailAsync(new Fault
        {
            Path = TokenPath,
            Status = 400,
            Body = $$"""{"error":"{{error}}","error_description":"In the server's words."}""",
        });

        Assert.Equal((errorId, error, "In the server's words."), (exception.ErrorId, exception.Error, exception.ErrorDescription));
        Assert.Contains($"{error}: In the server's words.", exception.Message);
        Assert.Equal($"{Authority}connect/token", exception.Url);
    }

    [Theory]
    [InlineData(TokenPath, 500, "text/html", EnPowerErrorId.IdentityServiceFailed)]
    [InlineData(TokenPath, 500, "application/json", EnPowerErrorId.IdentityServiceFailed)]
    [InlineData(DiscoveryPath, 500, "text/html", EnPowerErrorId.IdentityServiceFailed)]
    [InlineData(TokenPath, 403, "text/html", EnPowerErrorId.InvalidIdentityResponse)]
    [InlineData(TokenPath, 400, "text/html", EnPowerErrorId.InvalidIdentityResponse)]
    [InlineData(TokenPath, 200, "text/html", EnPowerErrorId.InvalidIdentityResponse)]
    [InlineData(DiscoveryPath, 200, "text/html", EnPowerErrorId.InvalidIdentityResponse)]
    [InlineData(DiscoveryPath, 404, "text/html", EnPowerErrorId.DiscoveryFailed)]
    [InlineData(DiscoveryPath, 302, "text/html", EnPowerErrorId.UnexpectedRedirect)]
    [InlineData(TokenPath, 302, "text/html", EnPowerErrorId.UnexpectedRedirect)]
    public async Task An_answer_that_is_none_is_told_apart(string path, int status, string mediaType, EnPowerErrorId errorId)
    {
        EnPowerAuthenticationException exception = await FailAsync(new Fault
        {
            Path = path, Status = status, ContentType = mediaType, Body = "<html>Something went wrong.</html>",
        });

        Assert.Equal(errorId, exception.ErrorId);
        Assert.Equal(Authority + path[1..], exception.Url);
        Assert.Contains(exception.Url!, exception.Message);
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
        Assert.Contains("https://identity.example", exception.Message);
    }

    private async Task<EnPowerAuthenticationException> FailAsync(Fault fault)
    {
        EnPowerClient client = fixture.CreateClient(
            _emulator, options => options with { Retry = new RetryOptions { MaximumRetryCount = 0 } });
        _emulator.Faults.Add(fault);
        return await Assert.ThrowsAsync<EnPowerAuthenticationException>(
            () => client.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken));
    }
}
