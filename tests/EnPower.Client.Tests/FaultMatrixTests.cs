using EnPower.Emulator;
using EnPower.Http;
using EnPower.Paging;
using Microsoft.Extensions.Time.Testing;

namespace EnPower;

/// <summary>
/// Every fault at the first, a middle and the last page of five: what comes out is what is there, each mailbox once and in
/// order; or the error names the first page that is missing, and reading on from there brings exactly the rest.
/// </summary>
public sealed class FaultMatrixTests(SmallEmulatorFixture fixture) : IClassFixture<SmallEmulatorFixture>
{
    private const string Path = "/smp/exchange/mailboxes";
    private const int Top = 5;
    private const int Pages = SmallEmulatorFixture.Mailboxes / Top;
    private const int Megabyte = 1024 * 1024;

    private static readonly int[] Positions = [1, 3, Pages];

    private static readonly Dictionary<string, Fault> PassingFaults = new()
    {
        ["408"] = Status(408),
        ["429 with Retry-After in seconds"] = Status(429, "Retry-After", "7"),
        ["429 with Retry-After as a date"] = Status(429, "Retry-After", DateTimeOffset.UtcNow.AddSeconds(60).ToString("R")),
        ["429 with a Retry-After that has passed"] = Status(429, "Retry-After", DateTimeOffset.UtcNow.AddDays(-1).ToString("R")),
        ["429 with a Retry-After that says nothing"] = Status(429, "Retry-After", "soon"),
        ["429 without Retry-After"] = Status(429),
        ["500"] = Status(500),
        ["502 with a page of a proxy"] = Status(502) with { Body = "<html>Bad Gateway</html>", ContentType = "text/html" },
        ["503"] = Status(503),
        ["504"] = Status(504),
        ["503 three times"] = Status(503) with { Times = 3 },
        ["reset before headers"] = new Fault { Path = Path, Abort = true },
        ["cut in the middle of the body"] = new Fault { Path = Path, AbortAfterBytes = 700 },
        ["cut at the start of the body"] = new Fault { Path = Path, AbortAfterBytes = 1 },
        ["cut twice"] = new Fault { Path = Path, AbortAfterBytes = 700, Times = 2 },
        ["no answer at all"] = new Fault { Path = Path, Hang = true },
        ["a body that stalls"] = new Fault { Path = Path, StallAfterBytes = 700 },
        ["a byte every second"] = new Fault { Path = Path, BytesPerSecond = 1 },
        ["a token that ran out"] = new Fault { Path = Path, ExpireTokens = true },
        ["one 401 that was none"] = Status(401),
    };

    private static readonly Dictionary<string, (Fault Fault, EnPowerErrorId ErrorId)> LastingFaults = new()
    {
        ["a Retry-After of a day"] = (Status(429, "Retry-After", "86400"), EnPowerErrorId.Throttled),
        ["429 for ever"] = (Status(429, "Retry-After", "1"), EnPowerErrorId.Throttled),
        ["503 for ever"] = (Status(503), EnPowerErrorId.ServiceUnavailable),
        ["501"] = (Status(501), EnPowerErrorId.ServiceUnavailable),
        ["reset for ever"] = (new Fault { Path = Path, Abort = true }, EnPowerErrorId.ConnectionFailed),
        ["cut for ever"] = (new Fault { Path = Path, AbortAfterBytes = 700 }, EnPowerErrorId.ConnectionFailed),
        ["a body that stalls for ever"] = (new Fault { Path = Path, StallAfterBytes = 700 }, EnPowerErrorId.RequestTimedOut),
        ["400"] = (Status(400), EnPowerErrorId.BadRequest),
        ["401 for ever"] = (Status(401), EnPowerErrorId.Unauthorized),
        ["403"] = (Status(403), EnPowerErrorId.Forbidden),
        ["404"] = (Status(404), EnPowerErrorId.NotFound),
        ["418"] = (Status(418), EnPowerErrorId.UnexpectedStatus),
        ["201"] = (Status(201), EnPowerErrorId.UnexpectedStatus),
        ["a redirect"] = (Status(302, "Location", "https://evil.example/"), EnPowerErrorId.UnexpectedRedirect),
        ["HTML"] = (Body("<html>Sign in</html>") with { ContentType = "text/html" }, EnPowerErrorId.InvalidResponse),
        ["an empty body"] = (Body(""), EnPowerErrorId.InvalidResponse),
        ["truncated JSON"] = (Body("""{ "mailboxes": [{ "id": "1" }, { "id": """), EnPowerErrorId.InvalidResponse),
        ["null"] = (Body("null"), EnPowerErrorId.InvalidResponse),
        ["another object"] = (Body("""{ "status": "ok" }"""), EnPowerErrorId.InvalidResponse),
        ["no mailboxes but null"] = (List("null"), EnPowerErrorId.InvalidResponse),
        ["items that are numbers"] = (List("""[{ "id": "1" }, 2]"""), EnPowerErrorId.InvalidResponse),
        ["a text for the list"] = (List("\"none\""), EnPowerErrorId.InvalidResponse),
        ["a field nested 10,000 deep"] = (new Fault { Path = Path, NestingDepth = 10_000 }, EnPowerErrorId.InvalidResponse),
        ["50 MB in one text"] = (new Fault { Path = Path, BodyBytes = 50 * Megabyte }, EnPowerErrorId.ResponseTooLarge),
        ["a page of 200 MB"] = (new Fault { Path = Path, BodyBytes = 200 * Megabyte }, EnPowerErrorId.ResponseTooLarge),
    };

    private static readonly Dictionary<string, (string Link, EnPowerErrorId ErrorId)> BadLinks = new()
    {
        ["itself"] = ("{self}", EnPowerErrorId.RepeatedNextLink),
        ["the first page"] = ("{first}", EnPowerErrorId.RepeatedNextLink),
        ["another host"] = ("https://evil.example/smp/exchange/mailboxes?top=5", EnPowerErrorId.InvalidNextLink),
        ["http"] = ("http://localhost:{port}/smp/exchange/mailboxes?top=5", EnPowerErrorId.InvalidNextLink),
        ["another port"] = ("https://localhost:1/smp/exchange/mailboxes?top=5", EnPowerErrorId.InvalidNextLink),
        ["a bare token"] = ("Q29udGludWU", EnPowerErrorId.InvalidNextLink),
    };

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    public static MatrixTheoryData<string, int> Passing => new(PassingFaults.Keys, Positions);

    public static MatrixTheoryData<string, int> Lasting => new(LastingFaults.Keys, Positions);

    public static MatrixTheoryData<string, int> Links => new(BadLinks.Keys, Positions);

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_fault_that_passes_changes_nothing(string fault, int page)
    {
        string[] all = await ReadAllAsync();
        fixture.Emulator.Faults.Add(PassingFaults[fault] with { FromRequest = page });

        // Patience without end: on a machine under load, time flies ahead of good answers too.
        Read read = await ReadAsync(new RetryOptions
        {
            MaximumRetryCount = 1000, TotalTimeout = TimeSpan.FromDays(30), AttemptTimeout = TimeSpan.FromMinutes(5),
        });

        Assert.Null(read.Error);
        Assert.Equal(all, read.Ids);
    }

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task A_fault_that_lasts_is_an_error_from_which_the_rest_can_be_read(string fault, int page)
    {
        string[] all = await ReadAllAsync();
        (Fault planned, EnPowerErrorId errorId) = LastingFaults[fault];
        fixture.Emulator.Faults.Add(planned with { FromRequest = page, Times = null });

        Read read = await ReadAsync(new RetryOptions
        {
            MaximumRetryCount = 3, TotalTimeout = TimeSpan.FromHours(12), AttemptTimeout = TimeSpan.FromMinutes(5),
        });
        fixture.Emulator.Faults.Clear();
        Read rest = await ReadAsync(new RetryOptions(), new Uri(read.Error!.ResumeLink!), fly: false);

        Assert.Equal(errorId, read.Error.ErrorId);
        Assert.Equal(all[..((page - 1) * Top)], read.Ids);
        Assert.Null(rest.Error);
        Assert.Equal(all[((page - 1) * Top)..], rest.Ids);
    }

    [Theory]
    [MemberData(nameof(Links))]
    public async Task A_link_that_leads_astray_is_an_error_after_the_page_it_came_with(string target, int page)
    {
        string[] all = await ReadAllAsync();
        string[] addresses = [.. fixture.Emulator.Requests.Snapshot()
            .Where(request => request.Path == Path).Select(request => $"https://{request.Host}{request.Path}{request.Query}")];
        (string link, EnPowerErrorId errorId) = BadLinks[target];
        fixture.Emulator.Faults.Add(new Fault
        {
            Path = Path,
            FromRequest = page,
            NextLink = link.Replace("{self}", addresses[page - 1]).Replace("{first}", addresses[0])
                .Replace("{port}", $"{fixture.Emulator.Endpoint.Port}"),
        });

        Read read = await ReadAsync(new RetryOptions(), fly: false);

        Assert.Equal(errorId, read.Error!.ErrorId);
        Assert.Equal(all[..(page * Top)], read.Ids);
        Assert.Null(read.Error.ResumeLink);
    }

    [Theory]
    [InlineData("/smp/exchange/mailboxes")]
    [InlineData("/exchange/mailboxes")]
    [InlineData("mailboxes")]
    [InlineData("")]
    public async Task A_relative_link_is_followed_with_and_without_the_services_prefix(string path)
    {
        string[] all = await ReadAllAsync();
        string[] queries = [.. fixture.Emulator.Requests.Snapshot()
            .Where(request => request.Path == Path).Select(request => request.Query)];
        for (int page = 1; page < Pages; page++)
        {
            fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = page, NextLink = path + queries[page] });
        }

        Read read = await ReadAsync(new RetryOptions(), fly: false);

        Assert.Null(read.Error);
        Assert.Equal(all, read.Ids);
    }

    [Fact]
    public async Task A_server_that_goes_away_is_an_error_that_names_the_missing_page()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { Mailboxes = SmallEmulatorFixture.Mailboxes, Tenants = 2 }, TestContext.Current.CancellationToken);
        using EnPowerClient client = fixture.CreateClient(emulator, options => options with
        {
            TimeProvider = _time, Retry = new RetryOptions { MaximumRetryCount = 3, TotalTimeout = TimeSpan.FromDays(1) },
        });
        var observer = new RecordingObserver();
        await using IAsyncEnumerator<Page> pages = client.ReadAsync(
            new ListQuery<Mailbox> { Top = Top }, limit: Top + 1, observer, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        emulator.Faults.Add(new Fault { Path = Path, FromRequest = 2, Times = null, Hang = true });
        Assert.True(await pages.MoveNextAsync());

        await emulator.DisposeAsync();
        var exception = await Assert.ThrowsAsync<EnPowerApiException>(
            () => _time.FlyUntilDoneAsync(pages.MoveNextAsync().AsTask()));

        Assert.Equal(EnPowerErrorId.ConnectionFailed, exception.ErrorId);
        Assert.Contains("continuation=", exception.ResumeLink);
        Assert.Equal(3, observer.Retries.Count);
    }

    private static Fault Status(int status) => new() { Path = Path, Status = status };

    private static Fault Status(int status, string header, string value) =>
        Status(status) with { Headers = new Dictionary<string, string> { [header] = value } };

    private static Fault Body(string body) => new() { Path = Path, Body = body };

    private static Fault List(string json) => new() { Path = Path, MailboxesJson = json };

    private async Task<string[]> ReadAllAsync()
    {
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Requests.Clear();
        Read read = await ReadAsync(new RetryOptions(), fly: false);
        Assert.Null(read.Error);
        Assert.Equal(SmallEmulatorFixture.Mailboxes, read.Ids.Distinct().Count());
        return [.. read.Ids];
    }

    private async Task<Read> ReadAsync(RetryOptions retry, Uri? from = null, bool fly = true)
    {
        using EnPowerClient client = fixture.CreateClient(options => options with
        {
            Retry = retry, TimeProvider = fly ? _time : TimeProvider.System,
        });
        await client.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken);
        Task<Read> read = ReadAsync(client, from);
        return fly ? await _time.FlyUntilDoneAsync(read) : await read;
    }

    private static async Task<Read> ReadAsync(EnPowerClient client, Uri? from)
    {
        var read = new Read();
        try
        {
            var query = new ListQuery<Mailbox> { Top = Top };
            await foreach (Page page in client.ReadAsync(
                query, from ?? query.ToUri(client.Endpoint), long.MaxValue, new RecordingObserver(), TestContext.Current.CancellationToken))
            {
                read.Ids.AddRange(page.Items.Cast<Mailbox>().Select(mailbox => mailbox.Id!));
            }
        }
        catch (EnPowerException exception)
        {
            read.Error = exception;
        }

        return read;
    }

    private sealed class Read
    {
        public List<string> Ids { get; } = [];

        public EnPowerException? Error { get; set; }
    }
}
