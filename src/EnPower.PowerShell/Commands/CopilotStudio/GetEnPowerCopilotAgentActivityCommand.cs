using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerCopilotAgentActivity: what users did to agents of Copilot Studio.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/copilotstudio/activities.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerCopilotAgentActivity", DefaultParameterSetName = ParentSet, SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerCopilotAgentActivity.md")]
[OutputType(typeof(CopilotAgentActivity))]
public sealed class GetEnPowerCopilotAgentActivityCommand : EnPowerHistoryCommand<CopilotAgentActivity>
{
    /// <summary>Gets or sets the identifiers of the agents to read the activities of.</summary>
    [Parameter(
        Position = 0,
        Mandatory = true,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParentSet)]
    [IdentifierOfPipeline("an agent", nameof(BotId), "Get-EnPowerCopilotAgent")]
    [ValidateNotNullOrEmpty]
    public string[] BotId { get; set; } = [];

    private protected override string[] ParentKeys => BotId;

    private protected override string Plural => "activities";

    private protected override string Sources => "agents";
}
