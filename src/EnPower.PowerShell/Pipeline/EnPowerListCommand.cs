using System.Collections;
using EnPower.Connections;
using EnPower.Paging;

namespace EnPower.Pipeline;

/// <summary>
/// A cmdlet that reads a list of the API: all pages, each object as it arrives. -First and -Skip count objects, over all
/// tenants together. A read that breaks off says where, and -ResumeFrom goes on from there.
/// </summary>
public abstract class EnPowerListCommand : EnPowerCommand
{
    // The others say what to read, and of that the link is part.
    private static readonly HashSet<string> ParametersOfResume = new(StringComparer.OrdinalIgnoreCase)
    {
        nameof(ResumeFrom), nameof(Connection), nameof(PagingParameters.First), nameof(PagingParameters.Skip),
    };

    private readonly List<string?> _tenantsToCount = [];
    private ResourceQuery _query = null!;
    private string _activity = null!;
    private ulong _toSkip;
    private ulong _toWrite;
    private long _written;

    // Null while nothing is read.
    private string[]? _tenantsLeft;

    /// <summary>
    /// Gets or sets the page size, the API's own <c>top</c>: how many objects one request brings, 1 to 1000. It changes how
    /// many requests are made, never what comes out. Without it: 1000, or fewer where -First needs fewer.
    /// </summary>
    [Parameter]
    [Alias("PageSize")]
    [ValidateRange(1, ResourceQuery.MaximumPageSize)]
    public int Top { get; set; }

    /// <summary>Gets or sets the tenants to read; all tenants without it. Passed on to the API as it is.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TenantId", "TenantDomain")]
    [ArgumentCompleter(typeof(TenantCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Tenant { get; set; }

    /// <summary>
    /// Gets or sets where to go on with a read that broke off: the error itself, or its ResumeLink. The error goes on with
    /// exactly the rest. The link goes on with the rest of one tenant; -First and -Skip count from there.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public ResumePoint? ResumeFrom { get; set; }

    /// <summary>Gets or sets the connection to use; the runspace's default without it.</summary>
    [Parameter]
    [ValidateNotNull]
    [ConnectionOfThisProcess]
    public EnPowerConnection? Connection { get; set; }

    /// <summary>Takes what the cmdlet's own parameters ask for. To be called by BeginProcessing.</summary>
    /// <param name="query">The query, but for page size and tenant.</param>
    /// <param name="activity">What is being done, for the progress bar: <c>Reading mailboxes</c>.</param>
    private protected void Begin(ResourceQuery query, string activity)
    {
        _query = query;
        _activity = activity;
        Connection = Resolve(Connection);
        _toSkip = PagingParameters.Skip;
        _toWrite = PagingParameters.First;
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        if (ResumeFrom is not null)
        {
            Resume(ResumeFrom);
            return;
        }

        IReadOnlyList<string?> tenants = Tenant ?? (IReadOnlyList<string?>)[null];
        if (PagingParameters.IncludeTotalCount)
        {
            // The count comes first, and is of all tenants, of which more may come.
            _tenantsToCount.AddRange(tenants);
            return;
        }

        Read(tenants);
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        if (_tenantsToCount.Count == 0)
        {
            return;
        }

        WriteObject(CountTotal());
        Read(_tenantsToCount);
    }

    /// <summary>Adds what came before the error, and how to go on.</summary>
    private protected sealed override ErrorRecord CreateErrorRecord(EnPowerException exception, object? target)
    {
        ErrorRecord record = base.CreateErrorRecord(exception, target);
        if (_tenantsLeft is null)
        {
            // The page at which counting failed is none to go on from.
            exception.ResumeLink = null;
            return record;
        }

        exception.DeliveredCount = _written;
        exception.Remainder = new ReadRemainder(_query, Top, _tenantsLeft, _toSkip, _toWrite);
        string left = _tenantsLeft.Length > 0 ? $" Still to read: {string.Join(", ", _tenantsLeft)}." : string.Empty;
        bool isMoreToCome = MyInvocation.ExpectingInput && _tenantsToCount.Count == 0;
        string following = isMoreToCome ? " What may follow in the pipeline was not read." : string.Empty;
        string goingOn = exception.ResumeLink is null
            ? string.Empty
            : " To go on from there, run the command with -ResumeFrom and this error, such as -ResumeFrom $Error[0].";
        record.ErrorDetails = new ErrorDetails($"{exception.Message.ToSentence()} {_written} objects were delivered before.{left}{following}")
        {
            RecommendedAction = record.ErrorDetails.RecommendedAction + goingOn,
        };
        return record;
    }

    private void Resume(ResumePoint point)
    {
        string[] refused = [.. MyInvocation.BoundParameters.Keys.Except(CommonParameters).Except(ParametersOfResume).OrderBy(static name => name)];
        if (refused.Length > 0)
        {
            throw Terminating(
                new EnPowerException(
                    EnPowerErrorId.InvalidResumeFrom,
                    $"-ResumeFrom can't be combined with -{string.Join(" and -", refused)}: what to read, and in pages of which "
                    + "size, is part of the link. -First and -Skip can be given, and count from there."),
                point);
        }

        if (point.Remainder is { } remainder)
        {
            if (remainder.Query.GetType() != _query.GetType())
            {
                throw Terminating(
                    new EnPowerException(EnPowerErrorId.InvalidResumeFrom, "The error to go on from is one of another command."),
                    point);
            }

            _query = remainder.Query;
            Top = remainder.Top;
            _toSkip = IsBound(nameof(PagingParameters.Skip)) ? _toSkip : remainder.Skip;
            _toWrite = IsBound(nameof(PagingParameters.First)) ? _toWrite : remainder.First;
        }

        _tenantsLeft = [.. point.Remainder?.Tenants ?? []];
        Read(tenant: null, point.Link);
        Read(_tenantsLeft);

        bool IsBound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);
    }

    private PSObject CountTotal()
    {
        ulong total = 0;
        bool isExact = true;
        foreach (string? tenant in _tenantsToCount)
        {
            IAsyncEnumerator<Page> pages = Open(_query with { Tenant = tenant, Top = 1 }, from: null, enough: 1).GetAsyncEnumerator(StopToken);
            Await(pages.MoveNextAsync().AsTask(), Connection!);
            Page page = pages.Current;
            total += (ulong)(page.TotalCount ?? 0);
            isExact &= page.IsTotalCountExact;
        }

        return PagingParameters.NewTotalCount(total, isExact ? 1.0 : 0.0);
    }

    private void Read(IReadOnlyList<string?> tenants)
    {
        for (int i = 0; i < tenants.Count; i++)
        {
            _tenantsLeft = [.. tenants.Skip(i + 1).OfType<string>()];
            Read(tenants[i], from: null);
        }
    }

    private void Read(string? tenant, Uri? from)
    {
        if (_toWrite == 0)
        {
            return;
        }

        long enough = Enough(_toSkip, _toWrite);
        int top = Top > 0 ? Top : (int)Math.Min(enough, ResourceQuery.MaximumPageSize);
        ResourceQuery query = _query with { Tenant = tenant, Top = top };
        IAsyncEnumerable<Page> pages = Open(query, from, enough);
        Read(pages, Connection!, new ReadProgress(this, _activity, tenant), page =>
        {
            KnownTenants.Current.Add(page.Items);
            Write(page.Items);
        });
    }

    private IAsyncEnumerable<Page> Open(ResourceQuery query, Uri? from, long enough) =>
        Connection!.Client.ReadAsync(query, from ?? query.ToUri(Connection.Endpoint), enough, Observer, StopToken);

    private void Write(IList items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            object? item = items[i];

            // What the pipeline has done with is garbage now, not once the whole page is: the collector has half as much to do.
            items[i] = null;
            if (_toSkip > 0)
            {
                _toSkip--;
            }
            else if (_toWrite > 0)
            {
                _toWrite--;
                WriteObject(item);
                _written++;
            }
        }
    }
}
