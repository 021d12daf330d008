using EnPower.Http;
using Microsoft.Extensions.Time.Testing;

namespace EnPower;

/// <summary>The requests of a connection after the API has throttled it, in fake time.</summary>
public sealed class ThrottleGateTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly FakeTimeProvider _time = new();
    private readonly RecordingObserver _observer = new();
    private readonly ThrottleGate _gate;

    public ThrottleGateTests() => _gate = new ThrottleGate(_time);

    public static TheoryData<int, int, int> Servers { get; } =
    [
        .. from requestsPerSecond in (int[])[2, 10, 50]
           from latencyMilliseconds in (int[])[5, 50, 200]
           from throttleLimit in (int[])[1, 4, 16]
           select (requestsPerSecond, latencyMilliseconds, throttleLimit),
    ];

    public void Dispose() => _gate.Dispose();

    [Fact]
    public void A_connection_that_was_never_throttled_has_no_limit() =>
        Assert.All(Enumerable.Range(0, 1000).Select(_ => Wait()), turn => Assert.True(turn.IsCompletedSuccessfully));

    [Fact]
    public void Nothing_is_sent_before_the_wait_that_the_API_asks_for_is_over()
    {
        Refuse(Sent(), TimeSpan.FromSeconds(7));
        Task<ThrottleGate.Turn?> turn = Wait();

        _time.Advance(TimeSpan.FromSeconds(6.9));
        Assert.False(turn.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True(turn.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_wait_is_never_shorter_than_the_shortest_backoff()
    {
        Refuse(Sent(), TimeSpan.Zero);
        Task<ThrottleGate.Turn?> turn = Wait();

        _time.Advance(TimeSpan.FromSeconds(0.4));
        Assert.False(turn.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True(turn.IsCompletedSuccessfully);
    }

    [Fact]
    public void Afterwards_one_request_is_in_flight_at_a_time()
    {
        Refuse(Sent(), Second);
        _time.Advance(Second);
        ThrottleGate.Turn first = Sent();
        Task<ThrottleGate.Turn?> second = Wait();

        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(second.IsCompleted);
        Succeed(first);

        Assert.True(second.IsCompletedSuccessfully);
    }

    [Fact]
    public void Each_round_of_successes_permits_one_more()
    {
        Refuse(Sent(), Second);
        _time.Advance(Second);

        Assert.Equal([1, 2, 3, 4, 5], Rounds(5));
    }

    [Fact]
    public void The_next_refusal_permits_half_as_many()
    {
        Refuse(Sent(), Second);
        _time.Advance(Second);
        Rounds(8);

        Refuse(Sent(), Second);
        _time.Advance(Second);

        Assert.Equal([4, 5], Rounds(2));
    }

    [Fact]
    public void A_refusal_of_what_was_sent_before_the_last_reduction_reduces_nothing()
    {
        Refuse(Sent(), Second);
        _time.Advance(Second);
        Rounds(8);
        ThrottleGate.Turn[] together = [Sent(), Sent(), Sent()];

        Assert.All(together, turn => Refuse(turn, Second));
        _time.Advance(Second);

        Assert.Equal([4], Rounds(1));
    }

    [Fact]
    public async Task Requests_follow_each_other_no_sooner_than_the_API_has_let_them_through()
    {
        for (int i = 0; i < 10; i++)
        {
            Succeed(Sent());
        }

        Refuse(Sent(), Second);
        _time.Advance(Second);
        int sent = 0;
        Task<ThrottleGate.Turn?> turn = Wait();
        for (int elapsed = 0; elapsed < 1000; elapsed++, _time.Advance(TimeSpan.FromMilliseconds(1)))
        {
            if (turn.IsCompletedSuccessfully)
            {
                sent++;
                Succeed((await turn)!);
                turn = Wait();
            }
        }

        Assert.InRange(sent, 8, 10);
    }

    [Fact]
    public void A_wait_that_is_cancelled_takes_no_turn()
    {
        Refuse(Sent(), Second);
        _time.Advance(Second);
        ThrottleGate.Turn first = Sent();
        using var cancellation = new CancellationTokenSource();
        Task<ThrottleGate.Turn?> cancelled = _gate.WaitAsync(Longest, _observer, cancellation.Token);
        Task<ThrottleGate.Turn?> next = Wait();

        cancellation.Cancel();
        Succeed(first);
        _time.Advance(Second);

        Assert.True(cancelled.IsCanceled);
        Assert.True(next.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_hold_that_becomes_too_long_ends_the_wait_at_once()
    {
        ThrottleGate.Turn first = Sent();
        ThrottleGate.Turn second = Sent();
        Refuse(first, Second);
        Task<ThrottleGate.Turn?> waiting = Wait();

        Refuse(second, Longest);

        Assert.True(waiting.IsCompletedSuccessfully);
        Assert.Null(await waiting);
    }

    [Fact]
    public void A_command_is_told_once_that_its_connection_is_held_back_and_when_it_goes_on_with_how_many_at_a_time()
    {
        var other = new RecordingObserver();
        Refuse(Sent(), TimeSpan.FromSeconds(3));
        for (int i = 0; i < 5; i++)
        {
            _ = _gate.WaitAsync(Longest, other, CancellationToken.None);
        }

        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal([TimeSpan.FromSeconds(3)], other.Holds);
        Assert.Equal([1], other.Limits);
        Assert.Equal([1], _observer.Limits);
    }

    /// <summary>The server's own floor is what it lets through in its own seconds, or what the latency allows.</summary>
    [Theory]
    [MemberData(nameof(Servers))]
    public void
        A_server_that_allows_some_requests_a_second_refuses_3_percent_at_most_and_takes_a_fifth_more_than_its_floor_at_most(
            int requestsPerSecond, int latencyMilliseconds, int throttleLimit)
    {
        // What a minute allows, and enough for the refusals of the beginning to be a small part.
        int requests = Math.Max(1000, 60 * requestsPerSecond);
        var server = new RateLimitedServer(requestsPerSecond, TimeSpan.FromMilliseconds(latencyMilliseconds), throttleLimit);

        server.Serve(requests);

        string measured = $"{server.Elapsed / server.Floor(requests):0.000} of the floor, {server.Refused} refused";
        Assert.True(server.Elapsed <= 1.2 * server.Floor(requests), measured);
        Assert.True(server.Refused <= 0.03 * (requests + server.Refused), measured);
    }

    private Task<ThrottleGate.Turn?> Wait() => _gate.WaitAsync(Longest, _observer, CancellationToken.None);

    private ThrottleGate.Turn Sent()
    {
        Task<ThrottleGate.Turn?> turn = Wait();
        Assert.True(turn.IsCompletedSuccessfully);
        return turn.Result!;
    }

    private static void Succeed(ThrottleGate.Turn turn)
    {
        turn.LetThrough();
        turn.Dispose();
    }

    private void Refuse(ThrottleGate.Turn turn, TimeSpan hold)
    {
        turn.Refuse(hold, _observer);
        turn.Dispose();
    }

    /// <summary>Sends as much as may be in flight, and has it succeed, again and again. How much that was each time.</summary>
    private int[] Rounds(int count)
    {
        int[] rounds = new int[count];
        for (int i = 0; i < count; i++)
        {
            using var ending = new CancellationTokenSource();
            List<Task<ThrottleGate.Turn?>> all =
                [.. Enumerable.Range(0, 40).Select(_ => _gate.WaitAsync(Longest, _observer, ending.Token))];
            for (int second = 0; second < all.Count; second++)
            {
                _time.Advance(Second);
            }

            List<Task<ThrottleGate.Turn?>> sent = all.FindAll(turn => turn.IsCompletedSuccessfully);
            rounds[i] = sent.Count;
            ending.Cancel();
            sent.ForEach(turn => Succeed(turn.Result!));
        }

        return rounds;
    }
}
