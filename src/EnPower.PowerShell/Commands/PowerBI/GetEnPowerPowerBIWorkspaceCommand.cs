using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerPowerBIWorkspace: Power BI workspaces as EnPower knows them.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerbi/workspaces.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerPowerBIWorkspace", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerPowerBIWorkspace.md")]
[OutputType(typeof(PowerBIWorkspace))]
public sealed class GetEnPowerPowerBIWorkspaceCommand : EnPowerListCommand<PowerBIWorkspace>
{
    private protected override string Plural => "workspaces";
}
