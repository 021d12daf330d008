using EnPower.Connections;

namespace EnPower.Pipeline;

/// <summary>A cmdlet that waits for the network: it can be stopped at any time, and says what happens meanwhile.</summary>
public abstract class EnPowerCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    // What it is told comes from EnPower.Client, which is not loaded before the first command runs.
    private readonly Lazy<PipelineObserver> _observer = new();

    private protected PipelineObserver Observer => _observer.Value;

    private protected CancellationToken StopToken => _stopping.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        // Whatever is still under way for this command has no one left who waits for it.
        _stopping.Cancel();
        _stopping.Dispose();
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what the command holds, however it ended.</summary>
    private protected virtual void Release()
    {
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stopping.Cancel();

    /// <summary>
    /// Gets whether a person typed this command at a prompt, who reads what it says: no script, no function, and no process that
    /// is to run by itself.
    /// </summary>
    private protected bool IsTypedAtPrompt =>
        MyInvocation is { CommandOrigin: CommandOrigin.Runspace, HistoryId: > 0, ScriptName: null or "" } && !Console.IsInputRedirected
        && !Environment.GetCommandLineArgs().Any(static argument => argument.StartsWith("-noni", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Writes how many objects there are: first to the output, as cmdlets that support paging do. A command that follows in the
    /// pipeline would take the number for one of the objects, and Export-Csv make its columns of it: there it is verbose.
    /// </summary>
    private protected void WriteTotalCount(ulong total, bool isExact)
    {
        bool isForAnotherCommand = MyInvocation.PipelinePosition < MyInvocation.PipelineLength && PagingParameters.First > 0;
        if (isForAnotherCommand)
        {
            WriteVerbose($"Total count: {total}{(isExact ? null : ", which can be that of one page")}.");
        }
        else
        {
            WriteObject(PagingParameters.NewTotalCount(total, isExact ? 1.0 : 0.0));
        }
    }

    /// <summary>Waits for work on the pipeline thread; its failure ends the command.</summary>
    private protected T Await<T>(Task<T> work, EnPowerConnection connection)
    {
        Await((Task)work, connection);
        return work.Result;
    }

    /// <inheritdoc cref="Await{T}"/>
    private protected void Await(Task work, EnPowerConnection connection)
    {
        try
        {
            Wait(work, connection);
        }
        catch (EnPowerException exception)
        {
            throw Terminating(exception, connection);
        }
    }

    /// <summary>Waits for work on the pipeline thread.</summary>
    /// <exception cref="EnPowerException">The work failed, or the connection was closed meanwhile.</exception>
    private protected T Wait<T>(Task<T> work, EnPowerConnection connection)
    {
        Wait((Task)work, connection);
        return work.Result;
    }

    /// <inheritdoc cref="Wait{T}"/>
    private protected void Wait(Task work, EnPowerConnection connection)
    {
        try
        {
            Observer.WriteUntilDone(work, this, StopToken);
            work.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            throw connection.Closed();
        }
    }

    /// <summary>Ends the command with an error. Never returns; the result is for the compiler's sake.</summary>
    private protected Exception Terminating(EnPowerException exception, object? target)
    {
        ThrowTerminatingError(CreateErrorRecord(exception, target));
        return exception;
    }

    /// <summary>Makes what PowerShell is told of an error.</summary>
    private protected virtual ErrorRecord CreateErrorRecord(EnPowerException exception, object? target) =>
        ErrorRecords.Create(exception, target);

    private protected static EnPowerException NotConnected() => new(
        EnPowerErrorId.NotConnected,
        "There is no connection to EnPower in this runspace. Run Connect-EnPower first.");

    /// <summary>Gets the connection to use: the given one, else the runspace's default.</summary>
    private protected EnPowerConnection Resolve(EnPowerConnection? given)
    {
        EnPowerConnection connection = given ?? RunspaceConnections.Current.Default ?? throw Terminating(NotConnected(), target: null);
        return connection.State == EnPowerConnectionState.Open ? connection : throw Terminating(
            connection.Closed(), connection == EnPowerConnection.FromAnotherProcess ? null : connection);
    }
}
