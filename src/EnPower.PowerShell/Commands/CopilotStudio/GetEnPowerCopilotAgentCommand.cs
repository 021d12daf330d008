using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Get-EnPowerCopilotAgent: agents of Copilot Studio as EnPower knows them.</summary>
/// <remarks>Source: https://learn.avepoint.com/docs/services-and-features/enpower/copilotstudio/agents.html</remarks>
[Cmdlet(
    VerbsCommon.Get, "EnPowerCopilotAgent", SupportsPaging = true,
    HelpUri = HelpPages.Address + "Get-EnPowerCopilotAgent.md")]
[OutputType(typeof(CopilotAgent))]
public sealed class GetEnPowerCopilotAgentCommand : EnPowerEnvironmentListCommand<CopilotAgent>
{
    private protected override string Plural => "agents";

    private protected override IEnumerable<string?> KeysOf(CopilotAgent item) => [item.EnvironmentId];
}
