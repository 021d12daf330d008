using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>
/// Get-EnPowerEndOfLifeVivaGroup: groups of Viva Engage communities that were deleted, archived or restricted in MyHub.
/// </summary>
/// <remarks>Source: https://learn.avepoint.com/graphapi/docs/services-and-features/enpower/eol/viva-groups.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerEndOfLifeVivaGroup", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerEndOfLifeVivaGroup.md")]
[OutputType(typeof(EndOfLifeVivaGroup))]
public sealed class GetEnPowerEndOfLifeVivaGroupCommand : EnPowerListCommand<EndOfLifeVivaGroup>
{
    private protected override string Plural => "groups";
}
