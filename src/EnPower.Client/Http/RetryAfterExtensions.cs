using System.Net.Http.Headers;

namespace EnPower.Http;

internal static class RetryAfterExtensions
{
    /// <summary>Gets the delay from now that a <c>Retry-After</c> header of seconds or a date requests.</summary>
    public static TimeSpan? ToDelay(this RetryConditionHeaderValue? header, TimeProvider timeProvider)
    {
        TimeSpan? delay = header?.Delta ?? (header?.Date - timeProvider.GetUtcNow());
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }
}
