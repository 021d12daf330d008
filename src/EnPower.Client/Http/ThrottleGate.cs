namespace EnPower.Http;

/// <summary>
/// Holds back the requests of a connection while the API is throttling it, whichever of them was told so. Safe to share by
/// threads.
/// </summary>
internal sealed class ThrottleGate(TimeProvider timeProvider)
{
    // Longer than any wait that is waited for; a server can name the year 9999.
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(30);

    // A timestamp rather than a time of day: the clock may be put right meanwhile.
    private long _opensOn = long.MinValue;

    /// <summary>Gets the time that is left.</summary>
    public TimeSpan Remaining
    {
        get
        {
            long now = timeProvider.GetTimestamp();
            long opensOn = Volatile.Read(ref _opensOn);
            if (opensOn <= now)
            {
                return TimeSpan.Zero;
            }

            // Timers know whole milliseconds only; one that is set for less than is left would go off too soon.
            return TimeSpan.FromMilliseconds(Math.Ceiling(timeProvider.GetElapsedTime(now, opensOn).TotalMilliseconds));
        }
    }

    /// <summary>Lets no request through for a time. One that ends sooner than what was said before changes nothing.</summary>
    public void HoldFor(TimeSpan time)
    {
        double seconds = Math.Min(time.TotalSeconds, LongestHold.TotalSeconds);
        long opensOn = timeProvider.GetTimestamp() + (long)(seconds * timeProvider.TimestampFrequency);
        long before;
        while ((before = Volatile.Read(ref _opensOn)) < opensOn
            && Interlocked.CompareExchange(ref _opensOn, opensOn, before) != before)
        {
            // Another thread was quicker; the later end counts.
        }
    }

    /// <summary>Waits for a time.</summary>
    public Task DelayAsync(TimeSpan time, CancellationToken cancellationToken) =>
#if NET
        Task.Delay(time, timeProvider, cancellationToken);
#else
        timeProvider.Delay(time, cancellationToken);
#endif
}
