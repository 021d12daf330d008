using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerEndOfLifeGroup: groups that were deleted, archived or restricted in MyHub.</summary>
/// <remarks>Source: https://learn.avepoint.com/graphapi/docs/services-and-features/enpower/eol/groups.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerEndOfLifeGroup", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerEndOfLifeGroup.md")]
[OutputType(typeof(EndOfLifeGroup))]
public sealed class GetEnPowerEndOfLifeGroupCommand : EnPowerListCommand<EndOfLifeGroup>
{
    private protected override string Plural => "groups";
}
