using System.Runtime.ExceptionServices;
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
        ExceptionDispatchInfo failure;
        try
        {
            // Most requests succeed at once. Without Polly, a new process has less code to load and compile.
            return await attempt(cancellationToken).ConfigureAwait(false);
        }
        catch (TException exception) when (exception.IsTransient && options.MaximumRetryCount > 0)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
        }

        return await RetryAsync(failure, attempt, observer, gate, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> RetryAsync<T>(
        ExceptionDispatchInfo failure,
        Func<CancellationToken, ValueTask<T>> attempt,
        IRequestObserver observer,
        ThrottleGate? gate,
        CancellationToken cancellationToken)
    {
        // The first attempt, and its wait for a turn at the gate, are not part of the time for retries.
        long failed = timeProvider.GetTimestamp();
        bool isFirst = true;
        ResiliencePipeline<T> retries = new ResiliencePipelineBuilder<T> { TimeProvider = timeProvider }
            .AddRetry(new RetryStrategyOptions<T>
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
            })
            .Build();
        return await retries.ExecuteAsync(AttemptAsync, cancellationToken).ConfigureAwait(false);

        ValueTask<T> AttemptAsync(CancellationToken token)
        {
            if (isFirst)
            {
                isFirst = false;
                failure.Throw();
            }

            return attempt(token);
        }

        bool FitsIntoTotal(TimeSpan? delay) =>
            timeProvider.GetElapsedTime(failed) + (delay ?? TimeSpan.Zero) < options.TotalTimeout;
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

    private static TimeSpan Longer(TimeSpan backoff, TimeSpan? retryAfter) => new[] { backoff, retryAfter ?? backoff }.Max();

    private static bool IsTransient(Exception? exception) => exception is TException { IsTransient: true };

    private static TimeSpan? RetryAfter(Exception? exception) => (exception as EnPowerException)?.RetryAfter;
}
