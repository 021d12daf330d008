using System.Collections;
using System.Globalization;
using EnPower.Connections;
using EnPower.Paging;

namespace EnPower.Pipeline;

/// <summary>
/// A cmdlet that reads a list of the API: all pages, each object as it arrives. -First and -Skip count objects, over all
/// tenants together. A tenant that can't be read is an error, and the next one is read. A read that breaks off says where, and
/// -ResumeFrom goes on from there.
/// </summary>
/// <typeparam name="T">The model of the objects.</typeparam>
public abstract class EnPowerListCommand<T> : EnPowerCommand
    where T : ApiObject, new()
{
    // The others say what to read, and of that the link is part.
    private static readonly HashSet<string> ParametersOfResume = new(StringComparer.OrdinalIgnoreCase)
    {
        nameof(ResumeFrom), nameof(Connection), nameof(PagingParameters.First), nameof(PagingParameters.Skip),
    };

    // What is read once all of the pipeline's input is known.
    private readonly List<ListQuery<T>> _postponed = [];
    private readonly Dictionary<string, int> _mismatches = new(StringComparer.Ordinal);
    private readonly ListRead _read = new();
    private PagingWindow _window = null!;
    private bool _isResumePostponed;
    private bool _isAllInputKnown;
    private bool _hasEnded;

    /// <summary>
    /// Gets or sets the page size, the API's own <c>top</c>: how many objects one request brings, 1 to 1000. It changes how
    /// many requests are made, never what comes out. Without it: 1000, or fewer where -First needs fewer.
    /// </summary>
    [Parameter]
    [Alias("PageSize")]
    [ValidateRange(1, PageQuery.MaximumPageSize)]
    public virtual int Top { get; set; }

    /// <summary>Gets or sets the tenants to read; all tenants without it. Passed on to the API as it is.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TenantId", "TenantDomain")]
    [ArgumentCompleter(typeof(TenantCompleter))]
    [TenantOfPipeline]
    [ValidateNotNullOrEmpty]
    public virtual string[]? Tenant { get; set; }

    /// <summary>
    /// Gets or sets where to go on with a read that broke off: the error, the exception in it, or its ResumeLink. The error
    /// goes on with exactly the rest of its list; -First and -Skip count from there.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ResumePointTransformation]
    public virtual ResumePoint? ResumeFrom { get; set; }

    /// <summary>Gets or sets the connection to use; the runspace's default without it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [ConnectionOfThisProcess]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public EnPowerConnection? Connection { get; set; }

    /// <summary>Gets the query parameters that this list has of its own.</summary>
    private protected virtual IReadOnlyList<(string Name, string? Value)> Filters => [];

    /// <summary>Gets what the objects are called in a sentence, such as <c>mailboxes</c>.</summary>
    private protected abstract string Plural { get; }

    /// <summary>Gets what the objects are read from, one after the other, in a sentence.</summary>
    private protected virtual string Sources => "tenants";

    /// <summary>Gets the parameter that chooses among the objects here, so that it goes with -ResumeFrom; <see langword="null"/> for none.</summary>
    private protected virtual string? Selector => null;

    /// <summary>Gets whether every object that is read is written.</summary>
    private protected virtual bool IsEveryItemWanted => true;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _window = new PagingWindow(PagingParameters.Skip, PagingParameters.First);
        _read.Filters = Filters;
        ReadInFlight.Begin(this, typeof(T), _read);
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        if (_hasEnded)
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
            // The count comes first, and is of everything, of which more may come.
            _postponed.AddRange(queries);
            return;
        }

        Read(queries, connection);
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        _isAllInputKnown = true;
        if (_isResumePostponed && !_hasEnded)
        {
            Resume(ResumeFrom!, Resolve(Connection));
        }
        else if (_postponed.Count > 0 && !_hasEnded)
        {
            EnPowerConnection connection = Resolve(Connection);
            List<ListQuery<T>> queries = [.. Merge(_postponed)];
            if (PagingParameters.IncludeTotalCount)
            {
                CountTotal(queries, connection);
            }

            Read(queries, connection);
        }

        if (PagingParameters.Skip > 0 || _window.IsComplete)
        {
            _read.Break("-Skip or -First chose among the objects.");
        }

        if (!IsEveryItemWanted)
        {
            _read.Break($"-{Selector} chose among the objects.");
        }

        _read.End();
        WarnOfMismatches();
    }

    /// <summary>Takes what the pipeline's present object says of what to choose.</summary>
    /// <returns>Whether to read only once all of the input is there.</returns>
    private protected virtual bool Collect() => false;

    /// <summary>Makes the queries of the pipeline's present object: one for each chain of requests.</summary>
    private protected virtual IReadOnlyList<ListQuery<T>> CreateQueries() =>
        [.. (Tenant ?? (IReadOnlyList<string?>)[null]).Select(static tenant => new ListQuery<T> { Tenant = tenant })];

    /// <summary>Leaves out the queries of which another one reads the objects too.</summary>
    private protected virtual IEnumerable<ListQuery<T>> Merge(IReadOnlyList<ListQuery<T>> queries) => queries;

    /// <summary>Tells whether an object that was read is to be written.</summary>
    private protected virtual bool IsWanted(T item) => true;

    /// <summary>Writes an error of something that can't be read, of which no request was made.</summary>
    private protected void Refuse(EnPowerException exception, object? target) => WriteError(CreateErrorRecord(exception, target));

    private void Resume(ResumePoint point, EnPowerConnection connection)
    {
        string[] refused =
        [
            .. MyInvocation.BoundParameters
                .Where(parameter => !CommonParameters.Contains(parameter.Key) && !ParametersOfResume.Contains(parameter.Key)
                    && parameter.Key != Selector && !DefaultParameterValues.Gave(this, parameter.Key, parameter.Value))
                .Select(static parameter => parameter.Key)
                .OrderBy(static name => name),
        ];
        if (refused.Length > 0)
        {
            throw Terminating(
                new EnPowerException(
                    EnPowerErrorId.InvalidResumeFrom,
                    $"-ResumeFrom can't be combined with -{string.Join(" and -", refused)}: what to read, and in pages of which "
                    + "size, is part of the link. -First and -Skip can be given, and count from there."),
                point);
        }

        if (point.Command is { } command && !string.Equals(command, MyInvocation.MyCommand.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw Terminating(
                new EnPowerException(EnPowerErrorId.InvalidResumeFrom, $"The error to go on from is one of {command}."), point);
        }

        _window = new PagingWindow(
            IsBound(nameof(PagingParameters.Skip)) ? PagingParameters.Skip : point.Skip,
            IsBound(nameof(PagingParameters.First)) ? PagingParameters.First : point.First);
        _read.Break("The read went on from where an earlier one had broken off.");
        Read(ListQuery<T>.Of(point.Link), point.Link, connection, left: []);

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
                // The page at which counting failed is none to go on from.
                exception.ResumeLink = null;
                isExact = false;
                queries.Remove(query);
                Report(exception, query, left: []);
            }
        }

        if (!_hasEnded)
        {
            WriteObject(PagingParameters.NewTotalCount(total, isExact ? 1.0 : 0.0));
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

        for (int i = 0; i < queries.Count && !_hasEnded; i++)
        {
            ListQuery<T> query = Prepare(queries[i]);
            Read(query, query.ToUri(connection.Endpoint), connection, [.. queries.Skip(i + 1).Select(NameOf).OfType<string>()]);
        }
    }

    private void Read(ListQuery<T> query, Uri from, EnPowerConnection connection, IReadOnlyList<string> left)
    {
        if (_window.IsComplete)
        {
            return;
        }

        bool isEmpty = true;
        long limit = IsEveryItemWanted ? _window.Limit : long.MaxValue;
        IAsyncEnumerable<Page> pages = connection.Client.ReadAsync(query, from, limit, Observer, StopToken);
        using IDisposable reading = connection.BeginReading(NameOf(query) is { } source ? $"{Plural} of {source}" : Plural);
        try
        {
            Read(pages, connection, new ReadProgress(this, $"Reading {Plural}", NameOf(query)), page =>
            {
                isEmpty &= page.Items.Count == 0;
                Note(page.Mismatches);
                if (page.MissingFields is { } missing)
                {
                    _read.NarrowMissingFields(missing);
                }

                KnownTenants.Current.Add(page.Items);
                Write(page.Items);
                return !_window.IsComplete;
            });
        }
        catch (EnPowerException exception)
        {
            Report(exception, query, left);
            return;
        }

        // That there is nothing of a parent is no news.
        if (isEmpty && query is { ParentKey: null, Tenant: { } tenant })
        {
            WriteWarning($"EnPower has no {Plural} of the tenant {DisplayText.ToSafe(tenant)}.");
        }
    }

    private ListQuery<T> Prepare(ListQuery<T> query) => query with
    {
        Top = Top > 0 ? Top
            : IsEveryItemWanted ? (int)Math.Min(Math.Max(_window.Limit, 1), PageQuery.MaximumPageSize)
            : PageQuery.MaximumPageSize,
        Filters = Filters,
    };

    private static string? NameOf(ListQuery<T> query) => query.ParentKey ?? query.Tenant;

    private void Write(IList items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            var item = (ApiObject?)items[i];

            // What the pipeline has done with is garbage now, not once the whole page is: the collector has half as much to do.
            items[i] = null;
            if (IsWanted((T)item!) && _window.Take())
            {
                item!.Read = _read;
                _read.Count++;
                WriteObject(item);
            }
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
                .Select(static field => string.Format(CultureInfo.CurrentCulture, "{0} ({1:N0} objects)", field.Key, field.Value));
            WriteWarning(
                $"Some {Plural} have values of another type than the API documents: {string.Join(", ", fields)}. The properties are "
                + "$null. AdditionalProperties has the values as they came.");
        }
    }

    /// <summary>
    /// Writes an error. One of a tenant or a parent is not the end: the next is read. One of the connection is, and so is any
    /// where -First and -Skip have lost count. What was delivered stays with the caller either way; so an error ends the command
    /// by an exception only where nothing was delivered and no tenant or parent was named.
    /// </summary>
    private void Report(EnPowerException exception, ListQuery<T> query, IReadOnlyList<string> left)
    {
        string? source = NameOf(query);
        bool isOfSource = source is not null && !IsOfConnection(exception);
        bool isMoreToCome = MyInvocation.ExpectingInput && !_isAllInputKnown;
        bool isMoreToRead = left.Count > 0 || isMoreToCome;
        _hasEnded = !isOfSource || (_window.Counts && isMoreToRead);

        _read.Break(exception.Message);
        exception.DeliveredCount = _window.Written;
        exception.RemainingSkip = _window.Skip;
        exception.RemainingFirst = _window.First;
        ErrorRecord record = CreateErrorRecord(exception, source);
        string notRead = !_hasEnded || !isMoreToRead ? string.Empty
            : left.Count > 0 ? $" Not read: {string.Join(", ", left)}."
            : $" The {Sources} that follow in the pipeline are not read.";
        string goingOn = exception.ResumeLink is null
            ? string.Empty
            : " To go on from there, run the command with -ResumeFrom and this error, such as -ResumeFrom $Error[0].";
        record.ErrorDetails = new ErrorDetails(
            $"{exception.Message.ToSentence()} {Delivered(_window.Written)}{notRead}")
        {
            RecommendedAction = record.ErrorDetails.RecommendedAction + goingOn,
        };

        if (_hasEnded && _window.Written == 0 && !isOfSource)
        {
            WarnOfMismatches();
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    private static string Delivered(long count) =>
        string.Format(CultureInfo.CurrentCulture, "{0:N0} objects were delivered before.", count);

    private static bool IsOfConnection(EnPowerException exception) => exception is EnPowerAuthenticationException
        || exception.ErrorId is EnPowerErrorId.ConnectionClosed or EnPowerErrorId.Unauthorized or EnPowerErrorId.AccessTokenRefused
            or EnPowerErrorId.AccessTokenExpired or EnPowerErrorId.Throttled or EnPowerErrorId.NameResolutionFailed
            or EnPowerErrorId.TlsFailed or EnPowerErrorId.ConnectionFailed or EnPowerErrorId.ProxyAuthenticationRequired;
}
