using EnPower.Http;

namespace EnPower;

public sealed class AttemptTimeoutTests
{
    [Fact]
    public void A_timer_that_fires_as_the_attempt_ends_throws_nothing()
    {
        var time = new TimerOfOne();

        new AttemptTimeout(TimeSpan.FromSeconds(1), time, TestContext.Current.CancellationToken).Dispose();

        time.Fire();
    }

    /// <summary>A clock whose one timer fires when the test says so, even if it was disposed.</summary>
    private sealed class TimerOfOne : TimeProvider
    {
        public Action Fire { get; private set; } = static () => { };

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Fire = () => callback(state);
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
