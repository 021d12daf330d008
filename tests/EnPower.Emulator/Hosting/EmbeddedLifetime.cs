namespace EnPower.Emulator;

/// <summary>Leaves signals to whoever hosts the emulator; the host's default would take Ctrl+C from a test run.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
