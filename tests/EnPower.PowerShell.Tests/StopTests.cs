using System.Diagnostics;
using EnPower.Pipeline;

namespace EnPower;

/// <summary>Stopping waits for nothing: not for a name to be resolved, nor for anything else that can't be interrupted.</summary>
public sealed class StopTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public void Work_that_can_not_be_cancelled_is_left_behind()
    {
        using Session session = fixture.Connect();
        using PowerShell shell = session.Create($"Import-Module -Assembly ([{typeof(StopTests)}].Assembly); Wait-Forever");
        IAsyncResult running = shell.BeginInvoke();
        Assert.True(WaitForeverCommand.Waiting.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

        var watch = Stopwatch.StartNew();
        shell.Stop();

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10));
    }

    /// <summary>Wait-Forever.</summary>
    [Cmdlet(VerbsLifecycle.Wait, "Forever")]
    public sealed class WaitForeverCommand : EnPowerCommand
    {
        internal static ManualResetEventSlim Waiting { get; } = new();

        /// <inheritdoc/>
        protected override void ProcessRecord()
        {
            Waiting.Set();
            Await(new TaskCompletionSource().Task, Resolve(given: null));
        }
    }
}
