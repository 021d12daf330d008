using EnPower.Connections;
using EnPower.Paging;

namespace EnPower.Pipeline;

/// <summary>
/// A cmdlet that reads a list of the API: all pages, each object as it arrives. -First and -Skip count objects, over all
/// tenants together.
/// </summary>
public abstract class EnPowerListCommand : EnPowerCommand
{
    private readonly List<string?> _tenantsToCount = [];
    private ResourceQuery _query = null!;
    private string _activity = null!;
    private ulong _toSkip;
    private ulong _toWrite;

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
    [ValidateNotNullOrEmpty]
    public string[]? Tenant { get; set; }

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
        IReadOnlyList<string?> tenants = Tenant ?? (IReadOnlyList<string?>)[null];
        if (PagingParameters.IncludeTotalCount)
        {
            // The count comes first, and is of all tenants, of which more may come.
            _tenantsToCount.AddRange(tenants);
            return;
        }

        foreach (string? tenant in tenants)
        {
            Read(tenant);
        }
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        if (_tenantsToCount.Count == 0)
        {
            return;
        }

        WriteObject(CountTotal());
        foreach (string? tenant in _tenantsToCount)
        {
            Read(tenant);
        }
    }

    private PSObject CountTotal()
    {
        ulong total = 0;
        bool isExact = true;
        foreach (string? tenant in _tenantsToCount)
        {
            IAsyncEnumerator<Page> pages = Open(_query with { Tenant = tenant, Top = 1 }, enough: 1);
            Await(pages.MoveNextAsync().AsTask(), Connection!);
            Page page = pages.Current;
            total += (ulong)(page.TotalCount ?? 0);

            // The documentation leaves open whether the API counts all pages or this one.
            isExact &= page.NextLink is null || page.TotalCount > page.Items.Count;
        }

        return PagingParameters.NewTotalCount(total, isExact ? 1.0 : 0.0);
    }

    private void Read(string? tenant)
    {
        if (_toWrite == 0)
        {
            return;
        }

        ulong enough = _toSkip > ulong.MaxValue - _toWrite ? ulong.MaxValue : _toSkip + _toWrite;
        int top = Top > 0 ? Top : (int)Math.Min(enough, ResourceQuery.MaximumPageSize);
        ResourceQuery query = _query with { Tenant = tenant, Top = top };
        IAsyncEnumerator<Page> pages = Open(query, (long)Math.Min(enough, long.MaxValue));
        var progress = new ReadProgress(this, _activity, tenant);
        Task<bool> next = pages.MoveNextAsync().AsTask();
        try
        {
            while (Await(next, Connection!))
            {
                Write(pages.Current.Items);
                progress.Report(pages.Current.Items.Count, pages.Current.TotalCount);
                next = pages.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // A page that no one waits for any more is cancelled. While one is waited for, stopping the command does that.
            if (next.IsCompleted)
            {
                pages.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        }

        progress.Complete();
    }

    private IAsyncEnumerator<Page> Open(ResourceQuery query, long enough) =>
        Connection!.Client.ReadAsync(query, enough, Observer, StopToken).GetAsyncEnumerator(StopToken);

    private void Write(IReadOnlyList<object> items)
    {
        foreach (object item in items)
        {
            if (_toSkip > 0)
            {
                _toSkip--;
            }
            else if (_toWrite > 0)
            {
                _toWrite--;
                WriteObject(item);
            }
        }
    }
}
