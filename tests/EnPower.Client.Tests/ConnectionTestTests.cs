using System.Net;
using EnPower.Authentication;
using EnPower.Emulator;

namespace EnPower;

/// <summary>What the steps of a connection test say.</summary>
public sealed class ConnectionTestTests : IClassFixture<SmallEmulatorFixture>
{
    private const string PagePath = "/smp/exchange/mailboxes";

    private readonly SmallEmulatorFixture _fixture;

    public ConnectionTestTests(SmallEmulatorFixture fixture)
    {
        _fixture = fixture;
        fixture.Emulator.Faults.Clear();
    }

    [Fact]
    public async Task With_an_access_token_no_identity_service_is_tested()
    {
        ConnectionTestStepResult identityService = Step(await TestAsync(WithOpaqueToken()), "IdentityService");

        Assert.False(identityService.HasRun);
        Assert.Equal("The connection uses an access token, so no identity service is needed.", identityService.Message);
    }

    [Fact]
    public async Task A_token_that_states_no_end_is_no_failure()
    {
        ConnectionTestStepResult token = Step(await TestAsync(WithOpaqueToken()), "Token");

        Assert.Equal((true, null), (token.HasRun, token.Failure));
        Assert.Equal("The token does not state when it expires.", token.Message);
    }

    [Fact]
    public async Task Behind_a_proxy_no_name_is_resolved_here()
    {
        EnPowerClient client = _fixture.CreateClient(options => options with
        {
            Endpoint = new Uri("https://api.invalid/"),
            Authority = new Uri("https://identity.invalid/"),
            Transport = options.Transport with { Proxy = new WebProxy("http://localhost:1") },
        });

        ConnectionTestStepResult names = Step(await TestAsync(client), "NameResolution");

        Assert.Equal((false, null), (names.HasRun, names.Failure));
        Assert.Equal("The proxy resolves names.", names.Message);
    }

    [Fact]
    public async Task Both_hosts_are_resolved()
    {
        EnPowerClient client = _fixture.CreateClient(options => options with
        {
            Endpoint = new UriBuilder(options.Endpoint) { Host = "127.0.0.1" }.Uri,
        });

        Assert.Equal("127.0.0.1 and localhost resolved.", Step(await TestAsync(client), "NameResolution").Message);
    }

    [Fact]
    public async Task Each_step_says_what_it_found()
    {
        string host = _fixture.Emulator.Endpoint.Authority;

        IReadOnlyList<ConnectionTestStepResult> steps = await TestAsync(_fixture.CreateClient());

        Assert.Equal(
            [
                "localhost resolved.", $"{host} and {_fixture.Emulator.Authority.Authority} responded over TLS.",
                $"OpenID Connect discovery of {_fixture.Emulator.Authority.Authority} succeeded.",
                "The application has the permission enpower.data.read.all.",
            ],
            steps.Where(step => step.Name is not ("Token" or "FirstPage")).Select(step => step.Message));
        Assert.StartsWith("The token is valid until ", Step(steps, "Token").Message);
        Assert.Matches("^The API has \\d+ mailboxes\\.$", Step(steps, "FirstPage").Message);
    }

    [Fact]
    public async Task After_a_step_that_failed_no_other_runs()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = "/connect/token", Status = 400, Times = null });

        IReadOnlyList<ConnectionTestStepResult> steps = await TestAsync(_fixture.CreateClient());

        Assert.NotNull(Step(steps, "Token").Failure);
        Assert.All(
            steps.SkipWhile(step => step.Name != "Permission"),
            step => Assert.Equal((false, "A previous step failed."), (step.HasRun, step.Message)));
    }

    [Fact]
    public async Task A_test_that_is_cancelled_while_a_server_does_not_answer_has_no_result()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = "/", Hang = true, Times = null });
        _fixture.Emulator.Requests.Clear();
        using var cancellation = new CancellationTokenSource();
        Task testing = _fixture.CreateClient().TestAsync(new RecordingObserver(), cancellation.Token);
        Assert.True(SpinWait.SpinUntil(() => _fixture.Emulator.Requests.Snapshot().Any(), TimeSpan.FromSeconds(20)));

        cancellation.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => testing);
    }

    [Fact]
    public async Task A_page_without_a_total_is_an_answer()
    {
        _fixture.Emulator.Faults.Add(new Fault
        {
            Path = PagePath, Body = """{ "mailboxes": [], "nextLink": "" }""", Times = null,
        });

        Assert.Equal("The API responded.", Step(await TestAsync(_fixture.CreateClient()), "FirstPage").Message);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_fails_the_step_of_TLS()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = "/", Hang = true, Times = null });
        EnPowerClient client = _fixture.CreateClient(options => options with
        {
            Retry = options.Retry with { AttemptTimeout = TimeSpan.FromSeconds(1) },
        });

        ConnectionTestStepResult tls = Step(await TestAsync(client), "Tls");

        Assert.Equal(EnPowerErrorId.RequestTimedOut, tls.Failure!.ErrorId);
        Assert.Equal($"{_fixture.Emulator.Endpoint.Host} did not send a complete response within 1 seconds.", tls.Message);
    }

    private EnPowerClient WithOpaqueToken() => _fixture.CreateClient(options => options with
    {
        Authority = null, Credential = new AccessTokenCredential(EmulatorFixture.Secure("opaque")),
    });

    private static Task<IReadOnlyList<ConnectionTestStepResult>> TestAsync(EnPowerClient client) =>
        client.TestAsync(new RecordingObserver(), TestContext.Current.CancellationToken);

    private static ConnectionTestStepResult Step(IReadOnlyList<ConnectionTestStepResult> steps, string name) =>
        steps.Single(step => step.Name == name);
}
