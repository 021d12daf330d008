using EnPower.Connections;
using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Disconnect-EnPower: forgets a connection, its token and its secret.</summary>
[Cmdlet(
    VerbsCommunications.Disconnect, "EnPower", SupportsShouldProcess = true,
    HelpUri = HelpPages.Address + "Disconnect-EnPower.md")]
public sealed class DisconnectEnPowerCommand : PSCmdlet
{
    /// <summary>Gets or sets the connection to close; the runspace's default without it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ConnectionOfThisProcess]
    public EnPowerConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Connection == EnPowerConnection.FromAnotherProcess)
        {
            ThrowTerminatingError(ErrorRecords.Create(Connection.Closed(), target: null));
        }

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
