namespace EnPower.Http;

/// <summary>
/// How quickly requests may follow each other after the API refused one. The rate follows the curve of TCP CUBIC (RFC 9438):
/// soon back to nearly the rate that was refused, slowly past it, then ever faster.
/// </summary>
internal sealed record RequestPace
{
    // Of the refused rate: where the curve is flat, and how far below that it begins.
    private const double Plateau = 0.97;
    private const double Depth = 0.1;
    private const double SlowestRate = 0.5;

    // One refusal may have been by chance. The more come, the longer a rate is kept that the API bears.
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
    /// <param name="previous">The pace at which the API refused; <see langword="null"/> where there was none.</param>
    /// <param name="letThrough">How many requests the API let through in the second before.</param>
    /// <param name="refusedOn">When it refused.</param>
    /// <param name="now">When requests go on.</param>
    /// <returns>The pace; <see langword="null"/> where nothing is known of what the API bears.</returns>
    public static RequestPace? After(RequestPace? previous, int letThrough, TimeSpan refusedOn, TimeSpan now)
    {
        if (letThrough == 0)
        {
            return previous is null ? null : new RequestPace(previous._refusedRate, now, previous._timeToPlateau);
        }

        double rate = Math.Max(SlowestRate, Math.Min(letThrough, previous?.RateAt(refusedOn) ?? letThrough));

        // A pace that had grown far beyond its plateau says that the API bears something else than it did.
        bool isKnown = previous is not null && (refusedOn - previous._began).Ticks < 4 * previous._timeToPlateau.Ticks;
        long ticks = isKnown ? Math.Min(2 * previous!._timeToPlateau.Ticks, LongestTimeToPlateau.Ticks) : ShortestTimeToPlateau.Ticks;
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
