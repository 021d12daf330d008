using EnPower.Emulator;

namespace EnPower;

public sealed class RetryTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Path = "/smp/exchange/mailboxes";

    private readonly EmulatorFixture _fixture;
    private readonly Session _session;

    public RetryTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = fixture.Connect();
    }

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void MaximumRetryCount_bounds_how_often_a_request_is_sent_again(int retries)
    {
        _session.Run($"Connect-EnPower @connect -MaximumRetryCount {retries}");
        Plan(times: null, retryAfter: "0");

        ErrorRecord error = _session.Fail("Get-EnPowerMailbox");

        Assert.StartsWith("Throttled,", error.FullyQualifiedErrorId);
        Assert.Equal(1 + retries, _fixture.PageQueries().Count);
    }

    [Theory]
    [InlineData("-RetryTimeoutSec 0", "0")]
    [InlineData("-RetryTimeoutSec 60", "61")]
    [InlineData("", "601")]
    public void RetryTimeoutSec_bounds_how_long_the_server_is_waited_for(string parameter, string retryAfter)
    {
        _session.Run($"Connect-EnPower @connect {parameter}");
        Plan(times: null, retryAfter);

        ErrorRecord error = _session.Fail("Get-EnPowerMailbox");

        Assert.StartsWith("Throttled,", error.FullyQualifiedErrorId);
        Assert.Contains(
            $"The requested wait of {retryAfter} seconds exceeds the time limit of retries.", error.Exception.Message);
        Assert.Contains("-RetryTimeoutSec", error.ErrorDetails.RecommendedAction);
        Assert.Single(_fixture.PageQueries());
    }

    [Theory]
    [InlineData("-MaximumRetryCount -1")]
    [InlineData("-MaximumRetryCount 101")]
    [InlineData("-RetryTimeoutSec -1")]
    [InlineData("-RetryTimeoutSec 86401")]
    public void Numbers_out_of_range_are_refused_before_any_request(string parameter)
    {
        ErrorRecord error = _session.Fail($"Connect-EnPower @connect {parameter}");

        Assert.StartsWith("ParameterArgumentValidationError,", error.FullyQualifiedErrorId);
    }

    [Fact]
    public void Each_retry_is_a_verbose_line_with_the_reason_and_the_wait()
    {
        Plan(times: 2, retryAfter: "2");
        using PowerShell shell = _session.Create("Get-EnPowerMailbox -First 1 -Verbose");
        shell.Invoke();

        string[] retries = [.. shell.Streams.Verbose.Select(record => record.Message).Where(line => line.Contains("Retry"))];
        Assert.Equal(2, retries.Length);
        Assert.Contains("throttling requests (status 429", retries[0]);
        Assert.EndsWith("Retry 1 of 8 follows in 2 seconds.", retries[0]);
        Assert.EndsWith("Retry 2 of 8 follows in 2 seconds.", retries[1]);
        Assert.Empty(shell.Streams.Warning);
    }

    [Fact]
    public void A_long_wait_is_a_warning()
    {
        Plan(times: null, retryAfter: "6");
        using PowerShell shell = _session.Create("Get-EnPowerMailbox -First 1");
        using var warned = new ManualResetEventSlim();
        shell.Streams.Warning.DataAdded += (_, _) => warned.Set();
        shell.BeginInvoke();

        Assert.True(warned.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        shell.Stop();
        Assert.EndsWith("Retry 1 of 8 follows in 6 seconds.", Assert.Single(shell.Streams.Warning).Message);
    }

    private void Plan(int? times, string retryAfter) => _fixture.Emulator.Faults.Add(new Fault
    {
        Path = Path, Times = times, Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter },
    });
}
