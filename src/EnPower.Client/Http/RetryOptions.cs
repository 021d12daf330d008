namespace EnPower.Http;

/// <summary>The limits of attempts and retries.</summary>
internal sealed record RetryOptions
{
    public const int DefaultMaximumRetryCount = 8;
    public const int DefaultTotalTimeoutSec = 600;

    /// <summary>Gets the maximum number of retries of one request.</summary>
    public int MaximumRetryCount { get; init; } = DefaultMaximumRetryCount;

    /// <summary>Gets the time after the first failure in which retries of a request may begin.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(DefaultTotalTimeoutSec);

    /// <summary>Gets the time limit of one attempt, from sending the request to the end of the response.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(100);
}
