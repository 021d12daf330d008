using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerPowerAppLaunch: launches of Power Apps.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerapps/applaunches.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerPowerAppLaunch", DefaultParameterSetName = ParentSet, SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerPowerAppLaunch.md")]
[OutputType(typeof(PowerAppLaunch))]
public sealed class GetEnPowerPowerAppLaunchCommand : EnPowerHistoryCommand<PowerAppLaunch>
{
    /// <summary>Gets or sets the identifiers of the apps to read the launches of.</summary>
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

    private protected override string Plural => "launches";

    private protected override string Sources => "apps";
}
