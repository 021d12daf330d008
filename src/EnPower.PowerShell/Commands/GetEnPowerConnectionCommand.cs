using EnPower.Connections;

namespace EnPower.Commands;

/// <summary>Get-EnPowerConnection: the connection that commands of this runspace use. Nothing where there is none.</summary>
[Cmdlet(VerbsCommon.Get, "EnPowerConnection", HelpUri = HelpPages.Address + "Get-EnPowerConnection.md")]
[OutputType(typeof(EnPowerConnection))]
public sealed class GetEnPowerConnectionCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (RunspaceConnections.Current.Default is { } connection)
        {
            WriteObject(connection);
        }
    }
}
