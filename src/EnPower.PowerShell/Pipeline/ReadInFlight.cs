using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace EnPower.Pipeline;

/// <summary>
/// The last read that a command of a runspace began. A later command of the same pipeline needs it if no object arrives.
/// It is removed with its runspace.
/// </summary>
internal sealed class ReadInFlight
{
    private static readonly ConditionalWeakTable<Runspace, ReadInFlight> ByRunspace = new();

    private InvocationInfo? _invocation;
    private (Type Model, ListRead Read) _latest;

    private static ReadInFlight Current => ByRunspace.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>Notes the start of a read.</summary>
    public static void Begin(PSCmdlet command, Type model, ListRead read)
    {
        Current._invocation = command.MyInvocation;
        Current._latest = (model, read);
    }

    /// <summary>Finds the read of an earlier command in the pipeline. Call it in BeginProcessing.</summary>
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
