using System.IO.Compression;
using System.Text;
using EnPower.Emulator;
using EnPower.Http;
using EnPower.Paging;

namespace EnPower;

/// <summary>Responses that violate the documentation, from the API or a server in its place.</summary>
public sealed class HostileApiTests : IClassFixture<SmallEmulatorFixture>
{
    private const string Path = "/smp/exchange/mailboxes";
    private const string Page = """{ "mailboxes": [{ "id": "1" }], "totalCount": 1, "nextLink": "" }""";

    private readonly SmallEmulatorFixture _fixture;

    public HostileApiTests(SmallEmulatorFixture fixture)
    {
        _fixture = fixture;
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Requests.Clear();
    }

    public static TheoryData<string, string> BrokenEncodings => new MatrixTheoryData<string, string>(
        ["gzip", "deflate", "br"], ["plain", "cut", "garbled"]);

    private int Requests => _fixture.Emulator.Requests.Snapshot().Count(request => request.Path == Path);

    [Theory]
    [MemberData(nameof(BrokenEncodings))]
    public async Task A_page_that_is_not_packed_as_it_says_is_asked_for_again(string encoding, string how)
    {
        _fixture.Emulator.Faults.Add(Broken(encoding, how));

        IReadOnlyList<Mailbox> mailboxes = await EmulatorFixture.ReadAllAsync(_fixture.CreateClient(), new ListQuery<Mailbox>());

        Assert.Equal(SmallEmulatorFixture.Mailboxes, mailboxes.Count);
        Assert.Equal(2, Requests);
    }

    [Theory]
    [MemberData(nameof(BrokenEncodings))]
    public async Task A_page_that_is_never_packed_as_it_says_is_a_typed_error_that_names_the_page(string encoding, string how)
    {
        _fixture.Emulator.Faults.Add(Broken(encoding, how) with { Times = null });

        EnPowerApiException exception = await FailAsync();

        Assert.Contains(exception.ErrorId, new[] { EnPowerErrorId.ConnectionFailed, EnPowerErrorId.InvalidResponse });
        Assert.NotNull(exception.ResumeLink);
    }

    [Theory]
    [MemberData(nameof(BrokenEncodings))]
    public async Task An_error_that_is_not_packed_as_it_says_is_still_its_status(string encoding, string how)
    {
        _fixture.Emulator.Faults.Add(Broken(encoding, how) with { Status = 503 });

        await EmulatorFixture.ReadAllAsync(_fixture.CreateClient(), new ListQuery<Mailbox>());

        Assert.Equal(2, Requests);
    }

    [Theory]
    [InlineData("""{"error":{"message":"x \ud83d"}}""", "x \ufffd")]
    [InlineData("""{"error":{"message":"x \ude00 y"}}""", "x \ufffd y")]
    [InlineData("""{"err\ud83dor":1,"message":"x \ud83d\ude00"}""", "x \U0001F600")]
    [InlineData("""{"message":"C:\\ud83d"}""", "C:\\ud83d")]
    [InlineData("\uFEFF{\"message\":\"marked\"}", "marked")]
    public async Task Half_a_character_or_a_mark_in_an_error_is_no_obstacle(string body, string message)
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Status = 503, Body = body });

        EnPowerApiException exception = await FailAsync();

        Assert.Equal((EnPowerErrorId.ServiceUnavailable, true), (exception.ErrorId, exception.IsTransient));
        Assert.Contains($": {message}.", exception.Message);
    }

    [Theory]
    [InlineData(304, EnPowerErrorId.UnexpectedStatus)]
    [InlineData(306, EnPowerErrorId.UnexpectedStatus)]
    [InlineData(308, EnPowerErrorId.UnexpectedRedirect)]
    [InlineData(599, EnPowerErrorId.ServiceUnavailable)]
    [InlineData(600, EnPowerErrorId.UnexpectedStatus)]
    public async Task A_status_is_no_other_than_it_is(int status, EnPowerErrorId errorId)
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Status = status });

        Assert.Equal(errorId, (await FailAsync()).ErrorId);
    }

    [Fact]
    public async Task An_error_without_a_message_is_a_whole_sentence()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Status = 404, Body = "{}" });

        Assert.EndsWith(").", (await FailAsync()).Message);
    }

    [Theory]
    [InlineData("""{"error":{"code":"E1","message":"Not today"}}""", "E1")]
    [InlineData("""{"error":"Not today","nextLink":"","totalCount":0}""", null)]
    public async Task An_error_under_status_200_is_no_empty_list(string body, string? code)
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Body = body });

        EnPowerApiException exception = await FailAsync();

        Assert.Equal((EnPowerErrorId.InvalidResponse, code), (exception.ErrorId, exception.ErrorCode));
        Assert.Contains("Not today", exception.Message);
    }

    [Fact]
    public async Task An_error_under_status_200_without_a_message_is_a_whole_sentence()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Body = """{ "error": { "code": "E1" } }""" });

        Assert.EndsWith(").", (await FailAsync()).Message);
    }

    [Fact]
    public async Task A_request_ID_of_the_older_name_is_known()
    {
        _fixture.Emulator.Faults.Add(new Fault
        {
            Path = Path, Status = 404, Headers = new Dictionary<string, string> { ["request-id"] = "", ["x-request-id"] = "r-1" },
            Body = "Nothing here.",
        });

        Assert.Equal("r-1", (await FailAsync()).RequestId);
    }

    [Theory]
    [InlineData("/elsewhere", "to another path (")]
    [InlineData(null, "to an unknown address (")]
    public async Task A_redirect_without_a_host_says_where_it_leads(string? location, string text)
    {
        _fixture.Emulator.Faults.Add(new Fault
        {
            Path = Path,
            Status = 302,
            Headers = location is null ? null : new Dictionary<string, string> { ["Location"] = location },
        });

        Assert.Contains(text, (await FailAsync()).Message);
    }

    [Theory]
    [InlineData("""{ "error": null, "mailboxes": [{ "id": "1" }] }""")]
    [InlineData("""{ "error": "", "mailboxes": [{ "id": "1" }] }""")]
    [InlineData("""{ "error": "in part", "mailboxes": [{ "id": "1" }] }""")]
    public async Task A_list_beside_an_error_is_read(string body)
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Body = body });

        Assert.Single(await EmulatorFixture.ReadAllAsync(_fixture.CreateClient(), new ListQuery<Mailbox>()));
    }

    [Fact]
    public async Task Throttling_is_told_by_its_status_whatever_the_body_says()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Status = 429, Body = """{"error":"invalid_client"}""" });

        EnPowerApiException exception = await FailAsync();

        Assert.Equal((EnPowerErrorId.Throttled, true), (exception.ErrorId, exception.IsTransient));
    }

    [Fact]
    public async Task A_page_that_refuses_access_is_told_in_its_words()
    {
        const string Html = "<html><head><title>Blocked &amp; logged</title><style>p{}</style><script>if (1<2) {}</script></head>"
            + "<body><!-- <b>no</b> --><p>Name your client</p></body></html>";
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Status = 403, Body = Html, ContentType = "text/html" });

        EnPowerApiException exception = await FailAsync();

        Assert.Equal(EnPowerErrorId.Forbidden, exception.ErrorId);
        Assert.EndsWith(": Blocked & logged Name your client.", exception.Message);
        Assert.DoesNotContain("permission", exception.Message);
    }

    [Fact]
    public async Task Texts_of_headers_are_shortened_and_neutralised()
    {
        _fixture.Emulator.Faults.Add(new Fault
        {
            Path = Path,
            Status = 400,
            Body = "{}",
            Headers = new Dictionary<string, string> { ["request-id"] = new string('x', 5000) },
        });

        EnPowerApiException exception = await FailAsync();

        Assert.Equal(new string('x', 500) + "…", exception.RequestId);
        Assert.True(exception.Message.Length < 700);
    }

    [Theory]
    [InlineData("""{ "error": "You sent {escaped:authorization}" }""")]
    [InlineData("You sent {escaped:authorization}")]
    [InlineData("""{ "error": { "code": "{authorization}", "message": "x" }, "traceId": "{escaped:authorization}" }""")]
    public async Task The_token_is_hidden_however_a_body_escapes_it(string body)
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Status = 400, Body = body });

        await AssertNoTokenAsync();
    }

    [Fact]
    public async Task The_token_is_hidden_that_a_header_repeats()
    {
        _fixture.Emulator.Faults.Add(new Fault
        {
            Path = Path,
            Status = 302,
            Headers = new Dictionary<string, string>
            {
                ["request-id"] = "{authorization}", ["Location"] = "https://elsewhere.example/{authorization}",
            },
        });

        await AssertNoTokenAsync();
    }

    [Theory]
    [InlineData(typeof(OutOfMemoryException))]
    [InlineData(typeof(NullReferenceException))]
    public async Task A_lack_of_memory_or_a_defect_is_a_typed_error(Type type) => Assert.Equal(
        EnPowerErrorId.Unexpected, (await FailAsync(new DefectiveQuery((Exception)Activator.CreateInstance(type)!))).ErrorId);

    [Fact]
    public async Task What_no_one_foresaw_is_an_error_with_the_cause_inside_the_address_and_where_to_go_on()
    {
        var defect = new NotImplementedException("a defect");

        EnPowerApiException exception = await FailAsync(new DefectiveQuery(defect));

        Assert.Equal((EnPowerErrorId.Unexpected, false), (exception.ErrorId, exception.IsTransient));
        Assert.Same(defect, exception.InnerException);
        Assert.Contains(Path, exception.Url);
        Assert.Contains(Path, exception.ResumeLink);
        Assert.Contains("a defect", exception.Message);
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(InvalidDataException))]
    [InlineData(typeof(DecoderFallbackException))]
    [InlineData(typeof(FormatException))]
    [InlineData(typeof(OverflowException))]
    public async Task Content_that_a_reader_can_not_read_is_an_invalid_response(Type type)
    {
        EnPowerApiException exception = await FailAsync(new DefectiveQuery((Exception)Activator.CreateInstance(type)!));

        Assert.Equal((EnPowerErrorId.InvalidResponse, false), (exception.ErrorId, exception.IsTransient));
        Assert.IsType(type, exception.InnerException);
    }

    [Fact]
    public async Task An_inner_exception_with_control_characters_is_replaced_by_its_type_and_its_text_without_them()
    {
        EnPowerApiException exception = await FailAsync(new DefectiveQuery(new FormatException("not\u001b[2J a date")));

        Assert.Equal("FormatException: not␛[2J a date", exception.InnerException!.Message);
    }

    [Fact]
    public async Task Inner_exceptions_show_no_control_characters_of_a_server()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Body = """{ "mailboxes": [{ "\u001b[2J": tru }] }""" });

        EnPowerApiException exception = await FailAsync();

        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            Assert.DoesNotContain('\u001b', inner.Message);
            Assert.DoesNotContain('\u001b', (inner as System.Text.Json.JsonException)?.Path ?? "");
        }
    }

    [Fact]
    public async Task Every_request_names_EnPower_and_what_it_runs_in()
    {
        EnPowerClient client = _fixture.CreateClient(options => options with
        {
            Transport = options.Transport with { Host = "PowerShell/7.4.6" },
        });

        await EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox> { Top = 10 });
        await client.TestAsync(new RecordingObserver(), TestContext.Current.CancellationToken);

        Assert.All(
            _fixture.Emulator.Requests.Snapshot(),
            request => Assert.Matches(@"^EnPower/\d+\.\d+\.\d+ PowerShell/7\.4\.6$", request.UserAgent));
        Assert.Contains(_fixture.Emulator.Requests.Snapshot(), request => request.Path == "/connect/token");
    }

    private static Fault Broken(string encoding, string how) => new()
    {
        Path = Path,
        ContentEncoding = encoding,
        BodyData = how switch
        {
            "plain" => Encoding.UTF8.GetBytes(Page),
            "cut" => Pack(encoding)[..(Pack(encoding).Length / 2)],
            _ => [.. Pack(encoding).Select((value, index) => index > 20 ? (byte)(value ^ 0x55) : value)],
        },
    };

    // The filler is long and random, so that half of the compressed bytes still decompress to a part of the page.
    private static byte[] Pack(string encoding)
    {
        string filler = string.Concat(Enumerable.Range(0, 2000).Select(number => Guid.NewGuid().ToString("N")));
        byte[] page = Encoding.UTF8.GetBytes(Page.Replace("\"1\"", $"\"{filler}\""));
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
            _ => new BrotliStream(packed, CompressionLevel.Fastest),
        })
        {
            packer.Write(page);
        }

        return packed.ToArray();
    }

    private async Task AssertNoTokenAsync()
    {
        EnPowerApiException exception = await FailAsync();

        // The start of every token of the emulator, in any encoding.
        string shown = $"{exception} {exception.RequestId} {exception.ErrorCode} {exception.Url}";
        Assert.DoesNotContain("eyJ", shown);
        Assert.DoesNotContain(@"\u0065\u0079\u004a", shown);
        Assert.Contains("…", exception.Message + exception.RequestId + exception.ErrorCode);
    }

    private Task<EnPowerApiException> FailAsync() => FailAsync(new ListQuery<Mailbox>());

    private Task<EnPowerApiException> FailAsync(PageQuery query) => Assert.ThrowsAsync<EnPowerApiException>(
        () => EmulatorFixture.ReadItemsAsync(
            _fixture.CreateClient(options => options with { Retry = new RetryOptions { MaximumRetryCount = 0 } }), query));

    /// <summary>Reads pages with a reader that throws.</summary>
    private sealed record DefectiveQuery(Exception Defect) : PageQuery("smp/exchange/mailboxes")
    {
        public override ListPage ParsePage(ArraySegment<byte> content) => throw Defect;
    }
}
