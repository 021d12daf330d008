using EnPower.Emulator;
using EnPower.Http;
using EnPower.Paging;
using Microsoft.Extensions.Time.Testing;

namespace EnPower;

/// <summary>No request is sent before the Retry-After of the API, nor before the backoff.</summary>
public sealed class ThrottleTests : IClassFixture<SmallEmulatorFixture>
{
    private const string Path = "/smp/exchange/mailboxes";

    private readonly SmallEmulatorFixture _fixture;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    public ThrottleTests(SmallEmulatorFixture fixture)
    {
        _fixture = fixture;
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Requests.Clear();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private int Requests => _fixture.Emulator.Requests.Snapshot().Count(request => request.Path == Path);

    [Theory]
    [InlineData("0")]
    [InlineData("Wed, 01 Jan 2020 00:00:00 GMT")]
    public async Task A_wait_is_never_shorter_than_half_of_what_doubles_with_each_retry(string retryAfter)
    {
        Throttle(retryAfter, times: 8);
        var observer = new RecordingObserver();
        EnPowerClient client = await ConnectAsync();

        await _time.FlyUntilDoneAsync(EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>(), observer: observer));

        double[] longest = [1, 2, 4, 8, 16, 30, 30, 30];
        Assert.Equal(longest.Length, observer.Retries.Count);
        Assert.All(
            observer.Retries.Zip(longest),
            wait => Assert.InRange(wait.First.Delay.TotalSeconds, wait.Second / 2, wait.Second));
    }

    [Fact]
    public async Task A_throttled_request_holds_back_the_other_requests_of_its_connection()
    {
        Throttle("300", times: 1);
        EnPowerClient client = await ConnectAsync();
        var observer = new RecordingObserver();
        var other = new RecordingObserver();
        Task throttled = EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>(), observer: observer);
        Assert.True(SpinWait.SpinUntil(() => !observer.Retries.IsEmpty, TimeSpan.FromSeconds(20)));

        Task<IReadOnlyList<Mailbox>> held = EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>(), observer: other);
        Assert.True(SpinWait.SpinUntil(() => !other.Holds.IsEmpty, TimeSpan.FromSeconds(20)));
        Assert.Equal(TimeSpan.FromSeconds(300), Assert.Single(other.Holds));
        Assert.Equal(1, Requests);
        await _time.FlyUntilDoneAsync(held);
        await throttled;

        Assert.Equal(3, Requests);
    }

    [Fact]
    public async Task The_requests_of_another_connection_are_not_held_back()
    {
        Throttle("300", times: 1);
        EnPowerClient client = await ConnectAsync();
        EnPowerClient other = await ConnectAsync();
        var observer = new RecordingObserver();
        Task throttled = EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>(), observer: observer);
        Assert.True(SpinWait.SpinUntil(() => !observer.Retries.IsEmpty, TimeSpan.FromSeconds(20)));

        Assert.NotEmpty(await EmulatorFixture.ReadAllAsync(other, new ListQuery<Mailbox>()));
        await _time.FlyUntilDoneAsync(Task.WhenAll(throttled).ContinueWith(_ => 0, TaskScheduler.Default));
    }

    [Fact]
    public async Task A_hold_that_is_longer_than_retries_may_go_on_fails_requests_before_they_are_sent()
    {
        Throttle("86400", times: 1);
        EnPowerClient client = await ConnectAsync();
        await Assert.ThrowsAsync<EnPowerApiException>(() => EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>()));

        var exception = await Assert.ThrowsAsync<EnPowerApiException>(
            () => EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>()));

        Assert.Equal(EnPowerErrorId.Throttled, exception.ErrorId);
        Assert.Equal(
            "The API is throttling requests. The remaining wait of 86400 seconds exceeds the time limit of retries, so the "
            + "request was not sent.",
            exception.Message);
        Assert.NotNull(exception.ResumeLink);
        Assert.Equal(1, Requests);
        _time.Advance(TimeSpan.FromDays(1));
        await client.AuthenticateAsync(new RecordingObserver(), Token);
        Assert.NotEmpty(await EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>()));
    }

    [Fact]
    public void A_hold_that_ends_sooner_shortens_none()
    {
        var gate = new ThrottleGate(_time);

        gate.HoldFor(TimeSpan.FromSeconds(10));
        gate.HoldFor(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(10), gate.Remaining);
        gate.HoldFor(TimeSpan.MaxValue);
        Assert.Equal(TimeSpan.FromDays(30), gate.Remaining);
        _time.Advance(TimeSpan.FromDays(30));

        Assert.Equal(TimeSpan.Zero, gate.Remaining);
    }

    private void Throttle(string retryAfter, int times) => _fixture.Emulator.Faults.Add(new Fault
    {
        Path = Path, Status = 429, Times = times, Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter },
    });

    private async Task<EnPowerClient> ConnectAsync()
    {
        EnPowerClient client = _fixture.CreateClient(
            options => options with { TimeProvider = _time, Retry = FakeTimeProviderExtensions.Patient });
        await client.AuthenticateAsync(new RecordingObserver(), Token);
        return client;
    }
}
