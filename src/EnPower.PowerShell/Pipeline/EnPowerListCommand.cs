using System.Collections;
using System.Globalization;
using EnPower.Connections;
using EnPower.Paging;

namespace EnPower.Pipeline;

/// <summary>
/// A cmdlet that reads a list of the API: all pages, each object as it arrives. -First and -Skip count objects over all tenants.
/// An error of one tenant is written, and the next tenant is read. The error of an interrupted read contains the link at which
/// -ResumeFrom resumes it.
/// </summary>
/// <typeparam name="T">The model of the objects.</typeparam>
public abstract class EnPowerListCommand<T> : EnPowerPagingCommand
    where T : ApiObject, new()
{
    // All other parameters are part of the link.
    private static readonly HashSet<string> ParametersOfResume = new(StringComparer.OrdinalIgnoreCase)
    {
        nameof(ResumeFrom), nameof(Connection), nameof(ThrottleLimit), nameof(PagingParameters.First),
        nameof(PagingParameters.Skip),
    };

    // Read after all pipeline input is known.
    private readonly List<ListQuery<T>> _postponed = [];
    private readonly Dictionary<string, int> _mismatches = new(StringComparer.Ordinal);
    private readonly ListRead _read = new();

    private bool _isResumePostponed;
    private Uri? _resumedFrom;
    private bool _hasKept;
    private bool _isWriting;
    private bool _mayWarnOfTop;

    /// <summary>
    /// Gets or sets the page size, the API's <c>top</c>: the number of objects in a response, 1 to 1000. It determines the number
    /// of requests, and not the number of objects that are written. Default: 1000, or fewer if -First needs fewer.
    /// </summary>
    [Parameter]
    [Alias("PageSize")]
    [ValidateRange(1, PageQuery.MaximumPageSize)]
    public virtual int Top { get; set; }

    /// <summary>Gets or sets the tenants to read. Default: all tenants. Passed to the API unchanged.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TenantId", "TenantDomain")]
    [ArgumentCompleter(typeof(TenantCompleter))]
    [TenantOfPipeline]
    [ValidateNotNullOrEmpty]
    public virtual string[]? Tenant { get; set; }

    /// <summary>
    /// Gets or sets where to resume an interrupted read: the error, its exception, or its ResumeLink. The command writes exactly
    /// the objects that are missing. -First and -Skip count from there.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ResumePointTransformation]
    [ArgumentCompleter(typeof(ResumePointCompleter))]
    public virtual ResumePoint? ResumeFrom { get; set; }

    /// <summary>
    /// Gets or sets the maximum number of tenants or parents that are read at the same time, 1 to 32. Default: 4. With 1, and
    /// with -First or -Skip, they are read one after another, in their order.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 32)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>Gets or sets the connection to use. Default: the default connection of the runspace.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ConnectionOfThisProcess]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public EnPowerConnection? Connection { get; set; }

    /// <summary>Gets the query parameters of this list only.</summary>
    private protected virtual IReadOnlyList<(string Name, string? Value)> Filters => [];

    /// <summary>Gets the plural noun of the objects, such as <c>mailboxes</c>.</summary>
    private protected abstract string Plural { get; }

    /// <summary>Gets the plural noun of the sources, such as <c>tenants</c>.</summary>
    private protected override string Sources => "tenants";

    /// <summary>
    /// Gets the parameter that filters objects on this machine, and is permitted with -ResumeFrom; or <see langword="null"/>.
    /// </summary>
    private protected virtual string? Selector => null;

    /// <summary>Gets the identifiers of the parents; <see langword="null"/> if the list has no parents.</summary>
    private protected virtual string[]? ParentKeys => null;

    /// <summary>Gets whether every object that is read is written.</summary>
    private protected virtual bool IsEveryItemWanted => true;

    /// <summary>Gets whether all wanted objects have been written.</summary>
    private protected virtual bool HasAllThatIsWanted => false;

    // Counting requires a fixed order.
    private protected sealed override int Parallelism => Window.Counts ? 1 : ThrottleLimit;

    private protected sealed override bool IsComplete => Window.IsComplete || HasAllThatIsWanted;

    private protected sealed override long Limit => IsEveryItemWanted ? Window.Limit : long.MaxValue;

    private protected sealed override string HowToGoOn =>
        "To resume the read, run the command with -ResumeFrom and this error, such as -ResumeFrom $Error[0].";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Window = new PagingWindow(PagingParameters.Skip, PagingParameters.First);
        _read.Filters = Filters;
        ReadInFlight.Begin(this, typeof(T), _read);
        _mayWarnOfTop = IsGiven(nameof(Top)) && !IsGiven(nameof(PagingParameters.First)) && IsTypedAtPrompt;
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        if (HasEnded)
        {
            return;
        }

        EnPowerConnection connection = Resolve(Connection);
        bool isMoreInput = Collect();
        if (ResumeFrom is not null)
        {
            _isResumePostponed = isMoreInput;
            if (!isMoreInput)
            {
                Resume(ResumeFrom, connection);
            }

            return;
        }

        IReadOnlyList<ListQuery<T>> queries = CreateQueries();
        if (PagingParameters.IncludeTotalCount || isMoreInput)
        {
            // The count precedes the objects, and covers all pipeline input.
            _postponed.AddRange(queries);
            return;
        }

        Read(queries, connection);
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        IsAllInputKnown = true;
        if (_isResumePostponed && !HasEnded)
        {
            Resume(ResumeFrom!, Resolve(Connection));
        }
        else if (_postponed.Count > 0 && !HasEnded)
        {
            EnPowerConnection connection = Resolve(Connection);
            List<ListQuery<T>> queries = [.. Merge(_postponed)];
            if (PagingParameters.IncludeTotalCount)
            {
                CountTotal(queries, connection);
            }

            Read(queries, connection);
        }

        WriteAll();
        EndProgress();
        if (!_read.IsBroken && !Window.IsComplete)
        {
            WriteMissing();
        }

        if (PagingParameters.Skip > 0 || Window.IsComplete)
        {
            _read.Break("The read was limited by -Skip or -First.");
        }
        else if (!IsEveryItemWanted)
        {
            _read.Break($"The read was filtered by -{Selector}.");
        }

        _read.End();
        if (_resumedFrom is not null && !_hasKept)
        {
            UsedConnection.Forget(MyInvocation.MyCommand.Name, _resumedFrom);
        }

        WarnOfMismatches();
    }

    /// <summary>Collects the filter values of the current pipeline object.</summary>
    /// <returns>Whether to read only after all pipeline input is known.</returns>
    private protected virtual bool Collect() => false;

    /// <summary>Tells whether an object is wanted.</summary>
    private protected virtual bool IsWanted(T item) => true;

    /// <summary>Writes an error for each identity that was not found, after all lists were read completely.</summary>
    private protected virtual void WriteMissing()
    {
    }

    // One query for each parent in each tenant.
    private IReadOnlyList<ListQuery<T>> CreateQueries() =>
    [
        .. (ParentKeys ?? (IReadOnlyList<string?>)[null])
            .SelectMany(key => (Tenant ?? (IReadOnlyList<string?>)[null]).Select(tenant => Query(key, tenant)))
            .OfType<ListQuery<T>>(),
    ];

    private ListQuery<T>? Query(string? parentKey, string? tenant)
    {
        try
        {
            return (parentKey is null ? new ListQuery<T>() : new ListQuery<T>(parentKey)) with { Tenant = tenant };
        }
        catch (EnPowerException exception)
        {
            WriteError(CreateErrorRecord(exception, parentKey));
            return null;
        }
    }

    // If objects are filtered here, each list is read once, even if several pipeline objects have its tenant.
    private IEnumerable<ListQuery<T>> Merge(IReadOnlyList<ListQuery<T>> queries) =>
        IsEveryItemWanted ? queries
        : queries.FirstOrDefault(static query => query.Tenant is null) is { } all ? [all]
        : queries.GroupBy(static query => query.Tenant, StringComparer.OrdinalIgnoreCase).Select(static same => same.First());

    // A default of the session is not an argument of this call.
    private bool IsGiven(string parameter) => MyInvocation.BoundParameters.TryGetValue(parameter, out object? value)
        && !DefaultParameterValues.Gave(this, parameter, value);

    private void Resume(ResumePoint point, EnPowerConnection connection)
    {
        string[] refused =
        [
            .. MyInvocation.BoundParameters.Keys
                .Where(name => !CommonParameters.Contains(name) && !ParametersOfResume.Contains(name)
                    && name != Selector && IsGiven(name))
                .OrderBy(static name => name),
        ];
        if (refused.Length > 0)
        {
            throw Terminating(
                new EnPowerException(
                    EnPowerErrorId.InvalidResumeFrom,
                    $"-ResumeFrom can't be combined with -{string.Join(" and -", refused)}: the link contains the query and the "
                    + "page size. -First and -Skip are permitted, and count from the link."),
                point);
        }

        try
        {
            point = point.Of(MyInvocation.MyCommand.Name);
        }
        catch (PSArgumentException exception)
        {
            throw Terminating(new EnPowerException(EnPowerErrorId.InvalidResumeFrom, exception.Message, exception), point);
        }

        if (point.Command is { } command
            && !string.Equals(command, MyInvocation.MyCommand.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw Terminating(
                new EnPowerException(EnPowerErrorId.InvalidResumeFrom, $"The error comes from another command, {command}."),
                point);
        }

        Window = new PagingWindow(
            IsBound(nameof(PagingParameters.Skip)) ? PagingParameters.Skip : point.Skip,
            IsBound(nameof(PagingParameters.First)) ? PagingParameters.First : point.First);
        _resumedFrom = point.Link;
        _read.Break("The read resumed an earlier one.");
        ReadFrom(point.Link, SourceOf(ListQuery<T>.Of(point.Link)), connection);

        bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);
    }

    private void CountTotal(List<ListQuery<T>> queries, EnPowerConnection connection)
    {
        ulong total = 0;
        bool isExact = IsEveryItemWanted;
        foreach (ListQuery<T> query in queries.ToArray())
        {
            ListQuery<T> first = Prepare(query) with { Top = 1 };
            IAsyncEnumerator<Page> pages = connection.Client
                .ReadAsync(first, limit: 1, Observer, StopToken).GetAsyncEnumerator(StopToken);
            try
            {
                Wait(pages.MoveNextAsync().AsTask(), connection);
                Page page = pages.Current;
                total += (ulong)(page.TotalCount ?? 0);
                isExact &= page.IsTotalCountExact;
            }
            catch (EnPowerException exception)
            {
                // A count has no page to resume from.
                exception.ResumeLink = null;
                isExact = false;
                queries.Remove(query);
                Report(exception, SourceOf(query));
            }
        }

        if (!HasEnded)
        {
            WriteTotalCount(total, isExact);
        }
    }

    private void Read(IReadOnlyList<ListQuery<T>> queries, EnPowerConnection connection)
    {
        foreach (ListQuery<T> query in queries)
        {
            _read.AddTenant(query.Tenant);
            if (query.ParentKey is { } parent)
            {
                _read.AddParent(parent);
            }
        }

        Read([.. queries.Select(SourceOf)], connection);
    }

    private protected sealed override ListSource Prepare(ListSource source) =>
        source with { Query = Prepare((ListQuery<T>)source.Query) };

    private ListQuery<T> Prepare(ListQuery<T> query) => query with
    {
        Top = Top > 0 ? Top : IsEveryItemWanted ? Window.PageSize : PageQuery.MaximumPageSize,
        Filters = Filters,
    };

    private ListSource SourceOf(ListQuery<T> query)
    {
        string? name = query.ParentKey ?? query.Tenant;
        return new ListSource(query, name, name is null ? Plural : $"{Plural} of {name}");
    }

    private protected sealed override ReadProgress CreateProgress(ListSource source) =>
        new(this, $"Reading {Plural}", source.Name);

    private protected sealed override void OnEndOf(PendingList list)
    {
        // A parent without children is normal.
        if (list.IsEmpty && list.Source.Query is ListQuery<T> { ParentKey: null, Tenant: { } tenant })
        {
            WriteWarning($"EnPower has no {Plural} of the tenant {ControlCharacters.MakeVisible(tenant)}.");
        }
    }

    private protected sealed override void Write(PendingList list, Page page)
    {
        Note(page.Mismatches);
        if (page.MissingFields is { } missing)
        {
            _read.NarrowMissingFields(missing);
        }

        KnownTenants.Current.Add(page.Items);
        Write(page.Items, list);
        if (_mayWarnOfTop && page.NextLink is not null && !IsComplete)
        {
            _mayWarnOfTop = false;
            WriteWarning(
                $"-Top is the page size, and all pages are read. To get {Top} {Plural}, "
                + $"use {MyInvocation.MyCommand.Name} -First {Top}.");
        }
    }

    private void Write(IList items, PendingList list)
    {
        for (int i = 0; i < items.Count; i++)
        {
            var item = (ApiObject?)items[i];

            // An item that was processed becomes garbage at once, not with its page, which halves the work of the garbage
            // collector.
            items[i] = null;
            if (!IsWanted((T)item!))
            {
                continue;
            }

            if (Window.Take())
            {
                item!.Read = _read;
                _read.Count++;
                _isWriting = true;
                WriteObject(item);
                _isWriting = false;
            }

            list.Passed++;
        }
    }

    private void Note(IReadOnlyDictionary<string, int>? mismatches)
    {
        foreach (KeyValuePair<string, int> field in mismatches ?? new Dictionary<string, int>())
        {
            _mismatches[field.Key] = field.Value + (_mismatches.TryGetValue(field.Key, out int count) ? count : 0);
        }
    }

    private void WarnOfMismatches()
    {
        if (_mismatches.Count > 0)
        {
            IEnumerable<string> fields = _mismatches
                .OrderBy(static field => field.Key, StringComparer.Ordinal)
                .Select(
                    static field => string.Format(CultureInfo.CurrentCulture, "{0} ({1:N0} objects)", field.Key, field.Value));
            WriteWarning(
                $"Some {Plural} have values of another type than the API documents: {string.Join(", ", fields)}. The properties "
                + "are $null. AdditionalProperties has the values as they came.");
        }
    }

    private protected sealed override void OnBroken(EnPowerException exception, ListSource source)
    {
        _read.Break(exception.Message);
        if (exception.ResumeLink is { } link)
        {
            Keep(source.Name, exception.Message, new Uri(link), passed: 0);
        }

        if (HasEnded)
        {
            KeepWaiting(exception.Message);
        }
    }

    private protected sealed override void OnStopped()
    {
        const string Stopped = "The read was stopped.";
        foreach (PendingList list in Pending)
        {
            if (list.Position is { } position)
            {
                Keep(list.Source.Name, Stopped, position, list.Passed);
            }
        }

        KeepWaiting(Stopped);
    }

    private void KeepWaiting(string reason)
    {
        foreach (ListSource source in Waiting)
        {
            Keep(source.Name, reason, Prepare(source).Query.ToUri(UsedConnection.Endpoint), passed: 0);
        }
    }

    private void Keep(string? source, string reason, Uri link, ulong passed)
    {
        string command = MyInvocation.MyCommand.Name;
        if (!_hasKept)
        {
            _hasKept = true;
            UsedConnection.Forget(command, _resumedFrom);
        }

        // An object that was in flight when the pipeline ended is written again rather than lost.
        ulong first = Window.First == ulong.MaxValue || !_isWriting ? Window.First : Window.First + 1;
        UsedConnection.Keep(new UnfinishedRead(command, source, reason, Window.Written - (_isWriting ? 1 : 0), link)
        {
            RemainingSkip = passed + Window.Skip,
            RemainingFirst = first,
        });
    }
}
