using EnPower.Connections;
using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Disconnect-EnPower: forgets a connection, its token and its secret.</summary>
[Cmdlet(
    VerbsCommunications.Disconnect, "EnPower", SupportsShouldProcess = true, DefaultParameterSetName = OneSet,
    HelpUri = HelpPages.Address + "Disconnect-EnPower.md")]
public sealed class DisconnectEnPowerCommand : PSCmdlet
{
    private const string OneSet = "Connection";
    private const string AllSet = "All";

    /// <summary>Gets or sets the connection to close, or its name. Default: the default connection of the runspace.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = OneSet)]
    [Alias("Name")]
    [ValidateNotNull]
    [ConnectionOfThisProcess]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public EnPowerConnection? Connection { get; set; }

    /// <summary>Gets or sets whether to close every open connection that was made in this runspace.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllSet)]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Connection == EnPowerConnection.FromAnotherProcess)
        {
            ThrowTerminatingError(ErrorRecords.Create(Connection.Closed(), target: null));
        }

        RunspaceConnections connections = RunspaceConnections.Current;
        EnPowerConnection[] toClose = All
            ? [.. connections.Open]
            : [.. new[] { Connection ?? connections.Default }.OfType<EnPowerConnection>()];
        if (toClose.Length == 0)
        {
            WriteVerbose("There is no connection to close.");
        }

        foreach (EnPowerConnection connection in toClose)
        {
            if (ShouldProcess(connection.ToString()))
            {
                connections.Close(connection);
            }
        }
    }
}
