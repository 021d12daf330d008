namespace EnPower.Emulator;

/// <summary>Ignores signals. The default lifetime would handle Ctrl+C instead of the test runner.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
