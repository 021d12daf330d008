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

    /// <summary>Gets the list.</summary>
    public ListSource Source { get; }

    /// <summary>Gets the pages.</summary>
    public IAsyncEnumerator<Page> Pages { get; }

    /// <summary>Gets the task that tells whether there is a next page.</summary>
    public Task<bool> Next { get; private set; }

    /// <summary>Gets whether the next page, the end, or an error has arrived.</summary>
    public bool HasArrived => Next.IsCompleted;

    /// <summary>Gets whether no item has arrived.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Gets whether no page has been written.</summary>
    public bool IsAtFirstPage { get; private set; } = true;

    /// <summary>Gets the address of the current or next page, or <see langword="null"/>.</summary>
    public Uri? Position { get; private set; }

    /// <summary>Gets or sets the number of objects of that page that were written or skipped.</summary>
    public ulong Passed { get; set; }

    /// <summary>Notes the start of a page.</summary>
    public void Enter(Page page)
    {
        (Position, Passed) = (page.Uri, 0);
        IsEmpty &= page.Items.Count == 0;
    }

    /// <summary>Notes the end of a page.</summary>
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
            // An invalid link is reported when the page is awaited. It can't be resumed from.
            Position = null;
        }
    }

    /// <summary>Requests the next page.</summary>
    public void MoveNext() => Next = Pages.MoveNextAsync().AsTask();

    /// <summary>Ends the read. A page that is awaited elsewhere ends with its command.</summary>
    public void Dispose()
    {
        _reading.Dispose();
        if (Next.IsCompleted)
        {
            Pages.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
