using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>
/// Get-EnPowerPowerBIArtifact: Power BI artifacts as EnPower knows them: reports, dashboards, semantic models and others.
/// </summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/powerbi/artifacts.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerPowerBIArtifact", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerPowerBIArtifact.md")]
[OutputType(typeof(PowerBIArtifact))]
public sealed class GetEnPowerPowerBIArtifactCommand : EnPowerSelectingListCommand<PowerBIArtifact>
{
    /// <summary>
    /// Gets or sets the identifiers of the workspaces to return the artifacts of. Default: all workspaces. The API can't filter
    /// by workspace: the command reads the list once, to its end, and filters it on this machine.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [IdentifierOfPipeline("a workspace", nameof(WorkspaceId), "Get-EnPowerPowerBIWorkspace")]
    [ValidateNotNullOrEmpty]
    public string[]? WorkspaceId { get; set; }

    private protected override string Plural => "artifacts";

    private protected override string Selector => nameof(WorkspaceId);

    private protected override string[]? WantedKeys => WorkspaceId;

    private protected override IEnumerable<string?> KeysOf(PowerBIArtifact item) => [item.WorkspaceId];
}
