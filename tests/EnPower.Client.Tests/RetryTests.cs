using EnPower.Emulator;
using EnPower.Http;
using EnPower.Paging;
using Microsoft.Extensions.Time.Testing;

namespace EnPower;

public sealed class RetryTests : IClassFixture<SmallEmulatorFixture>
{
    private const string Path = "/smp/exchange/mailboxes";

    private readonly SmallEmulatorFixture _fixture;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly RecordingObserver _observer = new();

    public RetryTests(SmallEmulatorFixture fixture)
    {
        _fixture = fixture;
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Requests.Clear();
    }

    [Fact]
    public async Task The_wait_is_what_the_server_asks_for_in_seconds()
    {
        Plan(429, times: 2, "7");

        await ReadAsync(FakeTimeProviderExtensions.Patient);

        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)], _observer.Retries.Select(retry => retry.Delay));
    }

    [Fact]
    public async Task The_wait_lasts_to_the_date_that_the_server_names()
    {
        Plan(503, times: 1, _time.GetUtcNow().AddHours(2).ToString("R"));
        Task<IReadOnlyList<Mailbox>> reading = EmulatorFixture.ReadAllAsync(
            CreateClient(FakeTimeProviderExtensions.Patient),
            new ListQuery<Mailbox>(),
            observer: _observer);
        Assert.True(SpinWait.SpinUntil(() => !_observer.Retries.IsEmpty, TimeSpan.FromSeconds(20)));

        _time.Advance(TimeSpan.FromHours(2));

        // The wait begins a moment after it is told.
        await _time.FlyUntilDoneAsync(reading);
        Assert.InRange(
            Assert.Single(_observer.Retries).Delay, TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1), TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task Without_a_word_of_the_server_waits_grow_to_half_a_minute()
    {
        Plan(503, times: 8);

        await ReadAsync(FakeTimeProviderExtensions.Patient);

        TimeSpan[] waits = [.. _observer.Retries.Select(retry => retry.Delay)];
        Assert.Equal(8, waits.Length);
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(30)));
        Assert.True(waits[4..].Sum(wait => wait.TotalSeconds) > waits[..4].Sum(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Waits_without_a_word_of_the_server_are_jittered()
    {
        Plan(503, times: 1);
        await ReadAsync(FakeTimeProviderExtensions.Patient);
        Plan(503, times: 1);
        await ReadAsync(FakeTimeProviderExtensions.Patient);

        Assert.Equal(2, _observer.Retries.Select(retry => retry.Delay).Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_request_is_sent_again_as_often_as_is_allowed(int retries)
    {
        Plan(503, times: null, "1");

        EnPowerApiException exception = await FailAsync(
            FakeTimeProviderExtensions.Patient with { MaximumRetryCount = retries });

        Assert.Equal(EnPowerErrorId.ServiceUnavailable, exception.ErrorId);
        Assert.Equal(1 + retries, Requests);
        Assert.Equal(Enumerable.Range(1, retries), _observer.Retries.Select(retry => retry.Retry));
    }

    [Fact]
    public async Task A_wait_that_goes_beyond_the_total_time_is_not_begun()
    {
        Plan(429, times: null, "86400");

        EnPowerApiException exception = await FailAsync(new RetryOptions());

        Assert.Equal(EnPowerErrorId.Throttled, exception.ErrorId);
        Assert.Contains("86400 seconds", exception.Message);
        Assert.Equal(1, Requests);
    }

    [Fact]
    public async Task Waits_add_up_to_the_total_time()
    {
        Plan(429, times: null, "200");

        await FailAsync(new RetryOptions { MaximumRetryCount = 100, TotalTimeout = TimeSpan.FromSeconds(590) });

        Assert.Equal(2, _observer.Retries.Count);
    }

    [Fact]
    public async Task Retries_say_why()
    {
        Plan(503, times: 1, "3");

        await ReadAsync(FakeTimeProviderExtensions.Patient);

        RetryNotice notice = Assert.Single(_observer.Retries);
        Assert.Contains("The API failed (status 503", notice.Reason);
        Assert.Contains("A planned fault.", notice.Reason);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_full_is_given_up_after_the_time_of_an_attempt()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, StallAfterBytes = 100, Times = null });

        EnPowerApiException exception = await FailAsync(new RetryOptions { MaximumRetryCount = 1 });

        Assert.Equal(EnPowerErrorId.RequestTimedOut, exception.ErrorId);
        Assert.Contains("100 seconds", exception.Message);
        Assert.Equal(2, Requests);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        Plan(503, times: null, "30");
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        EnPowerClient client = CreateClient(new RetryOptions());
        Task reading = client.ReadAsync(new ListQuery<Mailbox>(), long.MaxValue, _observer, cancelling.Token)
            .GetAsyncEnumerator(CancellationToken.None).MoveNextAsync().AsTask();
        Assert.True(SpinWait.SpinUntil(() => _observer.Retries.Count == 1, TimeSpan.FromSeconds(20)));

        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(1, Requests);
    }

    private int Requests => _fixture.Emulator.Requests.Snapshot().Count(request => request.Path == Path);

    private void Plan(int status, int? times, string? retryAfter = null) => _fixture.Emulator.Faults.Add(new Fault
    {
        Path = Path,
        Times = times,
        Status = status,
        Headers = retryAfter is null ? null : new Dictionary<string, string> { ["Retry-After"] = retryAfter },
    });

    private EnPowerClient CreateClient(RetryOptions options) =>
        _fixture.CreateClient(client => client with { Retry = options, TimeProvider = _time });

    private async Task ReadAsync(RetryOptions options)
    {
        EnPowerClient client = CreateClient(options);

        // Before fake time advances: the first token request can exceed the time limit of an attempt.
        await client.AuthenticateAsync(_observer, TestContext.Current.CancellationToken);
        IReadOnlyList<Mailbox> mailboxes = await _time.FlyUntilDoneAsync(
            EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>(), observer: _observer));
        Assert.Equal(SmallEmulatorFixture.Mailboxes, mailboxes.Count);
    }

    private Task<EnPowerApiException> FailAsync(RetryOptions options) =>
        Assert.ThrowsAsync<EnPowerApiException>(() => ReadAsync(options));
}
