using System.Globalization;
using EnPower.Paging;

namespace EnPower.Pipeline;

/// <summary>
/// A cmdlet that reads lists, several at once, and writes their pages as they arrive. Skipping, counting, and what an error of
/// one list means for the others are the same for all of them.
/// </summary>
public abstract class EnPowerPagingCommand : EnPowerCommand
{
    // What is in flight: never more than may be read at once.
    private readonly List<PendingList> _pending = [];
    private ReadProgress? _progress;
    private int _finished;

    /// <summary>Gets or sets what -Skip and -First leave to do.</summary>
    private protected PagingWindow Window { get; set; } = null!;

    /// <summary>Gets the connection that is read by.</summary>
    private protected EnPowerConnection UsedConnection { get; private set; } = null!;

    /// <summary>Gets what is in flight.</summary>
    private protected IReadOnlyList<PendingList> Pending => _pending;

    /// <summary>Gets what is still to be read.</summary>
    private protected IEnumerable<ListSource> Waiting { get; private set; } = [];

    /// <summary>Gets whether an error ended the command: nothing more is read.</summary>
    private protected bool HasEnded { get; private set; }

    /// <summary>Gets or sets whether nothing more comes from the pipeline.</summary>
    private protected bool IsAllInputKnown { get; set; }

    /// <summary>Gets how many lists are read at once. With 1, they are read in their order.</summary>
    private protected abstract int Parallelism { get; }

    /// <summary>Gets what the lists are of, in a sentence, such as <c>tenants</c>.</summary>
    private protected abstract string Sources { get; }

    /// <summary>Gets what a recommendation says of how to go on after an error.</summary>
    private protected abstract string HowToGoOn { get; }

    /// <summary>Gets how many items of a list are wanted.</summary>
    private protected virtual long Limit => Window.Limit;

    /// <summary>Gets whether nothing more can come that is to be written. What is still in flight then is of no use.</summary>
    private protected virtual bool IsComplete => Window.IsComplete;

    /// <summary>Shows how far a read is.</summary>
    private protected abstract ReadProgress CreateProgress(ListSource source);

    /// <summary>Completes the query of a list whose turn it is.</summary>
    private protected virtual ListSource Prepare(ListSource source) => source;

    /// <summary>Writes a page.</summary>
    private protected abstract void Write(PendingList list, Page page);

    /// <summary>Is told of a list that was read to its end.</summary>
    private protected virtual void OnEndOf(PendingList list)
    {
    }

    /// <summary>Is told of an error, before it is written.</summary>
    private protected virtual void OnBroken(EnPowerException exception, ListSource source)
    {
    }

    /// <summary>Is told that the pipeline ends while lists are in flight.</summary>
    private protected virtual void OnStopped()
    {
    }

    /// <summary>Gets whether an error of a list is its own, so that the next is read.</summary>
    private protected virtual bool IsOneOfSeveral(ListSource source) => source.Name is not null;

    /// <summary>Gets whether an error that ends the command is an exception rather than a line in the error stream.</summary>
    // What was delivered stays with the caller.
    private protected virtual bool EndsByException(EnPowerException exception) => Window.Written == 0;

    /// <inheritdoc/>
    private protected override void Release()
    {
        // A pipeline that is stopped while another of its commands works tells this one no other way.
        if (Stopping && _pending.Count > 0)
        {
            OnStopped();
            DropPending();
        }
    }

    /// <summary>Has lists read, as many at once as may be.</summary>
    private protected void Read(IReadOnlyList<ListSource> sources, EnPowerConnection connection)
    {
        UsedConnection = connection;
        for (int i = 0; i < sources.Count; i++)
        {
            Waiting = sources.Skip(i);
            while (_pending.Count >= Parallelism && !IsComplete)
            {
                WriteNext();
            }

            if (HasEnded || IsComplete)
            {
                return;
            }

            Waiting = sources.Skip(i + 1);
            ListSource source = Prepare(sources[i]);
            Begin(source, source.Query.ToUri(connection.Endpoint));

            // What has arrived meanwhile. More input is taken rather than waited for the rest.
            while (_pending.Exists(static list => list.HasArrived))
            {
                WriteNext();
            }
        }

        if (Parallelism == 1)
        {
            WriteAll();
        }
    }

    /// <summary>Has one list read, from one of its pages on.</summary>
    private protected void ReadFrom(Uri page, ListSource source, EnPowerConnection connection)
    {
        UsedConnection = connection;
        Begin(source, page);
        WriteAll();
    }

    /// <summary>Writes what is in flight, to the end.</summary>
    private protected void WriteAll()
    {
        while (_pending.Count > 0 && !IsComplete)
        {
            WriteNext();
        }

        DropPending();
    }

    private protected void EndProgress()
    {
        _progress?.Dispose();
        _progress = null;
    }

    /// <summary>
    /// Writes an error. One of a tenant, parent or path is not the end: the next is read. One of the connection is, and so is any
    /// where -First and -Skip have lost count.
    /// </summary>
    private protected void Report(EnPowerException exception, ListSource source)
    {
        string[] left = [.. Waiting.Select(static waiting => waiting.Name).OfType<string>()];
        bool isOfSource = IsOneOfSeveral(source) && !EndsAll(exception);
        bool isMoreToRead = left.Length > 0 || (MyInvocation.ExpectingInput && !IsAllInputKnown);
        HasEnded = !isOfSource || (Window.Counts && isMoreToRead);

        exception.DeliveredCount = Window.Written;
        exception.RemainingSkip = Window.Skip;
        exception.RemainingFirst = Window.First;
        ErrorRecord record = CreateErrorRecord(exception, source.Name);
        OnBroken(exception, source);
        string notRead = !HasEnded || !isMoreToRead ? string.Empty
            : left.Length > 0 ? $" Not read: {string.Join(", ", left)}."
            : $" The {Sources} that follow in the pipeline are not read.";
        record.ErrorDetails = new ErrorDetails($"{exception.Message.ToSentence()} {Delivered(Window.Written)}{notRead}")
        {
            RecommendedAction = record.ErrorDetails.RecommendedAction + (exception.ResumeLink is null ? null : $" {HowToGoOn}"),
        };

        if (HasEnded && !isOfSource && EndsByException(exception))
        {
            DropPending();
            EndProgress();
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    private static string Delivered(long count) =>
        string.Format(CultureInfo.CurrentCulture, "{0:N0} objects were delivered before.", count);

    private static bool EndsAll(EnPowerException exception) => exception is EnPowerAuthenticationException
        || exception.ErrorId is EnPowerErrorId.ConnectionClosed or EnPowerErrorId.Unauthorized or EnPowerErrorId.AccessTokenRefused
            or EnPowerErrorId.AccessTokenExpired or EnPowerErrorId.Throttled or EnPowerErrorId.NameResolutionFailed
            or EnPowerErrorId.TlsFailed or EnPowerErrorId.ConnectionFailed or EnPowerErrorId.ProxyAuthenticationRequired
            or EnPowerErrorId.OutFileFailed;

    private void Begin(ListSource source, Uri from)
    {
        _progress ??= CreateProgress(source);
        _pending.Add(new PendingList(
            source,
            from,
            UsedConnection.Client.ReadAsync(source.Query, from, Limit, Observer, StopToken).GetAsyncEnumerator(StopToken),
            UsedConnection.BeginReading(source.Label)));
    }

    /// <summary>Writes the page that arrives next, of whichever list it is.</summary>
    private void WriteNext()
    {
        PendingList? list = null;
        try
        {
            if (!_pending.Exists(static pending => pending.HasArrived))
            {
                Wait(Task.WhenAny(_pending.Select(static pending => pending.Next)), UsedConnection);
            }

            // The list goes to the end of the queue, so that every list has its turn.
            list = _pending.Find(static pending => pending.HasArrived)!;
            _pending.Remove(list);
            if (WritePage(list))
            {
                _pending.Add(list);
            }
            else
            {
                Finish(list);
            }
        }
        catch (EnPowerException exception) when (list is not null)
        {
            Finish(list);
            Report(exception, list.Source);
        }
        catch (Exception exception)
        {
            // The pipeline ends: nothing more is wanted. A command that has enough is no reason to go on later.
            if (list is not null)
            {
                _pending.Insert(0, list);
            }

            if (exception is not FlowControlException)
            {
                OnStopped();
            }

            DropPending();
            EndProgress();
            throw;
        }
    }

    /// <summary>Writes a page that has arrived, and asks for the one that follows.</summary>
    /// <returns>Whether there may be one.</returns>
    private bool WritePage(PendingList list)
    {
        if (!Wait(list.Next, UsedConnection))
        {
            OnEndOf(list);
            return false;
        }

        Page page = list.Pages.Current;
        int count = page.Items.Count;
        list.Enter(page);
        Write(list, page);
        list.Leave(page);
        if (Parallelism == 1 || _finished + _pending.Count == 0)
        {
            _progress!.Report(count, page.TotalCount);
        }
        else
        {
            _progress!.Report(count, Sources, _finished, _finished + _pending.Count + 1 + Waiting.Count());
        }

        if (IsComplete)
        {
            return false;
        }

        list.MoveNext();
        return true;
    }

    private void Finish(PendingList list)
    {
        list.Dispose();
        _finished++;
        if (Parallelism == 1)
        {
            EndProgress();
        }
    }

    private void DropPending()
    {
        _pending.ForEach(static list => list.Dispose());
        _pending.Clear();
    }
}
