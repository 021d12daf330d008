using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerPowerPage: sites of Power Pages as EnPower knows them.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/pages/details.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerPowerPage", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerPowerPage.md")]
[OutputType(typeof(PowerPage))]
public sealed class GetEnPowerPowerPageCommand : EnPowerEnvironmentListCommand<PowerPage>
{
    private protected override string Plural => "sites";

    private protected override IEnumerable<string?> KeysOf(PowerPage item) => [item.EnvironmentId];
}
