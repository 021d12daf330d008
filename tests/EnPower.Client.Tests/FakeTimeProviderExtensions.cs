using Microsoft.Extensions.Time.Testing;

namespace EnPower;

internal static class FakeTimeProviderExtensions
{
    /// <summary>Lets time fly, a second a millisecond or as much as is given, until the work is done.</summary>
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
