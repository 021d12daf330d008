using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerEndOfLifeSite: SharePoint sites that were deleted, archived or restricted in MyHub.</summary>
/// <remarks>Source: https://learn.avepoint.com/graphapi/docs/services-and-features/enpower/eol/sharepoint.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerEndOfLifeSite", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerEndOfLifeSite.md")]
[OutputType(typeof(EndOfLifeSite))]
public sealed class GetEnPowerEndOfLifeSiteCommand : EnPowerListCommand<EndOfLifeSite>
{
    private protected override string Plural => "sites";
}
