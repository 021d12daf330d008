using EnPower.Emulator;
using EnPower.Paging;

namespace EnPower;

/// <summary>Valid and invalid pages, sent by a real server.</summary>
public sealed class PageTests(SmallEmulatorFixture fixture) : IClassFixture<SmallEmulatorFixture>
{
    private const string Path = "/smp/exchange/mailboxes";

    [Theory]
    [InlineData("""{ "mailboxes": [null, { "id": "a" }] }""", "mailboxes[0] is not an object.")]
    [InlineData("""{ "mailboxes": [{ "id": "a" }, 5] }""", "mailboxes[1] is not an object.")]
    [InlineData("""{ "mailboxes": [[]] }""", "mailboxes[0] is not an object.")]
    [InlineData("""{ "mailboxes": ["a"] }""", "mailboxes[0] is not an object.")]
    [InlineData("""{ "mailboxes": {} }""", "mailboxes is not an array.")]
    [InlineData("""{ "mailboxes": "none" }""", "mailboxes is not an array.")]
    [InlineData("""{ "mailboxes": [], "mailboxes": [] }""", "The page has two lists mailboxes.")]
    [InlineData("""{ "mailboxes": [{}], "Mailboxes": [{}] }""", "The page has two lists mailboxes.")]
    [InlineData("""{ "mailboxes": [{}], "nextLink": 5 }""", "The next link is not a string.")]
    [InlineData("""{ "mailboxes": [{}], "nextLink": true }""", "The next link is not a string.")]
    [InlineData("""{ "mailboxes": [{}], "nextLink": { "href": "https://localhost/x" } }""", "The next link is not a string.")]
    [InlineData("""{ "mailboxes": [{}], "nextLink": ["https://localhost/x"] }""", "The next link is not a string.")]
    [InlineData("""{ "mailboxes": [{}], "nextLink": "?a=1", "NextLink": "?a=2" }""", "The page has two different next links.")]
    [InlineData("""{ "mailboxes": [{}] } {}""", "does not match the documentation")]
    [InlineData("""{ "mailboxes": [{}]""", "does not match the documentation")]
    [InlineData("""{ "totalCount": 5 }""", "contains no list.")]
    [InlineData("[]", "The page is not an object with the list mailboxes.")]
    [InlineData("null", "The page is not an object with the list mailboxes.")]
    [InlineData("5", "The page is not an object with the list mailboxes.")]
    [InlineData("", "does not match the documentation")]
    public async Task What_is_no_page_is_an_error(string body, string reason)
    {
        EnPowerException exception = await FailAsync(body);

        Assert.Equal(EnPowerErrorId.InvalidResponse, exception.ErrorId);
        Assert.Contains(reason, exception.Message);
    }

    [Theory]
    [InlineData("{}", "mailboxes contains more than 10000 items.")]
    [InlineData("""{ "metadata": [{}] }""", "The page contains more than 1000000 values.")]
    [InlineData("""{ "unknown": [{}] }""", "The page contains more than 1000000 values.")]
    public void More_objects_than_a_page_can_have_are_an_error_before_they_take_memory(string item, string reason)
    {
        // Fills 32 MB, which are some kilobytes in gzip.
        string many = item.Replace(
            "[{}]", $"[{string.Concat(Enumerable.Repeat("{},", 10_000_000))}{{}}]", StringComparison.Ordinal);
        string body = item == "{}"
            ? $$"""{ "mailboxes": [{{string.Concat(Enumerable.Repeat("{},", 10_000_000))}}{}] }"""
            : $$"""{ "mailboxes": [{{many}}] }""";
        long before = GC.GetTotalAllocatedBytes();
        byte[] content = System.Text.Encoding.UTF8.GetBytes(body);
        long encoded = GC.GetTotalAllocatedBytes() - before;

        var exception = Assert.Throws<System.Text.Json.JsonException>(
            () => new ListQuery<Mailbox>().ParsePage(new ArraySegment<byte>(content)));

        Assert.Equal(reason, exception.Message);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before - encoded, 0, 400_000_000);
    }

    [Theory]
    [InlineData("\"?a=1\"", "null")]
    [InlineData("null", "\"?a=1\"")]
    [InlineData("\"?a=1\"", "\"?a=1\"")]
    public void A_next_link_that_is_sent_twice_is_the_one_with_a_value(string first, string second)
    {
        byte[] page = System.Text.Encoding.UTF8.GetBytes(
            $$"""{ "mailboxes": [{}], "nextLink": {{first}}, "NextLink": {{second}} }""");

        Assert.Equal("?a=1", new ListQuery<Mailbox>().ParsePage(new ArraySegment<byte>(page)).NextLink);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("\"many\"")]
    [InlineData("18446744073709551615")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("true")]
    public async Task A_total_that_is_no_count_is_unknown(string json)
    {
        Page page = Assert.Single(
            await ReadAsync($$"""{ "totalCount": {{json}}, "mailboxes": [{ "id": "a" }], "nextLink": "" }"""));

        Assert.Null(page.TotalCount);
        Assert.False(page.IsTotalCountExact);
        Assert.Single(page.Items);
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("\"5\"", 5)]
    [InlineData("5.0", 5)]
    [InlineData("0", 0)]
    public async Task A_total_is_a_count_however_it_is_written(string json, long expected) =>
        Assert.Equal(
            expected,
            Assert.Single(await ReadAsync($$"""{ "totalCount": {{json}}, "mailboxes": [{ "id": "a" }] }""")).TotalCount);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"N/A\"")]
    [InlineData("\"N\\/A\"")]
    [InlineData("null")]
    public async Task A_placeholder_for_the_link_is_the_end(string json) =>
        Assert.Single(await ReadAsync($$"""{ "mailboxes": [{ "id": "a" }], "nextLink": {{json}} }"""));

    [Fact]
    public async Task A_link_that_only_ever_grows_ends_by_its_length()
    {
        fixture.Emulator.Faults.Clear();
        string growing = string.Concat(Enumerable.Repeat("x", 900));
        for (int page = 1; page <= 20; page++)
        {
            string link = $"?link={string.Concat(Enumerable.Repeat(growing, page))}";
            fixture.Emulator.Faults.Add(
                new Fault { Path = Path, FromRequest = page, Body = $$"""{ "mailboxes": [{}], "nextLink": "{{link}}" }""" });
        }

        EnPowerException exception = await Assert.ThrowsAnyAsync<EnPowerException>(ReadAllAsync);

        Assert.Equal(EnPowerErrorId.InvalidResponse, exception.ErrorId);
        Assert.Contains("8 kB", exception.Message);
    }

    [Fact]
    public async Task A_link_within_an_object_is_not_taken_for_the_page_s_own()
    {
        fixture.Emulator.Faults.Clear();
        string[] bodies =
        [
            """{ "nextLink": "?page=2", "mailboxes": [{ "id": "1", "metadata": [{ "value": { "nextLink": "?page=3" } }] }] }""",
            """{ "nextLink": "?page=3", "mailboxes": [{ "id": "2", "metadata": [{ "value": { "nextLink": "?page=9" } }] }] }""",
            """{ "nextLink": "", "mailboxes": [{ "id": "3" }] }""",
        ];
        foreach ((string body, int number) in bodies.Select((body, index) => (body, index + 1)))
        {
            fixture.Emulator.Faults.Add(new Fault
            {
                Path = Path, Query = number == 1 ? "top=" : $"page={number}", Times = null, Body = body,
            });
        }

        IReadOnlyList<Page> pages = await ReadAllAsync();

        Assert.Equal(["1", "2", "3"], pages.SelectMany(page => page.Items.Cast<Mailbox>()).Select(mailbox => mailbox.Id));
    }

    [Fact]
    public async Task An_unescaped_number_sign_is_part_of_the_link()
    {
        fixture.Emulator.Faults.Clear();
        string[] links = ["?token=+RID:~abc#RT:1", "?token=+RID:~abc#RT:2", ""];
        foreach ((string link, int number) in links.Select((link, index) => (link, index)))
        {
            fixture.Emulator.Faults.Add(new Fault
            {
                Path = Path, Query = number == 0 ? "top=" : $"%23RT:{number}", Times = null,
                Body = $$"""{ "mailboxes": [{ "id": "{{number}}" }], "nextLink": "{{link}}" }""",
            });
        }

        IReadOnlyList<Page> pages = await ReadAllAsync();

        Assert.Equal(["0", "1", "2"], pages.SelectMany(page => page.Items.Cast<Mailbox>()).Select(mailbox => mailbox.Id));
    }

    private async Task<EnPowerException> FailAsync(string body) =>
        await Assert.ThrowsAnyAsync<EnPowerException>(() => ReadAsync(body));

    private async Task<IReadOnlyList<Page>> ReadAsync(string body)
    {
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Faults.Add(new Fault { Path = Path, Times = null, Body = body });
        return await ReadAllAsync();
    }

    private async Task<IReadOnlyList<Page>> ReadAllAsync()
    {
        // A page that is cut off is transient.
        using EnPowerClient client = fixture.CreateClient(options => options with
        {
            Retry = options.Retry with { MaximumRetryCount = 0 },
        });
        var pages = new List<Page>();
        await foreach (Page page in client.ReadAsync(
            new ListQuery<Mailbox>(), long.MaxValue, new RecordingObserver(), TestContext.Current.CancellationToken))
        {
            pages.Add(page);
        }

        fixture.Emulator.Faults.Clear();
        return pages;
    }
}
