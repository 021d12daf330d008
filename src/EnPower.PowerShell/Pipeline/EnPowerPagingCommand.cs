using System.Globalization;
using EnPower.Paging;

namespace EnPower.Pipeline;

/// <summary>
/// A cmdlet that reads several lists at the same time, and writes their pages as they arrive. It skips, counts
/// and handles errors of single lists in the same way for all of its subclasses.
/// </summary>
public abstract class EnPowerPagingCommand : EnPowerCommand
{
    // Never more than the parallelism.
    private readonly List<PendingList> _pending = [];
    private ReadProgress? _progress;
    private int _finished;

    /// <summary>Gets or sets the remaining counts of -Skip and -First.</summary>
    private protected PagingWindow Window { get; set; } = null!;

    /// <summary>Gets the connection.</summary>
    private protected EnPowerConnection UsedConnection { get; private set; } = null!;

    /// <summary>Gets the lists in flight.</summary>
    private protected IReadOnlyList<PendingList> Pending => _pending;

    /// <summary>Gets the lists that are not yet read.</summary>
    private protected IEnumerable<ListSource> Waiting { get; private set; } = [];

    /// <summary>Gets whether an error ended the command.</summary>
    private protected bool HasEnded { get; private set; }

    /// <summary>Gets or sets whether all pipeline input is known.</summary>
    private protected bool IsAllInputKnown { get; set; }

    /// <summary>Gets the maximum number of lists in flight. With 1, they are read in their order.</summary>
    private protected abstract int Parallelism { get; }

    /// <summary>Gets the plural noun of the lists' sources, such as <c>tenants</c>.</summary>
    private protected abstract string Sources { get; }

    /// <summary>Gets the recommendation for resuming after an error, if the command can.</summary>
    private protected virtual string? HowToGoOn => null;

    /// <summary>Gets the number of wanted items of a list.</summary>
    private protected virtual long Limit => Window.Limit;

    /// <summary>Gets whether all wanted items have been written, so that requests in flight are cancelled.</summary>
    private protected virtual bool IsComplete => Window.IsComplete;

    /// <summary>Shows the progress of a read.</summary>
    private protected abstract ReadProgress CreateProgress(ListSource source);

    /// <summary>Completes the query of the next list.</summary>
    private protected virtual ListSource Prepare(ListSource source) => source;

    /// <summary>Writes a page.</summary>
    private protected abstract void Write(PendingList list, Page page);

    /// <summary>Called after a list was read completely.</summary>
    private protected virtual void OnEndOf(PendingList list)
    {
    }

    /// <summary>Called before an error is written.</summary>
    private protected virtual void OnBroken(EnPowerException exception, ListSource source)
    {
    }

    /// <summary>Called if the pipeline ends while lists are in flight.</summary>
    private protected virtual void OnStopped()
    {
    }

    /// <summary>Gets whether an error concerns one list only, so that the next list is read.</summary>
    private protected virtual bool IsOneOfSeveral(ListSource source) => source.Name is not null;

    /// <summary>Gets whether an error that ends the command is thrown, and not written to the error stream.</summary>
    // The caller keeps the objects that were written.
    private protected virtual bool EndsByException(EnPowerException exception) => Window.Written == 0;

    /// <inheritdoc/>
    private protected override void Release()
    {
        // This is the only notification if the pipeline is stopped while another of its commands runs.
        if (Stopping && _pending.Count > 0)
        {
            OnStopped();
            DropPending();
        }
    }

    /// <summary>Reads lists, up to the parallelism at the same time.</summary>
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

            // Write the pages that have arrived, and take more input instead of waiting for the rest.
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

    /// <summary>Reads one list, starting at one of its pages.</summary>
    private protected void ReadFrom(Uri page, ListSource source, EnPowerConnection connection)
    {
        UsedConnection = connection;
        Begin(source, page);
        WriteAll();
    }

    /// <summary>Writes all lists in flight completely.</summary>
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
    /// Writes an error. After an error of a tenant, parent or path, the next one is read. An error of the connection ends the
    /// command, and so does any error if -First or -Skip count.
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
        || exception.ErrorId is EnPowerErrorId.ConnectionClosed or EnPowerErrorId.Unauthorized or EnPowerErrorId.Throttled
            or EnPowerErrorId.NameResolutionFailed or EnPowerErrorId.TlsFailed or EnPowerErrorId.ConnectionFailed
            or EnPowerErrorId.ProxyAuthenticationRequired or EnPowerErrorId.OutFileFailed;

    private void Begin(ListSource source, Uri from)
    {
        _progress ??= CreateProgress(source);
        _pending.Add(new PendingList(
            source,
            from,
            UsedConnection.Client.ReadAsync(source.Query, from, Limit, Observer, StopToken).GetAsyncEnumerator(StopToken),
            UsedConnection.BeginReading(source.Label)));
    }

    /// <summary>Writes the page that arrives next, of any list.</summary>
    private void WriteNext()
    {
        PendingList? list = null;
        try
        {
            if (!_pending.Exists(static pending => pending.HasArrived))
            {
                Wait(Task.WhenAny(_pending.Select(static pending => pending.Next)), UsedConnection);
            }

            // The list moves to the end of the queue, so that the lists alternate.
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
            // The pipeline ends. If a later command has enough objects, there is nothing to resume.
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

    /// <summary>Writes a page that has arrived, and requests the next one.</summary>
    /// <returns>Whether there may be a next page.</returns>
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
