using EnPower.Emulator;
using EnPower.Http;
using EnPower.Paging;
using Microsoft.Extensions.Time.Testing;

namespace EnPower;

/// <summary>Several lists at once, read over HTTP from a server that allows so many requests a second.</summary>
public sealed class RateLimitTests(SmallEmulatorFixture fixture) : IClassFixture<SmallEmulatorFixture>
{
    [Fact]
    public async Task All_objects_are_read_and_3_percent_of_the_requests_refused_at_most()
    {
        const int Mailboxes = 1000;
        const int Lists = 8;
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { Mailboxes = Mailboxes, RequestsPerSecond = 50, RateClock = time },
            TestContext.Current.CancellationToken);
        EnPowerClient client = fixture.CreateClient(emulator, options => options with
        {
            TimeProvider = time,
            Retry = new RetryOptions { AttemptTimeout = Timeout.InfiniteTimeSpan },
        });
        await client.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken);

        IReadOnlyList<Mailbox>[] lists = await time.FlyUntilDoneAsync(
            Task.WhenAll(Enumerable.Range(0, Lists).Select(_ =>
                Task.Run(() => EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox> { Top = 10 })))),
            step: TimeSpan.FromMilliseconds(10));

        Assert.All(lists, list => Assert.Equal(Mailboxes, list.DistinctBy(mailbox => mailbox.Id).Count()));
        LoggedRequest[] requests = [.. emulator.Requests.Snapshot().Where(request => request.Path == "/smp/exchange/mailboxes")];
        int refused = requests.Count(request => request.StatusCode == 429);
        Assert.Equal(Lists * Mailboxes / 10, requests.Length - refused);
        Assert.InRange(refused, 1, requests.Length * 3 / 100);
    }
}
