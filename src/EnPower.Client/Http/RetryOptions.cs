namespace EnPower.Http;

/// <summary>How long to keep trying.</summary>
internal sealed record RetryOptions
{
    public const int DefaultMaximumRetryCount = 8;
    public const int DefaultTotalTimeoutSec = 600;

    /// <summary>Gets how often a request is sent again.</summary>
    public int MaximumRetryCount { get; init; } = DefaultMaximumRetryCount;

    /// <summary>Gets the time in which retries of one request may begin, from its first failure on.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(DefaultTotalTimeoutSec);

    /// <summary>Gets how long one try may take, from sending the request to the end of the answer.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(100);
}
