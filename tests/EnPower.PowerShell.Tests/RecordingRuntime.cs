using System.Reflection;

namespace EnPower;

/// <summary>Records what a command writes. Public, because the proxy derives from it.</summary>
public class RecordingRuntime : DispatchProxy
{
    public event EventHandler? Wrote;

    public List<(string Stream, string Text)> Messages { get; } = [];

    public Cmdlet Command { get; private set; } = null!;

    public static RecordingRuntime Create()
    {
        ICommandRuntime proxy = Create<ICommandRuntime, RecordingRuntime>();
        var runtime = (RecordingRuntime)(object)proxy;
        runtime.Command = new AnyCommand { CommandRuntime = proxy };
        return runtime;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Messages.Add((targetMethod!.Name, (string)args![0]!));
        Wrote?.Invoke(this, EventArgs.Empty);
        return null;
    }

    private sealed class AnyCommand : Cmdlet;
}
