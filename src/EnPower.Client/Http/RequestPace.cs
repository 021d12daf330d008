namespace EnPower.Http;

/// <summary>
/// The rate of requests after a 429. It follows the curve of TCP CUBIC (RFC 9438): it returns quickly to almost the refused
/// rate, exceeds it slowly, and then grows faster.
/// </summary>
internal sealed record RequestPace
{
    // Fractions of the refused rate: the plateau of the curve, and its start below the plateau.
    private const double Plateau = 0.97;
    private const double Depth = 0.1;
    private const double SlowestRate = 0.5;

    // One 429 can be a coincidence. The more follow, the longer an accepted rate is kept.
    private static readonly TimeSpan ShortestTimeToPlateau = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestTimeToPlateau = TimeSpan.FromSeconds(60);

    private readonly double _refusedRate;
    private readonly TimeSpan _began;
    private readonly TimeSpan _timeToPlateau;

    private RequestPace(double refusedRate, TimeSpan began, TimeSpan timeToPlateau)
    {
        _refusedRate = refusedRate;
        _began = began;
        _timeToPlateau = timeToPlateau;
    }

    /// <summary>Makes the pace that follows a refusal.</summary>
    /// <param name="previous">The refused pace, or <see langword="null"/>.</param>
    /// <param name="letThrough">The number of requests that the API accepted in the preceding second.</param>
    /// <param name="refusedOn">The time of the 429.</param>
    /// <param name="now">The time at which requests continue.</param>
    /// <returns>The pace; <see langword="null"/> if no accepted rate is known.</returns>
    public static RequestPace? After(RequestPace? previous, int letThrough, TimeSpan refusedOn, TimeSpan now)
    {
        if (letThrough == 0)
        {
            return previous is null ? null : new RequestPace(previous._refusedRate, now, previous._timeToPlateau);
        }

        double rate = Math.Max(SlowestRate, Math.Min(letThrough, previous?.RateAt(refusedOn) ?? letThrough));

        // A pace far beyond its plateau shows that the limit of the API has changed.
        bool isKnown = previous is not null && (refusedOn - previous._began).Ticks < 4 * previous._timeToPlateau.Ticks;
        long ticks = isKnown
            ? Math.Min(2 * previous!._timeToPlateau.Ticks, LongestTimeToPlateau.Ticks)
            : ShortestTimeToPlateau.Ticks;
        return new RequestPace(rate, now, TimeSpan.FromTicks(ticks));
    }

    /// <summary>Gets the requests a second that may be sent.</summary>
    public double RateAt(TimeSpan now)
    {
        double offset = ((now - _began).TotalSeconds / _timeToPlateau.TotalSeconds) - 1;
        return _refusedRate * (Plateau + (Depth * offset * offset * offset));
    }

    /// <summary>Gets the time between one request and the next.</summary>
    public TimeSpan IntervalAt(TimeSpan now) => TimeSpan.FromSeconds(1 / RateAt(now));
}
