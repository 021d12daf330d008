namespace EnPower.Http;

/// <summary>Cancels an attempt when its time limit is reached, or when the caller cancels.</summary>
internal sealed class AttemptTimeout : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationTokenSource _source;
    private readonly ITimer _timer;

    /// <summary>Initializes a new instance of the <see cref="AttemptTimeout"/> class, and starts the time.</summary>
    /// <param name="limit">The time limit.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    public AttemptTimeout(TimeSpan limit, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        _limit = limit;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _timer = timeProvider.CreateTimer(Cancel, _source, limit, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _source.Token;

    public bool IsCancellationRequested => _source.IsCancellationRequested;

    /// <summary>Gets the message, without a full stop, for a server that exceeded the time limit.</summary>
    public string MessageOf(string server) => $"{server} did not send a complete response within {_limit.TotalSeconds:0} seconds";

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        _source.Dispose();
    }

    private static void Cancel(object? source)
    {
        try
        {
            ((CancellationTokenSource)source!).Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The attempt ended while its timer fired. An exception in a timer would end the process.
        }
    }
}
