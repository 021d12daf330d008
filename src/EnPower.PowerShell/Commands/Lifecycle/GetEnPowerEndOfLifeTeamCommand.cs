using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerEndOfLifeTeam: teams that were deleted, archived or restricted in MyHub.</summary>
/// <remarks>Source: https://learn.avepoint.com/graphapi/docs/services-and-features/enpower/eol/teams.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerEndOfLifeTeam", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerEndOfLifeTeam.md")]
[OutputType(typeof(EndOfLifeTeam))]
public sealed class GetEnPowerEndOfLifeTeamCommand : EnPowerListCommand<EndOfLifeTeam>
{
    private protected override string Plural => "teams";
}
