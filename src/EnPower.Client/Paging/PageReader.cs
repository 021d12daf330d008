using System.Collections;
using System.Runtime.CompilerServices;
using EnPower.Http;

namespace EnPower.Paging;

/// <summary>Reads a list page by page. While one page is processed, the next is in flight.</summary>
internal sealed class PageReader(
    GraphApiClient api, PageQuery query, IRequestObserver observer, CancellationToken closing)
{
    private const int MaximumEmptyPages = 100;

    private readonly HashSet<Guid> _seen = [];

    /// <summary>Reads pages until the last one, or until the limit is reached.</summary>
    /// <param name="first">The address of the first page.</param>
    /// <param name="limit">The number of items after which reading ends. The last page may exceed it.</param>
    /// <param name="cancellationToken">Cancels the read and the request in flight.</param>
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
                // Requests the next page as soon as the bytes of this one have arrived, before they are parsed. If this page may
                // be the last one, its items must be counted first.
                bool isMoreNeeded = limit - count > query.Top && emptyPages == 0;
                NextLink? expected = isMoreNeeded ? await pending.ExpectedLink.ConfigureAwait(false) : null;
                next = expected is null ? null : FetchNext(expected, emptyPages, reading.Token);

                Page page = await pending.Page.ConfigureAwait(false);
                count += page.Items.Count;
                emptyPages = page.Items.Count > 0 ? 0 : emptyPages + 1;
                bool isLast = page.NextLink is null || count >= limit;
                if (isLast || page.NextLink != expected)
                {
                    // The expected link was not the link of the page. It may become one later.
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
            // A consumer that stops early does not wait for pages in flight.
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
                    EnPowerErrorId.NoProgress,
                    $"{MaximumEmptyPages} consecutive pages were empty, and the last one links to another.",
                    next)
                {
                    ResumeLink = next.AbsoluteUri,
                };
            }

            return _seen.Add(NextLink.Fingerprint(next)) ? Fetch(next, cancellationToken) : throw new EnPowerApiException(
                EnPowerErrorId.RepeatedNextLink,
                "The next links form a loop: this one leads to a page that was read before.",
                next);
        }
        catch (EnPowerApiException exception)
        {
            // The current page is delivered before an error of the next one is thrown.
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
        // Continuations run synchronously, so that the next request is sent before the page is parsed.
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

            // A page without list is valid only with a total count of 0.
            IList items = page.Items ?? (page.TotalCount == 0 ? Array.Empty<object>() : throw new EnPowerApiException(
                EnPowerErrorId.InvalidResponse, "The response of the API contains no list.", uri));
            return new Page(uri, items, page.TotalCount, NextLink.From(page.NextLink, uri), page.Mismatches, page.MissingFields);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            throw new EnPowerException(EnPowerErrorId.ConnectionClosed, "The connection was closed during the read.")
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
            // Without a body there is no expected link.
            expectedLink.TrySetResult(null);
        }

        ListPage Parse(ArraySegment<byte> content)
        {
            expectedLink.TrySetResult(NextLink.Find(content, uri));
            return query.ParsePage(content);
        }
    }

    /// <summary>A page that is in flight.</summary>
    /// <param name="Address">Its address; <see langword="null"/> if the link to it failed.</param>
    /// <param name="Page">The page.</param>
    /// <param name="ExpectedLink">Its probable next link, available before the page is parsed.</param>
    /// <param name="Cancellation">Cancels its request.</param>
    private sealed record PendingPage(
        Uri? Address, Task<Page> Page, Task<NextLink?> ExpectedLink, CancellationTokenSource? Cancellation) : IDisposable
    {
        public static PendingPage Failed(EnPowerApiException exception) =>
            new(Address: null, Task.FromException<Page>(exception), Task.FromResult<NextLink?>(null), Cancellation: null);

        /// <summary>Cancels the request if it is still in flight.</summary>
        public void Dispose()
        {
            Cancellation?.Cancel();
            Cancellation?.Dispose();
        }
    }
}
