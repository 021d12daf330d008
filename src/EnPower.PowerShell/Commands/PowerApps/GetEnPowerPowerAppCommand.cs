using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerPowerApp: Power Apps as EnPower knows them.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerapps/powerapps.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerPowerApp", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerPowerApp.md")]
[OutputType(typeof(PowerApp))]
public sealed class GetEnPowerPowerAppCommand : EnPowerEnvironmentListCommand<PowerApp>
{
    private protected override string Plural => "apps";

    private protected override IEnumerable<string?> KeysOf(PowerApp item) => [item.EnvironmentId];
}
