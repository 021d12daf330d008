using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerPowerPlatformConnection: Power Platform connections as EnPower knows them.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/connections.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerPowerPlatformConnection", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerPowerPlatformConnection.md")]
[OutputType(typeof(PowerPlatformConnection))]
public sealed class GetEnPowerPowerPlatformConnectionCommand : EnPowerEnvironmentListCommand<PowerPlatformConnection>
{
    private protected override string Plural => "connections";

    private protected override IEnumerable<string?> KeysOf(PowerPlatformConnection item) => [item.EnvironmentId];
}
