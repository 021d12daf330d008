using System.Diagnostics;
using EnPower.Emulator;
using EnPower.Http;
using EnPower.Paging;

namespace EnPower;

public sealed class PagingTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Path = "/smp/exchange/mailboxes";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => fixture.Emulator.Faults.Clear();

    [Theory]
    [InlineData(0, 10, 1)]
    [InlineData(1, 10, 1)]
    [InlineData(10, 10, 1)]
    [InlineData(11, 10, 2)]
    [InlineData(95, 10, 10)]
    public async Task Every_mailbox_comes_once_and_in_order(int mailboxes, int top, int pages)
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { Mailboxes = mailboxes }, Token);
        EnPowerClient client = fixture.CreateClient(emulator);

        IReadOnlyList<Mailbox> inPages = await EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox> { Top = top });
        int requests = PageRequests(emulator).Count;
        IReadOnlyList<Mailbox> atOnce = await EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>());

        Assert.Equal(mailboxes, inPages.Select(mailbox => mailbox.Id).Distinct().Count());
        Assert.Equal(atOnce.Select(mailbox => mailbox.Id), inPages.Select(mailbox => mailbox.Id));
        Assert.Equal(pages, requests);
    }

    [Fact]
    public async Task Parameters_go_to_the_API_by_its_own_names()
    {
        fixture.Emulator.Requests.Clear();
        await EmulatorFixture.ReadAllAsync(
            fixture.CreateClient(),
            new ListQuery<Mailbox> { Top = 7, Tenant = "no such & tenant", Filters = [("mailboxType", "2")] });

        Assert.Equal("?top=7&tenant=no%20such%20%26%20tenant&mailboxType=2", Assert.Single(PageRequests(fixture.Emulator)).Query);
    }

    [Fact]
    public async Task The_next_page_is_fetched_while_this_one_is_worked_on()
    {
        fixture.Emulator.Requests.Clear();
        await using IAsyncEnumerator<Page> pages = fixture.CreateClient()
            .ReadAsync(new ListQuery<Mailbox> { Top = 100 }, long.MaxValue, new RecordingObserver(), Token)
            .GetAsyncEnumerator(Token);
        Assert.True(await pages.MoveNextAsync());

        await Eventually(() => PageRequests(fixture.Emulator).Count == 2);
    }

    [Fact]
    public async Task No_more_than_one_page_is_fetched_ahead()
    {
        fixture.Emulator.Requests.Clear();
        int parsed = 0;
        EnPowerClient client = fixture.CreateClient();
        await using IAsyncEnumerator<Page> pages = client
            .ReadAsync(new ObservedQuery(() => parsed++) { Top = 100 }, long.MaxValue, new RecordingObserver(), Token)
            .GetAsyncEnumerator(Token);
        Assert.True(await pages.MoveNextAsync());
        await Eventually(() => Volatile.Read(ref parsed) == 2);

        // The next page is requested on the same connection before the current one is parsed.
        await client.CheckAsync(new RecordingObserver(), Token);

        string[] tops = [.. PageRequests(fixture.Emulator).Select(request => request.Query.Split('&')[0])];
        Assert.Equal(["?top=100", "?top=100", "?top=1"], tops);
    }

    [Fact]
    public async Task A_page_is_out_before_the_next_one_has_come()
    {
        fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 2, Hang = true });
        await using IAsyncEnumerator<Page> pages = fixture.CreateClient()
            .ReadAsync(new ListQuery<Mailbox> { Top = 100 }, long.MaxValue, new RecordingObserver(), Token)
            .GetAsyncEnumerator(Token);

        Assert.True(await pages.MoveNextAsync());
        Assert.Equal(100, pages.Current.Items.Count);
    }

    [Fact]
    public async Task Whoever_stops_early_cancels_the_page_in_flight()
    {
        fixture.Emulator.Requests.Clear();
        fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 2, Hang = true });
        await using (IAsyncEnumerator<Page> pages = fixture.CreateClient()
            .ReadAsync(new ListQuery<Mailbox> { Top = 100 }, long.MaxValue, new RecordingObserver(), Token)
            .GetAsyncEnumerator(Token))
        {
            Assert.True(await pages.MoveNextAsync());
            await Eventually(() => PageRequests(fixture.Emulator).Count == 2);
        }

        await Eventually(() => PageRequests(fixture.Emulator)[1].IsAborted);
    }

    [Fact]
    public async Task A_read_can_be_cancelled_while_its_page_is_decompressed()
    {
        const int Lanes = 4;
        const int Reads = 150;
        EnPowerClient client = fixture.CreateClient();
        await client.AuthenticateAsync(new RecordingObserver(), Token);

        // Decompressors are native code: one that is disposed while it works ends the process, now and then.
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(
            async () =>
            {
                for (int i = 0; i < Reads; i++)
                {
                    var cancellation = new CancellationTokenSource();
                    var observer = new CancellingObserver(
                        cancellation, TimeSpan.FromMilliseconds(6 * Random.Shared.NextDouble()));
                    try
                    {
                        await foreach (Page page in client.ReadAsync(
                            new ListQuery<Mailbox>(), limit: 1, observer, cancellation.Token))
                        {
                        }
                    }
                    catch (OperationCanceledException)
                    {
                        // Before the page was whole.
                    }
                }
            },
            Token)));

        Assert.Equal(EmulatorFixture.Mailboxes, (await EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>())).Count);
    }

    [Fact]
    public async Task A_page_that_has_come_is_parsed_while_the_next_is_asked_for()
    {
        fixture.Emulator.Requests.Clear();
        await using IAsyncEnumerator<Page> pages = fixture.CreateClient()
            .ReadAsync(
                new PatientQuery(() => PageRequests(fixture.Emulator).Count == 2), long.MaxValue, new RecordingObserver(), Token)
            .GetAsyncEnumerator(Token);

        Assert.True(await pages.MoveNextAsync());
    }

    [Fact]
    public async Task A_link_to_somewhere_else_within_a_page_is_not_followed()
    {
        Uri next = new ListQuery<Mailbox> { Top = 1000 }.ToUri(fixture.Emulator.Endpoint);
        fixture.Emulator.Faults.Add(new Fault
        {
            Path = Path,
            // A page of the test before may still be in flight.
            Query = "top=77",
            Body = $$"""{ "nextLink": "{{next}}","""
                + $$""" "mailboxes": [{ "id": "1", "more": { "nextLink": "{{next}}&mailboxType=2" } }] }""",
        });

        IReadOnlyList<Mailbox> mailboxes = await EmulatorFixture.ReadAllAsync(
            fixture.CreateClient(), new ListQuery<Mailbox> { Top = 77 });

        Assert.Equal("1", mailboxes[0].Id);
        Assert.Equal(EmulatorFixture.Mailboxes, mailboxes.Skip(1).Select(mailbox => mailbox.Id).Distinct().Count());
        Assert.Equal(EmulatorFixture.Mailboxes + 1, mailboxes.Count);
    }

    [Theory]
    [InlineData(150)]
    [InlineData(200)]
    public async Task Nothing_is_fetched_ahead_of_what_is_enough(int limit)
    {
        fixture.Emulator.Requests.Clear();
        IReadOnlyList<Mailbox> mailboxes = await EmulatorFixture.ReadAllAsync(
            fixture.CreateClient(), new ListQuery<Mailbox> { Top = 100 }, limit);

        Assert.Equal(200, mailboxes.Count);
        Assert.Equal(2, PageRequests(fixture.Emulator).Count);
    }

    [Fact]
    public async Task A_byte_order_mark_before_a_page_is_no_part_of_it()
    {
        fixture.Emulator.Faults.Add(
            new Fault { Path = Path, Body = "\uFEFF" + """{ "mailboxes": [{ "id": "1" }], "nextLink": "" }""" });

        IReadOnlyList<Mailbox> mailboxes = await EmulatorFixture.ReadAllAsync(fixture.CreateClient(), new ListQuery<Mailbox>());

        Assert.Equal("1", Assert.Single(mailboxes).Id);
    }

    [Fact]
    public async Task An_empty_page_in_the_middle_ends_nothing()
    {
        fixture.Emulator.Faults.Add(new Fault { Path = Path, ListJson = "[]" });

        IReadOnlyList<Mailbox> mailboxes = await EmulatorFixture.ReadAllAsync(fixture.CreateClient(), new ListQuery<Mailbox>());

        Assert.Equal(EmulatorFixture.Mailboxes - 1000, mailboxes.Count);
    }

    [Fact]
    public async Task Cancelling_ends_a_request_that_the_server_does_not_answer()
    {
        fixture.Emulator.Faults.Add(new Fault { Path = Path, Hang = true });
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Token);
        EnPowerClient client = fixture.CreateClient();
        await client.AuthenticateAsync(new RecordingObserver(), Token);
        await using IAsyncEnumerator<Page> pages = client
            .ReadAsync(new ListQuery<Mailbox>(), long.MaxValue, new RecordingObserver(), cancelling.Token)
            .GetAsyncEnumerator(Token);
        Task<bool> reading = pages.MoveNextAsync().AsTask();

        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_link_to_a_page_read_before_is_an_error_after_the_page_it_came_with()
    {
        Uri first = new ListQuery<Mailbox> { Top = 10 }.ToUri(fixture.Emulator.Endpoint);
        fixture.Emulator.Faults.Add(new Fault { Path = Path, NextLink = first.AbsoluteUri });
        var read = new List<object>();

        var exception = await Assert.ThrowsAsync<EnPowerApiException>(async () =>
        {
            await foreach (Page page in fixture.CreateClient().ReadAsync(
                new ListQuery<Mailbox> { Top = 10 }, long.MaxValue, new RecordingObserver(), Token))
            {
                read.AddRange(page.Items.Cast<object>());
            }
        });

        Assert.Equal(EnPowerErrorId.RepeatedNextLink, exception.ErrorId);
        Assert.Equal(10, read.Count);
    }

    [Fact]
    public async Task A_list_that_is_missing_is_an_error()
    {
        fixture.Emulator.Faults.Add(new Fault { Path = Path, ListJson = "null" });

        var exception = await Assert.ThrowsAsync<EnPowerApiException>(
            () => EmulatorFixture.ReadAllAsync(fixture.CreateClient(), new ListQuery<Mailbox>()));

        Assert.Equal(EnPowerErrorId.InvalidResponse, exception.ErrorId);
    }

    [Fact]
    public async Task A_read_outlives_two_hundred_tokens()
    {
        const int Pages = 200;
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Mailboxes = Pages }, Token);
        EnPowerClient client = fixture.CreateClient(emulator);
        IReadOnlyList<Mailbox> all = await EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>());
        for (int page = 0; page < Pages; page++)
        {
            // Each page is requested twice: with an expired token, and with a new one.
            emulator.Faults.Add(new Fault { Path = Path, FromRequest = (2 * page) + 1, ExpireTokens = true });
        }

        var observer = new RecordingObserver();
        IReadOnlyList<Mailbox> mailboxes = await EmulatorFixture.ReadAllAsync(
            client, new ListQuery<Mailbox> { Top = 1 }, observer: observer);

        Assert.Equal(all.Select(mailbox => mailbox.Id), mailboxes.Select(mailbox => mailbox.Id));
        Assert.Equal(Pages, observer.Tokens.Count);
    }

    private static IReadOnlyList<LoggedRequest> PageRequests(EmulatorServer emulator) =>
        [.. emulator.Requests.Snapshot().Where(request => request.Path.StartsWith(Path, StringComparison.Ordinal))];

    private static async Task Eventually(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It never happened.");
            await Task.Delay(10, Token);
        }
    }

    /// <summary>Cancels a token some time after the headers of a response have arrived.</summary>
    private sealed class CancellingObserver(CancellationTokenSource cancellation, TimeSpan delay) : RecordingObserver
    {
        public override void Responded(HttpExchange exchange) => Task.Run(() =>
        {
            // Timers are too coarse for a moment within a page.
            var watch = Stopwatch.StartNew();
            while (watch.Elapsed < delay)
            {
                Thread.SpinWait(10);
            }

            cancellation.Cancel();
        });
    }

    /// <summary>Delays parsing until a task has completed.</summary>
    private sealed record PatientQuery(Func<bool> HasHappened) : PageQuery("smp/exchange/mailboxes")
    {
        public override ListPage ParsePage(ArraySegment<byte> content)
        {
            Assert.True(SpinWait.SpinUntil(HasHappened, TimeSpan.FromSeconds(20)), "It never happened.");
            return new ListQuery<Mailbox>().ParsePage(content);
        }
    }

    /// <summary>Signals when a page has been parsed.</summary>
    private sealed record ObservedQuery(Action Parsed) : PageQuery("smp/exchange/mailboxes")
    {
        public override ListPage ParsePage(ArraySegment<byte> content)
        {
            ListPage page = new ListQuery<Mailbox>().ParsePage(content);
            Parsed();
            return page;
        }
    }
}
