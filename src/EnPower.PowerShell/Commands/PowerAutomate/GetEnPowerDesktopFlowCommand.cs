using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerDesktopFlow: desktop flows of Power Automate as EnPower knows them.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/flows/desktopflows.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerDesktopFlow", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerDesktopFlow.md")]
[OutputType(typeof(DesktopFlow))]
public sealed class GetEnPowerDesktopFlowCommand : EnPowerEnvironmentListCommand<DesktopFlow>
{
    private protected override string Plural => "desktop flows";

    private protected override IEnumerable<string?> KeysOf(DesktopFlow item) => [item.EnvironmentId];
}
