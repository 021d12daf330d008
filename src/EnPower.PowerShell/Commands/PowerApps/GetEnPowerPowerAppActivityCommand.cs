using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerPowerAppActivity: what users did in Power Apps.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerapps/activities.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerPowerAppActivity", DefaultParameterSetName = ParentSet, SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerPowerAppActivity.md")]
[OutputType(typeof(PowerAppActivity))]
public sealed class GetEnPowerPowerAppActivityCommand : EnPowerHistoryCommand<PowerAppActivity>
{
    /// <summary>Gets or sets the identifiers of the apps to read the activities of.</summary>
    [Parameter(
        Position = 0,
        Mandatory = true,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParentSet)]
    [IdentifierOfPipeline("an app", nameof(AppId), "Get-EnPowerPowerApp")]
    [ValidateNotNullOrEmpty]
    public string[] AppId { get; set; } = [];

    private protected override string[] ParentKeys => AppId;

    private protected override string Plural => "activities";

    private protected override string Sources => "apps";
}
