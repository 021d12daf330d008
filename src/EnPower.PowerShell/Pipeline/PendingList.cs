using EnPower.Paging;

namespace EnPower.Pipeline;

/// <summary>A list that a command reads, page by page, with the next page in flight.</summary>
internal sealed class PendingList<T> : IDisposable
    where T : ApiObject, new()
{
    private readonly IDisposable _reading;

    public PendingList(ListQuery<T> query, EnPowerConnection connection, IAsyncEnumerator<Page> pages, IDisposable reading)
    {
        Query = query;
        Connection = connection;
        Pages = pages;
        _reading = reading;
        Next = pages.MoveNextAsync().AsTask();
    }

    /// <summary>Gets what is read.</summary>
    public ListQuery<T> Query { get; }

    /// <summary>Gets by which connection.</summary>
    public EnPowerConnection Connection { get; }

    /// <summary>Gets the pages.</summary>
    public IAsyncEnumerator<Page> Pages { get; }

    /// <summary>Gets whether there is a page that follows, once that is known.</summary>
    public Task<bool> Next { get; private set; }

    /// <summary>Gets whether the page that follows is here, or the end, or what went wrong.</summary>
    public bool HasArrived => Next.IsCompleted;

    /// <summary>Gets or sets whether nothing has come so far.</summary>
    public bool IsEmpty { get; set; } = true;

    /// <summary>Asks for the page that follows.</summary>
    public void MoveNext() => Next = Pages.MoveNextAsync().AsTask();

    /// <summary>Ends the read. A page that is waited for elsewhere ends with its command.</summary>
    public void Dispose()
    {
        _reading.Dispose();
        if (Next.IsCompleted)
        {
            Pages.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
