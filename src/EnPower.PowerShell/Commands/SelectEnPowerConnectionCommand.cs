using EnPower.Connections;
using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Select-EnPowerConnection: makes another connection the default of this runspace.</summary>
[Cmdlet(VerbsCommon.Select, "EnPowerConnection", HelpUri = HelpPages.Address + "Select-EnPowerConnection.md")]
[OutputType(typeof(EnPowerConnection))]
public sealed class SelectEnPowerConnectionCommand : PSCmdlet
{
    /// <summary>Gets or sets the connection, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name")]
    [ValidateNotNull]
    [ConnectionOfThisProcess]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public EnPowerConnection Connection { get; set; } = null!;

    /// <summary>Gets or sets whether to write the connection to the output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Connection.State != EnPowerConnectionState.Open)
        {
            ThrowTerminatingError(ErrorRecords.Create(Connection.Closed(), target: null));
        }

        RunspaceConnections.Current.Default = Connection;
        if (PassThru)
        {
            WriteObject(Connection);
        }
    }
}
