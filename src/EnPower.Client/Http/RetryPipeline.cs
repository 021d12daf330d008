using Polly;
using Polly.Retry;

namespace EnPower.Http;

/// <summary>
/// Does a thing again while it fails for reasons that pass: after the time that the server asks for, otherwise after
/// exponentially growing, jittered waits.
/// </summary>
internal sealed class RetryPipeline(RetryOptions options, TimeProvider timeProvider)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    public async Task<T> ExecuteAsync<T>(
        Func<CancellationToken, ValueTask<T>> attempt, IRequestObserver observer, CancellationToken cancellationToken)
    {
        long started = timeProvider.GetTimestamp();
        var builder = new ResiliencePipelineBuilder<T> { TimeProvider = timeProvider };
        if (options.MaximumRetryCount > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<T>
            {
                MaxRetryAttempts = options.MaximumRetryCount,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(RetryAfter(arguments.Outcome.Exception)),
                ShouldHandle = arguments => new ValueTask<bool>(
                    IsTransient(arguments.Outcome.Exception) && FitsIntoTotal(RetryAfter(arguments.Outcome.Exception))),
                OnRetry = arguments =>
                {
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
            timeProvider.GetElapsedTime(started) + (delay ?? TimeSpan.Zero) < options.TotalTimeout;
    }

    private static bool IsTransient(Exception? exception) => exception is EnPowerException { IsTransient: true };

    private static TimeSpan? RetryAfter(Exception? exception) => (exception as EnPowerException)?.RetryAfter;
}
