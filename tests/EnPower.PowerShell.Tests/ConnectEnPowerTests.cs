using System.Net.NetworkInformation;
using EnPower.Connections;
using EnPower.Emulator;

namespace EnPower;

public sealed class ConnectEnPowerTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly EmulatorServer _emulator = fixture.Emulator;

    [Fact]
    public void A_token_without_a_lifetime_has_no_known_expiry()
    {
        using var session = new Session(_emulator);
        _emulator.Faults.Add(new Fault { Path = "/connect/token", Body = """{ "access_token": "t", "token_type": "Bearer" }""" });
        using PowerShell shell = session.Create("Connect-EnPower @connect -Verbose");

        shell.Invoke();

        Assert.Contains(
            $"New access token from {_emulator.Authority}, with an unknown expiry",
            shell.Streams.Verbose.Select(record => record.Message));
    }

    [Fact]
    public void After_a_failure_the_error_says_which_connection_is_still_the_default()
    {
        using var session = new Session(_emulator);
        session.Run("Connect-EnPower @connect -Name first");

        ErrorRecord error = session.Fail("$connect.ClientId = 'nobody'; Connect-EnPower @connect");

        Assert.Contains("The default connection is still first: ", error.ToString());
        Assert.Equal("first", session.Run("(Get-EnPowerConnection).Name").Single().BaseObject);
    }

    [Fact]
    public void Without_a_connection_before_the_error_names_none()
    {
        using var session = new Session(_emulator);

        Assert.DoesNotContain("default", session.Fail("$connect.ClientId = 'nobody'; Connect-EnPower @connect").ToString());
    }

    [Fact]
    public async Task A_failure_leaves_no_connection_to_a_server_open()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { Mailboxes = 1 }, TestContext.Current.CancellationToken);
        using var session = new Session(emulator);
        int[] ports = [emulator.Endpoint.Port, emulator.Authority.Port];

        session.Fail("$connect.ClientId = 'nobody'; Connect-EnPower @connect");

        Assert.True(SpinWait.SpinUntil(() => !IsAnyEstablished(), TimeSpan.FromSeconds(20)));

        bool IsAnyEstablished() => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections().Any(
            connection => connection.State == TcpState.Established && ports.Contains(connection.RemoteEndPoint.Port));
    }

    [Fact]
    public void Connecting_writes_nothing()
    {
        using var session = new Session(_emulator);

        Assert.Empty(session.Run("Connect-EnPower @connect"));
    }

    [Fact]
    public void PassThru_writes_the_connection_which_is_the_default_too()
    {
        using var session = new Session(_emulator);

        var written = (EnPowerConnection)Assert.Single(session.Run("Connect-EnPower @connect -PassThru")).BaseObject;
        var found = (EnPowerConnection)Assert.Single(session.Run("Get-EnPowerConnection")).BaseObject;

        Assert.Same(written, found);
        Assert.Equal(_emulator.ClientId, written.ClientId);
        Assert.Equal((_emulator.Endpoint, _emulator.Authority), (written.Endpoint, written.Authority));
        Assert.Equal(["enpower.data.read.all"], written.Scopes);
        Assert.Equal(AuthenticationType.ClientSecret, written.AuthenticationType);
        Assert.Equal(EnPowerConnectionState.Open, written.State);
        Assert.NotNull(written.TokenExpiresOn);
    }

    [Fact]
    public void A_wrong_secret_fails_at_once()
    {
        using var session = new Session(_emulator);

        ErrorRecord error = session.Fail(
            "$connect.ClientSecret = [System.Net.NetworkCredential]::new('', 'wrong').SecurePassword; Connect-EnPower @connect");

        Assert.Equal("InvalidClient,EnPower.Commands.ConnectEnPowerCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Empty(session.Run("Get-EnPowerConnection"));
    }

    [Fact]
    public void A_failed_attempt_leaves_the_default_connection_as_it_was()
    {
        using var session = new Session(_emulator);
        session.Run("Connect-EnPower @connect");

        session.Fail("$connect.ClientId = 'wrong'; Connect-EnPower @connect");

        Assert.Single(session.Read("Get-EnPowerMailbox -First 1"));
    }

    [Theory]
    [InlineData("smp")]
    [InlineData("smp/")]
    [InlineData("SMP/")]
    public void An_endpoint_may_end_in_smp(string path)
    {
        using var session = new Session(_emulator);

        session.Run($"$connect.Endpoint = '{_emulator.Endpoint}{path}'; Connect-EnPower @connect");

        Assert.Single(session.Read("Get-EnPowerMailbox -First 1"));
    }

    [Theory]
    [InlineData("-Region eu", "There is no region \"eu\". The regions are us, ca, ne, we")]
    [InlineData("-Region ''", "For any other environment, use -Endpoint and -Authority.")]
    [InlineData("", "The region is missing. Pass -Region, such as -Region us, or -Endpoint and -Authority.")]
    [InlineData("-Endpoint http://localhost", "https://")]
    [InlineData("-Endpoint graph-us.avepointonlineservices.com", "https://")]
    [InlineData("-Endpoint https://localhost/?x=1", "https://")]
    [InlineData("-Endpoint https://user:phrase@localhost", "https://")]
    [InlineData("-Endpoint https://localhost/#x", "https://")]
    [InlineData("-Endpoint https://localhost:1 -Authority https://user:phrase@localhost", "https://")]
    [InlineData(
        "-Endpoint https://graph-us.avepointonlineservices.com -Authority https://localhost:1 -SkipCertificateCheck",
        "on this machine only")]
    [InlineData(
        "-Endpoint https://localhost:1",
        "https://localhost:1/ is not the endpoint of a known region. Specify its identity service by -Authority")]
    [InlineData("-Endpoint https://localhost:1 -Authority http://localhost:2", "https://")]
    [InlineData("-Region us -SkipCertificateCheck", "on this machine only")]
    [InlineData(
        "-Endpoint https://localhost:1 -Authority https://identity.avepointonlineservices.com -SkipCertificateCheck",
        "on this machine only")]
    public void A_place_that_can_not_be_connected_to_is_refused_before_any_request(string parameters, string allowed)
    {
        using var session = new Session(_emulator);
        _emulator.Requests.Clear();

        ErrorRecord error = session.Fail($"Connect-EnPower -ClientId x -ClientSecret $connect.ClientSecret {parameters}");

        Assert.Contains(allowed, error.Exception.Message);
        Assert.Empty(_emulator.Requests.Snapshot());
    }

    [Fact]
    public void A_certificate_that_nobody_vouches_for_is_refused()
    {
        using var session = new Session(_emulator);

        ErrorRecord error = session.Fail("$connect.Remove('SkipCertificateCheck'); Connect-EnPower @connect");

        Assert.Equal("TlsFailed,EnPower.Commands.ConnectEnPowerCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.SecurityError, error.CategoryInfo.Category);
    }

    [Fact]
    public void Regions_complete_with_their_names()
    {
        using var session = new Session(_emulator);

        IReadOnlyList<CompletionResult> completed = session.Complete("Connect-EnPower -Region u");

        Assert.Equal(["us", "uk", "uae"], completed.Select(match => match.CompletionText));
        Assert.Equal("us: US East (Virginia)", completed[0].ListItemText);
    }

    [Theory]
    [InlineData("'u")]
    [InlineData("\"u")]
    public void Regions_complete_in_quotes(string quoted)
    {
        using var session = new Session(_emulator);

        IReadOnlyList<CompletionResult> completed = session.Complete("Connect-EnPower -Region " + quoted);

        Assert.Equal(["us", "uk", "uae"], completed.Select(match => match.CompletionText));
    }

    [Fact]
    public void The_region_of_a_connection_is_that_of_its_endpoint()
    {
        ConnectionAddress address = ConnectionAddress.Locate(
            "us", new Uri("https://graph-gov.avepointonlineservices.com"), authority: null, needsAuthority: true);

        Assert.Equal("gov", address.Region!.Code);
        Assert.Equal("identity-gov.avepointonlineservices.com", address.Authority!.Host);
    }

    [Fact]
    public void An_access_token_goes_to_this_machine_only_where_certificates_are_not_checked()
    {
        using var session = new Session(_emulator);
        session.Set("token", Session.Secure("the-token"));

        ErrorRecord error = session.Fail("Connect-EnPower -AccessToken $token -Region us -SkipCertificateCheck");

        Assert.StartsWith("SkipCertificateCheckNotAllowed,", error.FullyQualifiedErrorId);
    }

    [Fact]
    public void Requests_name_EnPower_and_PowerShell()
    {
        using var session = new Session(_emulator);
        _emulator.Requests.Clear();

        session.Run("Connect-EnPower @connect; Get-EnPowerMailbox -First 1");

        string engine = session.Run("\"$($PSVersionTable.PSVersion)\"")[0].ToString();
        Assert.All(
            _emulator.Requests.Snapshot(),
            request => Assert.Matches($@"^EnPower/\d+\.\d+\.\d+ PowerShell/{engine}$", request.UserAgent));
    }

    [Fact]
    public void The_secret_is_in_no_property_of_the_connection()
    {
        using var session = new Session(_emulator);

        PSObject connection = Assert.Single(session.Run("Connect-EnPower @connect -PassThru"));

        Assert.DoesNotContain(
            _emulator.ClientSecret, string.Join('\n', connection.Properties.Select(property => property.Value)));
        Assert.DoesNotContain(_emulator.ClientSecret, connection.ToString());
    }

    [Theory]
    [InlineData("Connect-EnPower @connect -Verbose -Debug; Get-EnPowerMailbox -First 1 -Verbose -Debug")]
    [InlineData("$connect.ClientId = 'wrong'; Connect-EnPower @connect -Verbose -Debug")]
    [InlineData("$connect.Authority = 'https://localhost:1'; Connect-EnPower @connect -Verbose -Debug -WarningAction Stop")]
    public void The_secret_is_in_no_stream(string script)
    {
        using var session = new Session(_emulator);
        using PowerShell shell = session.Create("$DebugPreference = 'Continue'\n" + script);
        string thrown = "";
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException exception)
        {
            thrown = exception.ToString();
        }

        string everything = string.Join('\n',
            [
                thrown, .. shell.Streams.Verbose, .. shell.Streams.Debug, .. shell.Streams.Warning,
                .. shell.Streams.Information, .. shell.Streams.Error.Select(error => error.Exception.ToString()),
            ]);
        Assert.NotEmpty(everything);
        Assert.DoesNotContain(_emulator.ClientSecret, everything);
    }
}
