using EnPower.Paging;

namespace EnPower.Pipeline;

/// <summary>A list that a command reads, page by page, with the next page in flight.</summary>
internal sealed class PendingList : IDisposable
{
    private readonly IDisposable _reading;

    public PendingList(ListSource source, Uri from, IAsyncEnumerator<Page> pages, IDisposable reading)
    {
        Source = source;
        Position = from;
        Pages = pages;
        _reading = reading;
        Next = pages.MoveNextAsync().AsTask();
    }

    /// <summary>Gets what is read.</summary>
    public ListSource Source { get; }

    /// <summary>Gets the pages.</summary>
    public IAsyncEnumerator<Page> Pages { get; }

    /// <summary>Gets whether there is a page that follows, once that is known.</summary>
    public Task<bool> Next { get; private set; }

    /// <summary>Gets whether the page that follows is here, or the end, or what went wrong.</summary>
    public bool HasArrived => Next.IsCompleted;

    /// <summary>Gets whether nothing has come so far.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Gets whether no page was written so far.</summary>
    public bool IsAtFirstPage { get; private set; } = true;

    /// <summary>Gets the page that is written, or that comes next; <see langword="null"/> where there is none.</summary>
    public Uri? Position { get; private set; }

    /// <summary>Gets or sets how many objects of that page were written or left out.</summary>
    public ulong Passed { get; set; }

    /// <summary>Notes that a page is written from now on.</summary>
    public void Enter(Page page)
    {
        (Position, Passed) = (page.Uri, 0);
        IsEmpty &= page.Items.Count == 0;
    }

    /// <summary>Notes that a page was written.</summary>
    public void Leave(Page page)
    {
        Passed = 0;
        IsAtFirstPage = false;
        try
        {
            Position = page.NextLink?.Resolve();
        }
        catch (EnPowerException)
        {
            // What is wrong with the link comes up when the page is waited for. There is none to go on from.
            Position = null;
        }
    }

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
