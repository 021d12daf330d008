using System.Collections;
using System.Runtime.CompilerServices;
using EnPower.Http;

namespace EnPower.Paging;

/// <summary>Reads a list page by page. While one page is worked on, the next is in flight.</summary>
internal sealed class PageReader(
    GraphApiClient api, PageQuery query, IRequestObserver observer, CancellationToken closing)
{
    private const int MaximumEmptyPages = 100;

    private readonly HashSet<Guid> _seen = [];

    /// <summary>Reads pages until there are no more, or until they hold as many items as are wanted.</summary>
    /// <param name="first">The address to begin at.</param>
    /// <param name="limit">How many items are wanted. The last page can hold more.</param>
    /// <param name="cancellationToken">Ends the read, and the request in flight.</param>
    public async IAsyncEnumerable<Page> ReadAsync(
        Uri first, long limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing);
        PendingPage? pending = null;
        PendingPage? next = null;
        try
        {
            long count = 0;
            int emptyPages = 0;
            _seen.Add(NextLink.Fingerprint(first));
            pending = Fetch(first, reading.Token);
            query.WarmUp();
            while (pending is not null)
            {
                // The next page is asked for as soon as the bytes of this one are here, which are parsed meanwhile; but where
                // this one may be the last to read, only once its items are counted.
                bool isMoreNeeded = limit - count > query.Top && emptyPages == 0;
                NextLink? expected = isMoreNeeded ? await pending.ExpectedLink.ConfigureAwait(false) : null;
                next = expected is null ? null : FetchNext(expected, emptyPages, reading.Token);

                Page page = await pending.Page.ConfigureAwait(false);
                count += page.Items.Count;
                emptyPages = page.Items.Count > 0 ? 0 : emptyPages + 1;
                bool isLast = page.NextLink is null || count >= limit;
                if (isLast || page.NextLink != expected)
                {
                    // What looked like the link belongs to something within the page. Its own turn may come.
                    Forget(next);
                    next = isLast ? null : FetchNext(page.NextLink!, emptyPages, reading.Token);
                }

                yield return page;
                pending.Dispose();
                pending = next;
            }
        }
        finally
        {
            // Whoever stops early waits for no page that is still in flight.
            reading.Cancel();
            pending?.Dispose();
            next?.Dispose();
        }
    }

    private PendingPage FetchNext(NextLink link, int emptyPages, CancellationToken cancellationToken)
    {
        try
        {
            Uri next = link.Resolve();
            if (emptyPages == MaximumEmptyPages)
            {
                throw new EnPowerApiException(
                    EnPowerErrorId.NoProgress, $"{MaximumEmptyPages} pages in a row held nothing, and more are said to follow.", next)
                {
                    ResumeLink = next.AbsoluteUri,
                };
            }

            return _seen.Add(NextLink.Fingerprint(next)) ? Fetch(next, cancellationToken) : throw new EnPowerApiException(
                EnPowerErrorId.RepeatedNextLink, "The link to the next page leads to a page that was read before.", next);
        }
        catch (EnPowerApiException exception)
        {
            // What is wrong with the next page, or the link to it, comes up only when this page is done with.
            return PendingPage.Failed(exception);
        }
    }

    private void Forget(PendingPage? page)
    {
        if (page is null)
        {
            return;
        }

        if (page.Address is not null)
        {
            _seen.Remove(NextLink.Fingerprint(page.Address));
        }

        page.Dispose();
    }

    private PendingPage Fetch(Uri uri, CancellationToken cancellationToken)
    {
        // The next request goes out on the thread that found the link, ahead of the parse.
        var expectedLink = new TaskCompletionSource<NextLink?>();
        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        return new PendingPage(uri, FetchAsync(uri, expectedLink, cancellation.Token), expectedLink.Task, cancellation);
    }

    private async Task<Page> FetchAsync(
        Uri uri, TaskCompletionSource<NextLink?> expectedLink, CancellationToken cancellationToken)
    {
        try
        {
            ListPage page = await api.GetAsync(uri, Parse, observer, cancellationToken).ConfigureAwait(false);

            // A list that is missing is an empty one only where the API says that there is nothing.
            IList items = page.Items ?? (page.TotalCount == 0 ? Array.Empty<object>() : throw new EnPowerApiException(
                EnPowerErrorId.InvalidResponse, "The answer of the API holds no list.", uri));
            return new Page(uri, items, page.TotalCount, NextLink.From(page.NextLink, uri), page.Mismatches, page.MissingFields);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            throw new EnPowerException(EnPowerErrorId.ConnectionClosed, "The connection was closed while it was read from.")
            {
                ResumeLink = uri.AbsoluteUri,
            };
        }
        catch (EnPowerException exception) when (exception.ErrorId != EnPowerErrorId.InvalidNextLink)
        {
            exception.ResumeLink = uri.AbsoluteUri;
            throw;
        }
        finally
        {
            // Where there was no body there is nothing to expect.
            expectedLink.TrySetResult(null);
        }

        ListPage Parse(ArraySegment<byte> content)
        {
            expectedLink.TrySetResult(NextLink.Find(content, uri));
            return query.ParsePage(content);
        }
    }

    /// <summary>A page that is in flight.</summary>
    /// <param name="Address">Its address; <see langword="null"/> where there is none to ask.</param>
    /// <param name="Page">The page.</param>
    /// <param name="ExpectedLink">What its link seems to be, as soon as its bytes are here.</param>
    /// <param name="Cancellation">Ends its request.</param>
    private sealed record PendingPage(
        Uri? Address, Task<Page> Page, Task<NextLink?> ExpectedLink, CancellationTokenSource? Cancellation) : IDisposable
    {
        public static PendingPage Failed(EnPowerApiException exception) =>
            new(Address: null, Task.FromException<Page>(exception), Task.FromResult<NextLink?>(null), Cancellation: null);

        /// <summary>Ends the request, if it is still in flight.</summary>
        public void Dispose()
        {
            Cancellation?.Cancel();
            Cancellation?.Dispose();
        }
    }
}
