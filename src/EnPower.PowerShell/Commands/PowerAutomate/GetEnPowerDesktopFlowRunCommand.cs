using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerDesktopFlowRun: runs of desktop flows.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/flows/desktoprunhistories.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerDesktopFlowRun", DefaultParameterSetName = ParentSet, SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerDesktopFlowRun.md")]
[OutputType(typeof(DesktopFlowRun))]
public sealed class GetEnPowerDesktopFlowRunCommand : EnPowerHistoryCommand<DesktopFlowRun>
{
    /// <summary>Gets or sets the identifiers of the flows to read the runs of.</summary>
    [Parameter(
        Position = 0,
        Mandatory = true,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParentSet)]
    [IdentifierOfPipeline("a flow", nameof(FlowId), "Get-EnPowerDesktopFlow")]
    [ValidateNotNullOrEmpty]
    public string[] FlowId { get; set; } = [];

    private protected override string[] ParentKeys => FlowId;

    private protected override string Plural => "runs";

    private protected override string Sources => "flows";
}
