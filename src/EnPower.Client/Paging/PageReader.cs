using System.Collections;
using System.Runtime.CompilerServices;
using EnPower.Http;

namespace EnPower.Paging;

/// <summary>Reads a list page by page. While one page is worked on, the next is on its way.</summary>
internal sealed class PageReader(
    GraphApiClient api, ResourceQuery query, IRequestObserver observer, CancellationToken closing)
{
    private const int MaximumEmptyPages = 100;

    private readonly HashSet<Uri> _seen = [];

    /// <summary>Reads pages until there are no more, or until they hold enough items.</summary>
    /// <param name="first">The address to begin at.</param>
    /// <param name="enough">How many items are wanted. The last page can hold more.</param>
    /// <param name="cancellationToken">Ends the read, and the request that is under way.</param>
    public async IAsyncEnumerable<Page> ReadAsync(
        Uri first, long enough, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing);
        try
        {
            long count = 0;
            int emptyPages = 0;
            _seen.Add(first);
            ComingPage? coming = Fetch(first, reading.Token);
            query.Prepare();
            while (coming is not null)
            {
                // The next page is asked for as soon as the bytes of this one are here, which are parsed meanwhile; but where
                // this one may be the last to read, only once its items are counted.
                bool isMoreNeeded = enough - count > query.Top && emptyPages == 0;
                NextLink? expected = isMoreNeeded ? await coming.ExpectedLink.ConfigureAwait(false) : null;
                ComingPage? next = expected is null ? null : FetchNext(expected, emptyPages, reading.Token);

                Page page = await coming.Page.ConfigureAwait(false);
                count += page.Items.Count;
                emptyPages = page.Items.Count > 0 ? 0 : emptyPages + 1;
                if (page.NextLink is null || count >= enough)
                {
                    next = null;
                }
                else if (page.NextLink != expected)
                {
                    next = FetchNext(page.NextLink, emptyPages, reading.Token);
                }

                yield return page;
                coming = next;
            }
        }
        finally
        {
            // Whoever stops early waits for no page that is still coming.
            reading.Cancel();
        }
    }

    private ComingPage FetchNext(NextLink link, int emptyPages, CancellationToken cancellationToken)
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

            return _seen.Add(next) ? Fetch(next, cancellationToken) : throw new EnPowerApiException(
                EnPowerErrorId.RepeatedNextLink, "The link to the next page leads to a page that was read before.", next);
        }
        catch (EnPowerApiException exception)
        {
            // What is wrong with the next page, or the link to it, comes up only when this page is done with.
            return new ComingPage(Task.FromException<Page>(exception), Task.FromResult<NextLink?>(null));
        }
    }

    private ComingPage Fetch(Uri uri, CancellationToken cancellationToken)
    {
        // The next request goes out on the thread that found the link, ahead of the parse.
        var expectedLink = new TaskCompletionSource<NextLink?>();
        return new ComingPage(FetchAsync(uri, expectedLink, cancellationToken), expectedLink.Task);
    }

    private async Task<Page> FetchAsync(
        Uri uri, TaskCompletionSource<NextLink?> expectedLink, CancellationToken cancellationToken)
    {
        try
        {
            ResourcePage? page = await api.GetAsync(uri, Parse, observer, cancellationToken).ConfigureAwait(false);

            // A list that is missing is an empty one only where the API says that there is nothing.
            IList items = page?.Items ?? (page?.TotalCount == 0 ? Array.Empty<object>() : throw new EnPowerApiException(
                EnPowerErrorId.InvalidResponse, "The answer of the API holds no list.", uri));
            return new Page(uri, items, page.TotalCount, NextLink.From(page.NextLink, uri));
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

        ResourcePage? Parse(ArraySegment<byte> content)
        {
            expectedLink.TrySetResult(NextLink.Find(content, uri));
            return query.ParsePage(content);
        }
    }

    /// <summary>A page that is on its way.</summary>
    /// <param name="Page">The page.</param>
    /// <param name="ExpectedLink">What its link seems to be, as soon as its bytes are here.</param>
    private sealed record ComingPage(Task<Page> Page, Task<NextLink?> ExpectedLink);
}
