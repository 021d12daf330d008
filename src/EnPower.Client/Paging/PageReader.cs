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
            Task<Page>? coming = FetchAsync(first, reading.Token);
            while (coming is not null)
            {
                Page page = await coming.ConfigureAwait(false);
                count += page.Items.Count;
                emptyPages = page.Items.Count > 0 ? 0 : emptyPages + 1;

                // What is wrong with the next page, or the link to it, comes up only when this page is done with.
                coming = page.NextLink is not null && count < enough ? FetchNextAsync(page, emptyPages, reading.Token) : null;
                yield return page;
            }
        }
        finally
        {
            // Whoever stops early waits for no page that is still coming.
            reading.Cancel();
        }
    }

    private async Task<Page> FetchNextAsync(Page page, int emptyPages, CancellationToken cancellationToken)
    {
        Uri next = NextLink.Resolve(page.NextLink!, page.Uri);
        if (emptyPages == MaximumEmptyPages)
        {
            throw new EnPowerApiException(
                EnPowerErrorId.NoProgress, $"{MaximumEmptyPages} pages in a row held nothing, and more are said to follow.", next)
            {
                ResumeLink = next.AbsoluteUri,
            };
        }

        return await FetchAsync(next, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Page> FetchAsync(Uri uri, CancellationToken cancellationToken)
    {
        if (!_seen.Add(uri))
        {
            throw new EnPowerApiException(
                EnPowerErrorId.RepeatedNextLink, "The link to the next page leads to a page that was read before.", uri);
        }

        try
        {
            ResourcePage? page = await api.GetAsync(uri, query.ReadPageAsync, observer, cancellationToken).ConfigureAwait(false);

            // A list that is missing is an empty one only where the API says that there is nothing.
            IList items = page?.Items ?? (page?.TotalCount == 0 ? Array.Empty<object>() : throw new EnPowerApiException(
                EnPowerErrorId.InvalidResponse, "The answer of the API holds no list.", uri));
            return new Page(uri, items, page.TotalCount, string.IsNullOrEmpty(page.NextLink) ? null : page.NextLink);
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
    }
}
