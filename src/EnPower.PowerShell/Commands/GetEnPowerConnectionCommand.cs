using EnPower.Connections;

namespace EnPower.Commands;

/// <summary>Get-EnPowerConnection: the default connection of this runspace, if there is one.</summary>
[Cmdlet(VerbsCommon.Get, "EnPowerConnection", HelpUri = HelpPages.Address + "Get-EnPowerConnection.md")]
[OutputType(typeof(EnPowerConnection))]
public sealed class GetEnPowerConnectionCommand : PSCmdlet
{
    /// <summary>Gets or sets whether to get every open connection that was made in this runspace, the oldest first.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        RunspaceConnections connections = RunspaceConnections.Current;
        if (All)
        {
            WriteObject(connections.Open, enumerateCollection: true);
        }
        else if (connections.Default is { } connection)
        {
            WriteObject(connection);
        }
    }
}
