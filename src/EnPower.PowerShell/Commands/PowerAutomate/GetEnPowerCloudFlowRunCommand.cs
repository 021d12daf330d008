using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerCloudFlowRun: runs of cloud flows.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/flows/cloudrunhistories.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerCloudFlowRun", DefaultParameterSetName = ParentSet, SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerCloudFlowRun.md")]
[OutputType(typeof(CloudFlowRun))]
public sealed class GetEnPowerCloudFlowRunCommand : EnPowerHistoryCommand<CloudFlowRun>
{
    /// <summary>Gets or sets the identifiers of the flows to read the runs of.</summary>
    [Parameter(
        Position = 0,
        Mandatory = true,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParentSet)]
    [IdentifierOfPipeline("a flow", nameof(FlowId), "Get-EnPowerCloudFlow")]
    [ValidateNotNullOrEmpty]
    public string[] FlowId { get; set; } = [];

    private protected override string[] ParentKeys => FlowId;

    private protected override string Plural => "runs";

    private protected override string Sources => "flows";
}
