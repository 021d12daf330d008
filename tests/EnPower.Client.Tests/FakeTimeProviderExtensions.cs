using Microsoft.Extensions.Time.Testing;

namespace EnPower;

internal static class FakeTimeProviderExtensions
{
    /// <summary>Advances the fake time by a second, or the given step, per millisecond until the task has completed.</summary>
    public static async Task<T> FlyUntilDoneAsync<T>(this FakeTimeProvider time, Task<T> work, TimeSpan? step = null)
    {
        while (!work.IsCompleted)
        {
            time.Advance(step ?? TimeSpan.FromSeconds(1));
            await Task.WhenAny(work, Task.Delay(1, TestContext.Current.CancellationToken));
        }

        return await work;
    }
}
