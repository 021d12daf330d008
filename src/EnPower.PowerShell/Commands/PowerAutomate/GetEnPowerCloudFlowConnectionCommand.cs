using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerCloudFlowConnection: the connections that cloud flows use.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/flows/connectionusage.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerCloudFlowConnection", DefaultParameterSetName = ParentSet, SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerCloudFlowConnection.md")]
[OutputType(typeof(CloudFlowConnection))]
public sealed class GetEnPowerCloudFlowConnectionCommand : EnPowerChildListCommand<CloudFlowConnection>
{
    /// <summary>Gets or sets the identifiers of the flows to read the connections of.</summary>
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

    private protected override string Plural => "connections";

    private protected override string Sources => "flows";
}
