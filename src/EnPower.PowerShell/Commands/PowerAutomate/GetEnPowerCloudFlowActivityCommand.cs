using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerCloudFlowActivity: what users did to cloud flows.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/flows/activities.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerCloudFlowActivity", DefaultParameterSetName = ParentSet, SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerCloudFlowActivity.md")]
[OutputType(typeof(CloudFlowActivity))]
public sealed class GetEnPowerCloudFlowActivityCommand : EnPowerHistoryCommand<CloudFlowActivity>
{
    /// <summary>Gets or sets the identifiers of the flows to read the activities of.</summary>
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

    private protected override string Plural => "activities";

    private protected override string Sources => "flows";
}
