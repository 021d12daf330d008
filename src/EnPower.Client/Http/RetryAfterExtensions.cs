using System.Net.Http.Headers;

namespace EnPower.Http;

internal static class RetryAfterExtensions
{
    /// <summary>How long a <c>Retry-After</c> header, of seconds or with a date, asks to wait from now.</summary>
    public static TimeSpan? ToDelay(this RetryConditionHeaderValue? header, TimeProvider timeProvider)
    {
        TimeSpan? delay = header?.Delta ?? (header?.Date - timeProvider.GetUtcNow());
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }
}
