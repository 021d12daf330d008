using System.Diagnostics.CodeAnalysis;
using EnPower.Connections;

namespace EnPower.Pipeline;

/// <summary>A cmdlet that waits for the network, writes the messages of its requests, and can be stopped at any time.</summary>
public abstract class EnPowerCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    // The type comes from EnPower.Client, which is not loaded before the first command runs.
    private readonly Lazy<PipelineObserver> _observer = new();

    private protected PipelineObserver Observer => _observer.Value;

    private protected CancellationToken StopToken => _stopping.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing waits for the requests of this command any more.
        _stopping.Cancel();
        _stopping.Dispose();
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the resources of the command, after success, failure or a stop.</summary>
    private protected virtual void Release()
    {
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stopping.Cancel();

    /// <summary>
    /// Gets whether a person typed this command at a prompt: not in a script, a function or a non-interactive
    /// process.
    /// </summary>
    private protected bool IsTypedAtPrompt =>
        MyInvocation is { CommandOrigin: CommandOrigin.Runspace, HistoryId: > 0, ScriptName: null or "" }
        && !Console.IsInputRedirected
        && !Environment.GetCommandLineArgs()
            .Any(static argument => argument.StartsWith("-noni", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Writes the total count: first to the output, as other cmdlets with paging do. A later command in the
    /// pipeline, such as Export-Csv, would treat it as one of the objects. In that case it is a verbose message.
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

    /// <summary>Waits for a task on the pipeline thread. Its failure ends the command.</summary>
    private protected T Await<T>(Task<T> work, EnPowerConnection connection)
    {
        Await((Task)work, connection);
        return work.Result;
    }

    /// <inheritdoc cref="Await{T}"/>
    private protected void Await(Task work, EnPowerConnection connection) => Try(() => Wait(work, connection), connection);

    /// <summary>Waits for a task on the pipeline thread.</summary>
    /// <exception cref="EnPowerException">The task failed, or the connection was closed.</exception>
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

    /// <summary>Ends the command with an error. The result type permits <c>throw Terminating(…)</c> in expressions.</summary>
    [DoesNotReturn]
    private protected Exception Terminating(EnPowerException exception, object? target)
    {
        ThrowTerminatingError(CreateErrorRecord(exception, target));
        throw exception;
    }

    /// <summary>Runs work. Its failure or a stop ends the command.</summary>
    private protected void Try(Action work, object? target)
    {
        try
        {
            work();
        }
        catch (EnPowerException exception)
        {
            throw Terminating(exception, target);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Creates the error record of an exception.</summary>
    private protected virtual ErrorRecord CreateErrorRecord(EnPowerException exception, object? target) =>
        ErrorRecords.Create(exception, target);

    private protected static EnPowerException NotConnected() => new(
        EnPowerErrorId.NotConnected,
        "There is no connection to EnPower in this runspace. Run Connect-EnPower first.");

    /// <summary>Gets the specified connection, or the default of the runspace.</summary>
    private protected EnPowerConnection Resolve(EnPowerConnection? given)
    {
        EnPowerConnection connection = given ?? RunspaceConnections.Current.Default
            ?? throw Terminating(NotConnected(), target: null);
        return connection.State == EnPowerConnectionState.Open ? connection : throw Terminating(
            connection.Closed(), connection == EnPowerConnection.FromAnotherProcess ? null : connection);
    }
}
