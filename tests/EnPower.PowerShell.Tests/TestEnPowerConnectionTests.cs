using EnPower.Emulator;

namespace EnPower;

public sealed class TestEnPowerConnectionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string PagePath = "/smp/exchange/mailboxes";
    private static readonly string[] Steps = ["NameResolution", "Tls", "IdentityService", "Token", "Permission", "FirstPage"];

    private readonly EmulatorServer _emulator = fixture.Emulator;

    [Fact]
    public void A_connection_that_works_is_true_by_one_small_page()
    {
        using Session session = fixture.Connect();

        Assert.True(IsWorking(session));
        Assert.Equal("?top=1", Assert.Single(fixture.PageQueries()));
    }

    [Fact]
    public void A_step_as_text_is_its_name_and_its_result()
    {
        using Session session = fixture.Connect();

        Assert.Equal(
            "NameResolution: Passed",
            session.Run("[string](Test-EnPowerConnection -Detailed).Steps[0]").Single().BaseObject);
    }

    [Fact]
    public void Without_a_connection_it_is_false()
    {
        using var session = new Session(_emulator);

        using PowerShell shell = session.Create("Test-EnPowerConnection -Verbose");

        Assert.False((bool)shell.Invoke().Single().BaseObject);
        Assert.Equal("There is no connection to EnPower in this runspace.", Assert.Single(shell.Streams.Verbose).Message);
    }

    [Fact]
    public void A_closed_connection_is_false()
    {
        using Session session = fixture.Connect();
        session.Run("$c = Get-EnPowerConnection; Disconnect-EnPower");

        Assert.False(IsWorking(session, "-Connection $c"));
        Assert.EndsWith(
            " was closed. Run Connect-EnPower to make a new one.",
            session.Run("(Test-EnPowerConnection -Detailed -Connection $c).Steps[0].Message").Single().ToString());
    }

    [Fact]
    public void What_fails_is_false_at_once_with_the_reason_in_the_verbose_stream()
    {
        using Session session = fixture.Connect();
        _emulator.Faults.Add(new Fault { Path = PagePath, Status = 503, Times = null });
        using PowerShell shell = session.Create("Test-EnPowerConnection -Verbose");

        Assert.False((bool)shell.Invoke().Single().BaseObject);

        Assert.Empty(shell.Streams.Error);
        Assert.Contains("status 503", shell.Streams.Verbose[^1].Message);
        Assert.Contains("Try again later.", shell.Streams.Verbose[^1].Message);
        Assert.Single(fixture.PageQueries());
    }

    [Fact]
    public void In_detail_a_connection_that_works_passes_every_step_in_order()
    {
        using Session session = fixture.Connect();

        ConnectionTestResult result = Test(session);

        Assert.True(result.Succeeded);
        Assert.Equal(Steps, result.Steps.Select(step => step.Name));
        Assert.All(result.Steps, step => Assert.Equal(ConnectionTestStatus.Passed, step.Status));
        Assert.Equal($"The API has {EmulatorFixture.Mailboxes} mailboxes.", result.Steps[^1].Message);
    }

    [Fact]
    public void In_detail_TLS_is_tested_of_the_API_and_of_the_identity_service()
    {
        using Session session = fixture.Connect();

        ConnectionTestStep tls = Test(session).Steps.Single(step => step.Name == "Tls");

        Assert.Equal($"{_emulator.Endpoint.Authority} and {_emulator.Authority.Authority} responded over TLS.", tls.Message);
    }

    [Fact]
    public void In_detail_what_comes_after_the_failed_step_is_not_run()
    {
        using Session session = fixture.Connect();
        _emulator.Faults.Add(new Fault { Path = "/.well-known/openid-configuration", Status = 404, Body = "Nothing here." });

        ConnectionTestResult result = Test(session);

        Assert.False(result.Succeeded);
        Assert.Equal(("IdentityService", "DiscoveryFailed"), (result.FailedStep!.Name, result.FailedStep.ErrorId));
        Assert.NotEmpty(result.FailedStep.RecommendedAction!);
        Assert.Equal(
            [
                ConnectionTestStatus.Passed, ConnectionTestStatus.Passed, ConnectionTestStatus.Failed,
                ConnectionTestStatus.NotRun, ConnectionTestStatus.NotRun, ConnectionTestStatus.NotRun,
            ],
            result.Steps.Select(step => step.Status));
    }

    [Theory]
    [InlineData(403, "Permission", "Forbidden")]
    [InlineData(404, "FirstPage", "NotFound")]
    [InlineData(500, "FirstPage", "ServiceUnavailable")]
    public void In_detail_an_answer_of_the_API_belongs_to_a_step(int status, string step, string errorId)
    {
        using Session session = fixture.Connect();
        _emulator.Faults.Add(new Fault { Path = PagePath, Status = status, Times = null });

        ConnectionTestResult result = Test(session);

        Assert.Equal((step, errorId), (result.FailedStep!.Name, result.FailedStep.ErrorId));
    }

    [Fact]
    public async Task In_detail_a_client_that_was_revoked_is_told_in_the_identity_services_words()
    {
        // An emulator of its own, because a revoked client stays revoked.
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(ct: TestContext.Current.CancellationToken);
        using var session = new Session(emulator);
        session.Run("Connect-EnPower @connect");
        emulator.RevokeClient();

        ConnectionTestResult result = Test(session);

        Assert.Equal(("Token", "InvalidClient"), (result.FailedStep!.Name, result.FailedStep.ErrorId));
        Assert.Contains("The client has been revoked.", result.FailedStep.Message);
    }

    [Fact]
    public void In_detail_an_API_that_is_gone_fails_the_step_of_TLS()
    {
        using var session = new Session(_emulator);
        session.Run("$connect.Endpoint = 'https://localhost:1'; Connect-EnPower @connect");

        ConnectionTestResult result = Test(session);

        Assert.Equal(("Tls", "ConnectionFailed"), (result.FailedStep!.Name, result.FailedStep.ErrorId));
    }

    [Fact]
    public void In_detail_a_host_that_no_one_knows_fails_the_step_of_name_resolution()
    {
        using var session = new Session(_emulator);
        session.Run(
            "$connect.Remove('SkipCertificateCheck'); $connect.Remove('ClientId'); $connect.Remove('ClientSecret'); "
            + "$connect.Remove('Authority')\n"
            + "$connect.Endpoint = 'https://graph.invalid'; $connect.AccessToken = [System.Net.NetworkCredential]::new('', "
            + "'token').SecurePassword\n"
            + "Connect-EnPower @connect");

        ConnectionTestResult result = Test(session);

        Assert.Equal(("NameResolution", "NameResolutionFailed"), (result.FailedStep!.Name, result.FailedStep.ErrorId));
    }

    [Fact]
    public void Without_a_connection_that_is_the_step_that_failed()
    {
        using var session = new Session(_emulator);

        ConnectionTestResult result = Test(session);

        Assert.False(result.Succeeded);
        Assert.Equal(("Connection", "NotConnected"), (result.FailedStep!.Name, result.FailedStep.ErrorId));
        Assert.Equal(result.FailedStep, result.Steps[0]);
    }

    private static bool IsWorking(Session session, string parameters = "") =>
        (bool)session.Run($"Test-EnPowerConnection {parameters}").Single().BaseObject;

    private static ConnectionTestResult Test(Session session) =>
        (ConnectionTestResult)session.Run("Test-EnPowerConnection -Detailed").Single().BaseObject;
}
