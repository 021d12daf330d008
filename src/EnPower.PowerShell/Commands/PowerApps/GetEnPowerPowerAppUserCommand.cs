using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerPowerAppUser: users who launched Power Apps.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerapps/launchedusers.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerPowerAppUser", DefaultParameterSetName = ParentSet, SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerPowerAppUser.md")]
[OutputType(typeof(PowerAppUser))]
public sealed class GetEnPowerPowerAppUserCommand : EnPowerHistoryCommand<PowerAppUser>
{
    /// <summary>Gets or sets the identifiers of the apps to read the users of.</summary>
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

    private protected override string Plural => "users";

    private protected override string Sources => "apps";
}
