using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerPowerBIActivity: what users did in Power BI.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerbi/activeusers.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerPowerBIActivity", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerPowerBIActivity.md")]
[OutputType(typeof(PowerBIActivity))]
public sealed class GetEnPowerPowerBIActivityCommand : EnPowerListCommand<PowerBIActivity>
{
    private protected override string Plural => "activities";
}
