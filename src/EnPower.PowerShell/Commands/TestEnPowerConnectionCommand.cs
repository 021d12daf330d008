using EnPower.Connections;
using EnPower.Pipeline;

namespace EnPower.Commands;

/// <summary>Test-EnPowerConnection: whether a connection works and, in detail, how far it comes.</summary>
[Cmdlet(VerbsDiagnostic.Test, "EnPowerConnection", HelpUri = HelpPages.Address + "Test-EnPowerConnection.md")]
[OutputType(typeof(bool), typeof(ConnectionTestResult))]
public sealed class TestEnPowerConnectionCommand : EnPowerCommand
{
    /// <summary>Gets or sets the connection to test. Default: the default connection of the runspace.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ConnectionOfThisProcess]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public EnPowerConnection? Connection { get; set; }

    /// <summary>
    /// Gets or sets whether to test name resolution, TLS, identity service, token, permission and first page, and to
    /// return the result of each step. By default, one small page is read.
    /// </summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        EnPowerConnection? connection = Connection ?? RunspaceConnections.Current.Default;
        if (connection == EnPowerConnection.FromAnotherProcess)
        {
            Resolve(connection);
        }

        WriteObject(Detailed ? Test(connection) : IsWorking(connection));
    }

    private bool IsWorking(EnPowerConnection? connection)
    {
        if (connection is null)
        {
            WriteVerbose("There is no connection to EnPower in this runspace.");
            return false;
        }

        try
        {
            Wait(connection.Client.CheckAsync(Observer, StopToken), connection);
            return true;
        }
        catch (EnPowerException exception)
        {
            WriteVerbose($"{exception.Message.TrimEnd('.')}. {ErrorRecords.Describe(exception.ErrorId).RecommendedAction}");
            return false;
        }
    }

    private ConnectionTestResult Test(EnPowerConnection? connection)
    {
        if (connection?.State != EnPowerConnectionState.Open)
        {
            EnPowerException failure = connection?.Closed() ?? NotConnected();
            return new ConnectionTestResult(
                connection, [Describe(new ConnectionTestStepResult(failure.Message, Failure: failure) { Name = "Connection" })]);
        }

        IReadOnlyList<ConnectionTestStepResult> steps = Await(connection.Client.TestAsync(Observer, StopToken), connection);
        return new ConnectionTestResult(connection, [.. steps.Select(Describe)]);
    }

    private static ConnectionTestStep Describe(ConnectionTestStepResult step) => step switch
    {
        { Failure: { } failure } => new ConnectionTestStep(
            step.Name,
            ConnectionTestStatus.Failed,
            step.Message,
            failure.ErrorId.ToString(),
            ErrorRecords.Describe(failure.ErrorId).RecommendedAction),
        { HasRun: true } => new ConnectionTestStep(step.Name, ConnectionTestStatus.Passed, step.Message),
        _ => new ConnectionTestStep(step.Name, ConnectionTestStatus.NotRun, step.Message),
    };
}
