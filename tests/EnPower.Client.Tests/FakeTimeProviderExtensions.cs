using EnPower.Http;
using Microsoft.Extensions.Time.Testing;

namespace EnPower;

internal static class FakeTimeProviderExtensions
{
    /// <summary>
    /// Gets options for work in fake time. On a machine under load, it may pass faster than good responses arrive.
    /// </summary>
    public static RetryOptions Patient { get; } = new()
    {
        AttemptTimeout = Timeout.InfiniteTimeSpan, TotalTimeout = TimeSpan.FromHours(12),
    };

    // Real time, for what waits for more than time.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Advances the fake time by a second, or the given step, per millisecond until the task has completed.</summary>
    public static async Task<T> FlyUntilDoneAsync<T>(this FakeTimeProvider time, Task<T> work, TimeSpan? step = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        while (!work.IsCompleted)
        {
            limit.Token.ThrowIfCancellationRequested();
            time.Advance(step ?? TimeSpan.FromSeconds(1));
            await Task.WhenAny(work, Task.Delay(1, limit.Token));
        }

        return await work;
    }
}
