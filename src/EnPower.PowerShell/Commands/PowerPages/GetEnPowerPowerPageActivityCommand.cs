using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerPowerPageActivity: what users did on sites of Power Pages.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/pages/activities.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerPowerPageActivity", DefaultParameterSetName = ParentSet, SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerPowerPageActivity.md")]
[OutputType(typeof(PowerPageActivity))]
public sealed class GetEnPowerPowerPageActivityCommand : EnPowerHistoryCommand<PowerPageActivity>
{
    /// <summary>Gets or sets the identifiers of the sites to read the activities of.</summary>
    [Parameter(
        Position = 0,
        Mandatory = true,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParentSet)]
    [IdentifierOfPipeline("a site of Power Pages", nameof(PowerPageId), "Get-EnPowerPowerPage")]
    [ValidateNotNullOrEmpty]
    public string[] PowerPageId { get; set; } = [];

    private protected override string[] ParentKeys => PowerPageId;

    private protected override string Plural => "activities";

    private protected override string Sources => "sites";
}
