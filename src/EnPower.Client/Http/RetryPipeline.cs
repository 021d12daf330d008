using Polly;
using Polly.Retry;

namespace EnPower.Http;

/// <summary>
/// Retries transient failures, after an exponential backoff with jitter, or after the time in Retry-After if that is
/// longer.
/// </summary>
/// <typeparam name="TException">
/// The errors of the service. Errors of another service have had their own retries.
/// </typeparam>
internal sealed class RetryPipeline<TException>(RetryOptions options, TimeProvider timeProvider)
    where TException : EnPowerException
{
    private const double FirstDelaySec = 1;
    private const double LongestDelaySec = 30;

#if !NET
    private static readonly Random Jitter = new();
#endif

    /// <summary>Executes an operation, and retries it after transient failures.</summary>
    /// <param name="attempt">The operation.</param>
    /// <param name="observer">Observes the retries.</param>
    /// <param name="gate">The gate that holds back other requests while the server throttles.</param>
    /// <param name="cancellationToken">Cancels the attempt and the wait.</param>
    public async Task<T> ExecuteAsync<T>(
        Func<CancellationToken, ValueTask<T>> attempt,
        IRequestObserver observer,
        ThrottleGate? gate,
        CancellationToken cancellationToken)
    {
        // The wait for a turn at the gate is not part of the time for retries.
        long? failed = null;
        var builder = new ResiliencePipelineBuilder<T> { TimeProvider = timeProvider };
        if (options.MaximumRetryCount > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<T>
            {
                MaxRetryAttempts = options.MaximumRetryCount,
                DelayGenerator = static arguments => new ValueTask<TimeSpan?>(
                    Longer(Backoff(arguments.AttemptNumber), RetryAfter(arguments.Outcome.Exception))),
                ShouldHandle = arguments => new ValueTask<bool>(
                    IsTransient(arguments.Outcome.Exception) && FitsIntoTotal(RetryAfter(arguments.Outcome.Exception))),
                OnRetry = arguments =>
                {
                    if (arguments.Outcome.Exception is EnPowerException { ErrorId: EnPowerErrorId.Throttled })
                    {
                        gate?.HoldFor(arguments.RetryDelay);
                    }

                    observer.Retrying(new RetryNotice(
                        arguments.Outcome.Exception!.Message,
                        arguments.RetryDelay,
                        arguments.AttemptNumber + 1,
                        options.MaximumRetryCount));
                    return default;
                },
            });
        }

        return await builder.Build().ExecuteAsync(attempt, cancellationToken).ConfigureAwait(false);

        bool FitsIntoTotal(TimeSpan? delay) =>
            timeProvider.GetElapsedTime(failed ??= timeProvider.GetTimestamp()) + (delay ?? TimeSpan.Zero) < options.TotalTimeout;
    }

    /// <summary>Gets a backoff: half of a time that doubles with each retry is fixed, the other half is random.</summary>
    private static TimeSpan Backoff(int retry)
    {
        double longest = Math.Min(LongestDelaySec, FirstDelaySec * Math.Pow(2, retry));
        return TimeSpan.FromSeconds(longest * (1 + NextJitter()) / 2);
    }

    private static double NextJitter()
    {
#if NET
        return Random.Shared.NextDouble();
#else
        lock (Jitter)
        {
            return Jitter.NextDouble();
        }
#endif
    }

    private static TimeSpan Longer(TimeSpan backoff, TimeSpan? retryAfter) => retryAfter > backoff ? retryAfter.Value : backoff;

    private static bool IsTransient(Exception? exception) => exception is TException { IsTransient: true };

    private static TimeSpan? RetryAfter(Exception? exception) => (exception as EnPowerException)?.RetryAfter;
}
