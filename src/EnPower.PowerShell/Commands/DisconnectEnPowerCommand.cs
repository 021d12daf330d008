using EnPower.Connections;

namespace EnPower.Commands;

/// <summary>Disconnect-EnPower: forgets a connection, its token and its secret.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "EnPower", SupportsShouldProcess = true)]
public sealed class DisconnectEnPowerCommand : PSCmdlet
{
    /// <summary>Gets or sets the connection to close; the runspace's default without it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public EnPowerConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        RunspaceConnections connections = RunspaceConnections.Current;
        EnPowerConnection? connection = Connection ?? connections.Default;
        if (connection is null)
        {
            WriteVerbose("There is no connection to close.");
        }
        else if (ShouldProcess(connection.ToString()))
        {
            connections.Close(connection);
        }
    }
}
