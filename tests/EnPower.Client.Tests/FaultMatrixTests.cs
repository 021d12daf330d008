using EnPower.Emulator;
using EnPower.Http;
using EnPower.Paging;
using Microsoft.Extensions.Time.Testing;

namespace EnPower;

/// <summary>
/// Every fault at the first, a middle and the last page of five. Either all mailboxes are delivered once and in order, or the
/// error has the link of the first missing page, and resuming there delivers exactly the rest.
/// </summary>
public sealed class FaultMatrixTests(SmallEmulatorFixture fixture) : IClassFixture<SmallEmulatorFixture>
{
    private const string Path = "/smp/exchange/mailboxes";
    private const string TokenPath = "/connect/token";
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

    private static readonly Dictionary<string, (Fault Fault, EnPowerErrorId ErrorId, int Requests)> LastingFaults = new()
    {
        ["a Retry-After of a day"] = (Status(429, "Retry-After", "86400"), EnPowerErrorId.Throttled, 1),
        ["429 for ever"] = (Status(429, "Retry-After", "1"), EnPowerErrorId.Throttled, 4),
        ["503 for ever"] = (Status(503), EnPowerErrorId.ServiceUnavailable, 4),
        ["501"] = (Status(501), EnPowerErrorId.ServiceUnavailable, 1),
        ["reset for ever"] = (new Fault { Path = Path, Abort = true }, EnPowerErrorId.ConnectionFailed, 4),
        ["cut for ever"] = (new Fault { Path = Path, AbortAfterBytes = 700 }, EnPowerErrorId.ConnectionFailed, 4),
        ["a body that stalls for ever"] = (new Fault { Path = Path, StallAfterBytes = 700 }, EnPowerErrorId.RequestTimedOut, 4),
        ["400"] = (Status(400), EnPowerErrorId.BadRequest, 1),
        ["401 for ever"] = (Status(401), EnPowerErrorId.Unauthorized, 2),
        ["403"] = (Status(403), EnPowerErrorId.Forbidden, 1),
        ["404"] = (Status(404), EnPowerErrorId.NotFound, 1),
        ["418"] = (Status(418), EnPowerErrorId.UnexpectedStatus, 1),
        ["201"] = (Status(201), EnPowerErrorId.UnexpectedStatus, 1),
        ["a redirect"] = (Status(302, "Location", "https://evil.example/"), EnPowerErrorId.UnexpectedRedirect, 1),
        ["HTML"] = (Body("<html>Sign in</html>") with { ContentType = "text/html" }, EnPowerErrorId.InvalidResponse, 1),
        ["an empty body"] = (Body(""), EnPowerErrorId.InvalidResponse, 1),
        ["truncated JSON"] = (Body("""{ "mailboxes": [{ "id": "1" }, { "id": """), EnPowerErrorId.InvalidResponse, 4),
        ["null"] = (Body("null"), EnPowerErrorId.InvalidResponse, 1),
        ["another object"] = (Body("""{ "status": "ok" }"""), EnPowerErrorId.InvalidResponse, 1),
        ["no mailboxes but null"] = (List("null"), EnPowerErrorId.InvalidResponse, 1),
        ["items that are numbers"] = (List("""[{ "id": "1" }, 2]"""), EnPowerErrorId.InvalidResponse, 1),
        ["a text for the list"] = (List("\"none\""), EnPowerErrorId.InvalidResponse, 1),
        ["a field nested 10,000 deep"] = (new Fault { Path = Path, NestingDepth = 10_000 }, EnPowerErrorId.InvalidResponse, 1),
        ["50 MB in one text"] = (new Fault { Path = Path, BodyBytes = 50 * Megabyte }, EnPowerErrorId.ResponseTooLarge, 1),
        ["a page of 200 MB"] = (new Fault { Path = Path, BodyBytes = 200 * Megabyte }, EnPowerErrorId.ResponseTooLarge, 1),
        ["304"] = (Status(304), EnPowerErrorId.UnexpectedStatus, 1),
        ["600"] = (Status(600), EnPowerErrorId.UnexpectedStatus, 1),
        ["an error under status 200"] = (Body("""{ "error": { "message": "no" } }"""), EnPowerErrorId.InvalidResponse, 1),
        ["429 with an OAuth body for ever"] = (
            Status(429) with { Body = """{ "error": "invalid_client" }""" }, EnPowerErrorId.Throttled, 4),
        ["503 with half a character for ever"] = (
            Status(503) with { Body = """{ "error": "\ud83d" }""" }, EnPowerErrorId.ServiceUnavailable, 4),
        ["503 that is not packed for ever"] = (
            Status(503) with { Body = "plain", ContentEncoding = "gzip" }, EnPowerErrorId.ServiceUnavailable, 4),
        ["503 without end for ever"] = (Status(503) with { Endless = true }, EnPowerErrorId.ServiceUnavailable, 4),
        ["plain JSON as gzip for ever"] = (
            Body("""{ "mailboxes": [] }""") with { ContentEncoding = "gzip" }, EnPowerErrorId.ConnectionFailed, 4),
        ["plain JSON as Brotli for ever"] = (
            Body("""{ "mailboxes": [] }""") with { ContentEncoding = "br" }, EnPowerErrorId.ConnectionFailed, 4),
        ["a body without end"] = (new Fault { Path = Path, Endless = true }, EnPowerErrorId.ResponseTooLarge, 1),
    };

    private static readonly Dictionary<string, (Fault Fault, EnPowerErrorId ErrorId, int Requests)> IdentityFaults = new()
    {
        ["a client that is refused"] = (TokenStatus(400, """{ "error": "invalid_client" }"""), EnPowerErrorId.InvalidClient, 1),
        ["HTML as an error"] = (TokenStatus(403, "<html>"), EnPowerErrorId.InvalidIdentityResponse, 1),
        ["a redirect"] = (TokenStatus(302, ""), EnPowerErrorId.UnexpectedRedirect, 1),
        ["429"] = (TokenStatus(429, """{ "error": "invalid_client" }"""), EnPowerErrorId.IdentityServiceFailed, 4),
        ["500"] = (TokenStatus(500, "<html>"), EnPowerErrorId.IdentityServiceFailed, 4),
        ["503 that is not packed"] = (
            TokenStatus(503, "plain") with { ContentEncoding = "gzip" }, EnPowerErrorId.IdentityServiceFailed, 4),
        ["600"] = (TokenStatus(600, "{}"), EnPowerErrorId.InvalidIdentityResponse, 1),
        ["reset"] = (new Fault { Path = TokenPath, Abort = true }, EnPowerErrorId.ConnectionFailed, 4),
        ["not packed"] = (TokenStatus(200, "plain") with { ContentEncoding = "gzip" }, EnPowerErrorId.ConnectionFailed, 4),
        ["no answer"] = (new Fault { Path = TokenPath, Hang = true }, EnPowerErrorId.RequestTimedOut, 4),
        ["an error that stalls"] = (TokenStatus(400, "{") with { ContentLength = 100 }, EnPowerErrorId.RequestTimedOut, 4),
        ["an error that drips"] = (
            TokenStatus(500, new string('x', 100_000)) with { BytesPerSecond = 1 }, EnPowerErrorId.RequestTimedOut, 4),
        ["an error without end"] = (
            new Fault { Path = TokenPath, Status = 500, Endless = true }, EnPowerErrorId.InvalidIdentityResponse, 1),
        ["nothing"] = (TokenStatus(200, ""), EnPowerErrorId.InvalidIdentityResponse, 1),
        ["an empty token"] = (
            TokenStatus(200, """{ "access_token": "", "expires_in": 60 }"""), EnPowerErrorId.InvalidIdentityResponse, 1),
        ["a token with a line feed"] = (
            TokenStatus(200, """{ "access_token": "a\nb", "expires_in": 60 }"""), EnPowerErrorId.InvalidIdentityResponse, 1),
        ["a time beyond all dates"] = (
            TokenStatus(200, """{ "access_token": "a", "expires_in": 999999999999 }"""),
            EnPowerErrorId.InvalidIdentityResponse,
            1),
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

    // No time limit: on a machine under load, fake time may pass faster than good responses arrive.
    private static readonly RetryOptions Patience = new()
    {
        MaximumRetryCount = 1000, TotalTimeout = TimeSpan.FromDays(30), AttemptTimeout = TimeSpan.FromMinutes(5),
    };

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    public static MatrixTheoryData<string, int> Passing => new(PassingFaults.Keys, Positions);

    public static MatrixTheoryData<string, int> Lasting => new(LastingFaults.Keys, Positions);

    public static MatrixTheoryData<string, int> Identity => new(IdentityFaults.Keys, Positions);

    public static MatrixTheoryData<string, int> Links => new(BadLinks.Keys, Positions);

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_fault_that_passes_changes_nothing(string fault, int page)
    {
        string[] all = await ReadAllAsync();
        fixture.Emulator.Faults.Add(PassingFaults[fault] with { FromRequest = page });

        Read read = await ReadAsync(Patience);

        Assert.Null(read.Error);
        Assert.Equal(all, read.Ids);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_fault_that_passes_changes_nothing_of_several_lists_at_once(string fault, int page)
    {
        const int Lists = 4;
        string[] all = await ReadAllAsync();
        Fault planned = PassingFaults[fault];

        // A request whose renewed token is rejected too fails, so that these come once.
        bool rejectsToken = planned is { ExpireTokens: true } or { Status: 401 };
        fixture.Emulator.Faults.Add(planned with { FromRequest = page, Times = rejectsToken ? 1 : Lists });
        using EnPowerClient client = fixture.CreateClient(options => options with { Retry = Patience, TimeProvider = _time });
        await client.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken);

        Read[] reads = await _time.FlyUntilDoneAsync(
            Task.WhenAll(Enumerable.Range(0, Lists).Select(_ => ReadAsync(client, from: null))));

        Assert.All(reads, read => Assert.Null(read.Error));
        Assert.All(reads, read => Assert.Equal(all, read.Ids));
    }

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task A_fault_that_lasts_is_an_error_from_which_the_rest_can_be_read(string fault, int page)
    {
        string[] all = await ReadAllAsync();
        (Fault planned, EnPowerErrorId errorId, int requests) = LastingFaults[fault];
        fixture.Emulator.Requests.Clear();
        fixture.Emulator.Faults.Add(planned with { FromRequest = page, Times = null });

        Read read = await ReadAsync(new RetryOptions
        {
            MaximumRetryCount = 3, TotalTimeout = TimeSpan.FromHours(12), AttemptTimeout = TimeSpan.FromMinutes(5),
        });
        int sent = fixture.Emulator.Requests.Snapshot()
            .Count(request => $"https://{request.Host}{request.Path}{request.Query}" == read.Error!.ResumeLink);
        fixture.Emulator.Faults.Clear();
        Read rest = await ReadAsync(new RetryOptions(), new Uri(read.Error!.ResumeLink!), fly: false);

        Assert.Equal(errorId, read.Error.ErrorId);
        Assert.Equal(requests, sent);
        Assert.Equal(all[..((page - 1) * Top)], read.Ids);
        Assert.Null(rest.Error);
        Assert.Equal(all[((page - 1) * Top)..], rest.Ids);
    }

    [Theory]
    [MemberData(nameof(Identity))]
    public async Task A_token_that_can_not_be_renewed_is_an_error_from_which_the_rest_can_be_read(string fault, int page)
    {
        string[] all = await ReadAllAsync();
        (Fault planned, EnPowerErrorId errorId, int requests) = IdentityFaults[fault];
        fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = page, ExpireTokens = true });
        fixture.Emulator.Requests.Clear();

        // Acquires the first token before the fault begins.
        fixture.Emulator.Faults.Add(planned with { FromRequest = 2, Times = null });
        Read read = await ReadAsync(new RetryOptions
        {
            MaximumRetryCount = 3, TotalTimeout = TimeSpan.FromHours(12), AttemptTimeout = TimeSpan.FromMinutes(5),
        });
        int sent = Requests(TokenPath);
        fixture.Emulator.Faults.Clear();
        Read rest = await ReadAsync(new RetryOptions(), new Uri(read.Error!.ResumeLink!), fly: false);

        Assert.Equal(errorId, read.Error.ErrorId);
        Assert.Equal(1 + requests, sent);
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
            new EmulatorOptions { Mailboxes = SmallEmulatorFixture.Mailboxes, Tenants = 2 },
            TestContext.Current.CancellationToken);
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

    private static Fault List(string json) => new() { Path = Path, ListJson = json };

    private static Fault TokenStatus(int status, string body) => new() { Path = TokenPath, Status = status, Body = body };

    private int Requests(string path) => fixture.Emulator.Requests.Snapshot().Count(request => request.Path == path);

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
                query,
                from ?? query.ToUri(client.Endpoint),
                long.MaxValue,
                new RecordingObserver(),
                TestContext.Current.CancellationToken))
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
