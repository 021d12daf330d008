using System.Text;
using EnPower.Emulator;

namespace EnPower;

public sealed class AccessTokenTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly EmulatorServer _emulator = fixture.Emulator;

    [Fact]
    public async Task A_token_that_something_else_obtained_connects()
    {
        using Session session = Open(await GetTokenAsync());
        _emulator.Requests.Clear();

        session.Run("Connect-EnPower @token");

        Assert.Single(session.Read("Get-EnPowerMailbox -First 1"));
        Assert.DoesNotContain(_emulator.Requests.Snapshot(), request => request.Path == "/connect/token");
    }

    [Fact]
    public async Task Its_client_and_its_end_are_read_from_it()
    {
        using Session session = Open(await GetTokenAsync());

        var connection = (EnPowerConnection)session.Run("Connect-EnPower @token -PassThru").Single().BaseObject;

        Assert.Equal((_emulator.ClientId, AuthenticationType.AccessToken), (connection.ClientId, connection.AuthenticationType));
        Assert.Null(connection.Authority);
        Assert.InRange(
            connection.TokenExpiresOn!.Value, DateTimeOffset.UtcNow.AddMinutes(55), DateTimeOffset.UtcNow.AddMinutes(61));
    }

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.b.c")]
    [InlineData("a.W10.c")]
    public void A_token_that_is_no_JWT_is_left_to_the_API(string token)
    {
        using Session session = Open(token);

        var connection = (EnPowerConnection)session.Run("Connect-EnPower @token -PassThru").Single().BaseObject;

        Assert.Null(connection.ClientId);
        Assert.Null(connection.TokenExpiresOn);
        Assert.StartsWith("AccessTokenRefused,", session.Fail("Get-EnPowerMailbox").FullyQualifiedErrorId);
    }

    [Fact]
    public void A_claim_of_another_type_is_unknown_and_the_others_are_read()
    {
        string claims = Convert.ToBase64String("""{"client_id":"app","exp":"soon"}"""u8).TrimEnd('=');
        using Session session = Open($"e30.{claims}.");

        var connection = (EnPowerConnection)session.Run("Connect-EnPower @token -PassThru").Single().BaseObject;

        Assert.Equal(("app", null), (connection.ClientId, connection.TokenExpiresOn));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer token")]
    [InlineData("token\n")]
    [InlineData("tökén")]
    public void What_is_no_token_is_refused_before_any_request(string token)
    {
        using Session session = Open(token);

        ErrorRecord error = session.Fail("Connect-EnPower @token");

        Assert.Equal("InvalidAccessToken,EnPower.Commands.ConnectEnPowerCommand", error.FullyQualifiedErrorId);
        Assert.StartsWith("The access token is empty, or contains spaces or other characters", error.Exception.Message);
    }

    [Fact]
    public void A_token_that_has_run_out_is_refused_before_any_request_with_what_to_do()
    {
        string claims = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"exp":1700000000}""")).TrimEnd('=');
        using Session session = Open($"e30.{claims}.");
        _emulator.Requests.Clear();

        ErrorRecord error = session.Fail("Connect-EnPower @token");

        Assert.Equal("AccessTokenExpired,EnPower.Commands.ConnectEnPowerCommand", error.FullyQualifiedErrorId);
        Assert.Equal(
            $"The access token expired on {DateTimeOffset.FromUnixTimeSeconds(1700000000).ToLocalTime():G}.",
            error.Exception.Message);
        Assert.Contains("Connect-EnPower -AccessToken", error.ErrorDetails.RecommendedAction);
        Assert.Empty(_emulator.Requests.Snapshot());
    }

    [Fact]
    public async Task A_token_that_the_API_no_longer_takes_is_an_error_with_what_to_do()
    {
        using Session session = Open(await GetTokenAsync());
        session.Run("Connect-EnPower @token");
        _emulator.InvalidateTokens();

        ErrorRecord error = session.Fail("Get-EnPowerMailbox");

        Assert.Equal("AccessTokenRefused,EnPower.Commands.GetEnPowerMailboxCommand", error.FullyQualifiedErrorId);
        Assert.Equal("The API rejected the access token.", error.Exception.Message);
        Assert.Contains("Connect-EnPower -AccessToken", error.ErrorDetails.RecommendedAction);
    }

    private Session Open(string token)
    {
        var session = new Session(_emulator);
        session.Set("token", new System.Collections.Hashtable
        {
            ["AccessToken"] = Session.Secure(token),
            ["Endpoint"] = _emulator.Endpoint,
            ["SkipCertificateCheck"] = true,
        });
        return session;
    }

    private async Task<string> GetTokenAsync()
    {
        using var http = new HttpClient(new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        });
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = _emulator.ClientId,
            ["client_secret"] = _emulator.ClientSecret,
            ["scope"] = "enpower.data.read.all",
        });
        using HttpResponseMessage response = await http.PostAsync(
            new Uri(_emulator.Authority, "connect/token"), form, TestContext.Current.CancellationToken);
        using var answer = System.Text.Json.JsonDocument.Parse(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.RootElement.GetProperty("access_token").GetString()!;
    }
}
