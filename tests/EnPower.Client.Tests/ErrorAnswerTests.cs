using System.Net;
using EnPower.Emulator;
using EnPower.Paging;

namespace EnPower;

/// <summary>The structures of error responses of the services behind the gateway.</summary>
public sealed class ErrorAnswerTests(SmallEmulatorFixture fixture) : IClassFixture<SmallEmulatorFixture>
{
    private const string Path = "/smp/exchange/mailboxes";

    [Theory]
    [InlineData("""{ "traceId": "t", "error": "top is wrong", "statusCode": 400 }""", "top is wrong", null)]
    [InlineData(
        """{ "statusCode": 400, "message": "m", "errors": [{ "code": "E1", "field": "top", "message": "top is wrong" }] }""",
        "top is wrong",
        "E1")]
    [InlineData("""{ "status": 400, "message": "top is wrong", "nextLink": "", "values": [] }""", "top is wrong", null)]
    [InlineData(
        """{ "StatusCode": 400, "ErrorCode": "E2", "ErrorMessage": "top is wrong", "RequestId": "r" }""", "top is wrong", "E2")]
    [InlineData("""{ "code": 400, "errorCode": "E4", "message": "top is wrong" }""", "top is wrong", "E4")]
    [InlineData("""{ "error": { "code": "E3", "message": "top is wrong" } }""", "top is wrong", "E3")]
    [InlineData("""{ "error": "invalid_request", "error_description": "top is wrong" }""", "top is wrong", null)]
    [InlineData("""{ "title": "Bad Request", "detail": "top is wrong" }""", "top is wrong", null)]
    [InlineData("""{ "title": "top is wrong" }""", "top is wrong", null)]
    [InlineData("\"top is wrong\"", "top is wrong", null)]
    [InlineData("top is\r\n  wrong", "top is wrong", null)]
    [InlineData("""{ "errors": [], "message": "top is wrong" }""", "top is wrong", null)]
    [InlineData("""{ "error": 5, "errors": [], "message": { } }""", "(status 400", null)]
    [InlineData("", "(status 400", null)]
    [InlineData("""{ "error": "tru""", "tru", null)]
    public async Task Is_read_from_every_known_form(string body, string message, string? code)
    {
        EnPowerApiException exception = await FailAsync(new Fault { Path = Path, Status = 400, Body = body });

        Assert.Equal((EnPowerErrorId.BadRequest, HttpStatusCode.BadRequest), (exception.ErrorId, exception.StatusCode));
        Assert.Contains(message, exception.Message);
        Assert.Equal(code, exception.ErrorCode);
        Assert.NotEmpty(exception.RequestId!);
    }

    [Theory]
    [InlineData(400, "", "The API rejected the request (status 400, request r).")]
    [InlineData(401, "", "The API rejected the access token, and a renewed one as well (status 401, request r).")]
    [InlineData(403, "", "The application lacks the permission enpower.data.read.all (status 403, request r).")]
    [InlineData(403, "No licence", "The API denied access (status 403, request r): No licence.")]
    [InlineData(404, "Gone.", "/smp/exchange/mailboxes does not exist on localhost (status 404, request r): Gone.")]
    [InlineData(418, "", "The API returned an undocumented status (status 418, request r).")]
    [InlineData(500, "", "The API failed (status 500, request r).")]
    [InlineData(429, "", "The API is throttling requests (status 429, request r).")]
    public async Task Says_in_words_what_happened_with_status_and_request_ID(int status, string body, string message)
    {
        EnPowerApiException exception = await FailAsync(new Fault { Path = Path, Status = status, Body = body, Times = null });

        Assert.Equal(message, exception.Message.Replace(exception.RequestId!, "r"));
    }

    [Fact]
    public async Task Does_not_bring_the_markup_of_a_page()
    {
        EnPowerApiException exception = await FailAsync(new Fault
        {
            Path = Path, Status = 403, Body = "<html><script>", ContentType = "text/html",
        });

        Assert.Contains("enpower.data.read.all", exception.Message);
        Assert.DoesNotContain("<", exception.Message);
    }

    [Fact]
    public async Task Shows_escape_sequences_instead_of_obeying_them()
    {
        EnPowerApiException exception = await FailAsync(new Fault
        {
            Path = Path, Status = 400, Body = """{ "error": { "code": "\u001b[31m", "message": "\u001b[2J\u202egone" } }""",
        });

        Assert.Equal("␛[31m", exception.ErrorCode);
        Assert.Contains("␛[2J\ufffdgone", exception.Message);
    }

    [Theory]
    [InlineData("You sent {authorization} and more.")]
    [InlineData("{ \"error\": \"You sent {authorization} and more.\" }")]
    public async Task Does_not_show_the_token_that_it_repeats(string body)
    {
        EnPowerApiException exception = await FailAsync(new Fault { Path = Path, Status = 400, Body = body });

        Assert.Contains("You sent Bearer … and more.", exception.Message);
    }

    [Fact]
    public async Task Is_shortened()
    {
        EnPowerApiException exception = await FailAsync(new Fault { Path = Path, Status = 400, Body = new string('x', 100_000) });

        Assert.Contains(new string('x', 500) + "…", exception.Message);
        Assert.DoesNotContain(new string('x', 501), exception.Message);
    }

    [Fact]
    public async Task Has_the_address_without_what_the_server_put_into_it()
    {
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 2, Status = 404 });

        var exception = await Assert.ThrowsAsync<EnPowerApiException>(
            () => EmulatorFixture.ReadAllAsync(fixture.CreateClient(), new ListQuery<Mailbox> { Top = 5 }));

        Assert.Equal($"{fixture.Emulator.Endpoint}smp/exchange/mailboxes?top=5&continuation=…", exception.Url);
    }

    private async Task<EnPowerApiException> FailAsync(Fault fault)
    {
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Faults.Add(fault);
        EnPowerClient client = fixture.CreateClient(
            options => options with { Retry = options.Retry with { MaximumRetryCount = 0 } });
        return await Assert.ThrowsAsync<EnPowerApiException>(
            () => EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>()));
    }
}
