using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace EnPower.Pipeline;

/// <summary>
/// The read that a command began last in one runspace: what a command further down the same pipeline asks when no object
/// comes that would tell. Goes when its runspace goes.
/// </summary>
internal sealed class ReadInFlight
{
    private static readonly ConditionalWeakTable<Runspace, ReadInFlight> ByRunspace = new();

    private InvocationInfo? _invocation;
    private (Type Model, ListRead Read) _latest;

    private static ReadInFlight Current => ByRunspace.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>Notes that a command begins to read.</summary>
    public static void Begin(PSCmdlet command, Type model, ListRead read)
    {
        Current._invocation = command.MyInvocation;
        Current._latest = (model, read);
    }

    /// <summary>Finds the read of a command that stands before this one in its pipeline. To be asked as this one begins.</summary>
    public static (Type Model, ListRead Read)? Before(PSCmdlet command)
    {
        InvocationInfo? before = Current._invocation;
        InvocationInfo own = command.MyInvocation;
        bool isOfSamePipeline = before is not null
            && before.HistoryId == own.HistoryId && before.PipelineLength == own.PipelineLength
            && before.PipelinePosition < own.PipelinePosition && before.ScriptName == own.ScriptName;
        return isOfSamePipeline ? Current._latest : null;
    }
}
