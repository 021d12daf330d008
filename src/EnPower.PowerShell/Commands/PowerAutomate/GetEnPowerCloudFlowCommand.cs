using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerCloudFlow: cloud flows of Power Automate as EnPower knows them.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/flows/cloudflows.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerCloudFlow", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerCloudFlow.md")]
[OutputType(typeof(CloudFlow))]
public sealed class GetEnPowerCloudFlowCommand : EnPowerEnvironmentListCommand<CloudFlow>
{
    private protected override string Plural => "flows";

    private protected override IEnumerable<string?> KeysOf(CloudFlow item) => [item.EnvironmentId];
}
