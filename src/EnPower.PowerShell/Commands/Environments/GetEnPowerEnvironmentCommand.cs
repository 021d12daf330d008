using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerEnvironment: Power Platform environments as EnPower knows them.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/environments.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerEnvironment", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerEnvironment.md")]
[OutputType(typeof(PowerPlatformEnvironment))]
public sealed class GetEnPowerEnvironmentCommand : EnPowerListCommand<PowerPlatformEnvironment>
{
    private protected override string Plural => "environments";
}
