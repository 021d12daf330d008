using EnPower.Emulator;
using EnPower.Http;
using EnPower.Paging;

namespace EnPower;

/// <summary>The limits that protect this machine from a faulty or malicious server.</summary>
public sealed class LimitTests : IClassFixture<EmulatorFixture>
{
    private const string Path = "/smp/exchange/mailboxes";

    private readonly EmulatorFixture _fixture;

    public LimitTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        fixture.Emulator.Faults.Clear();
    }

    [Fact]
    public async Task A_page_of_the_largest_size_is_read()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, BodyBytes = GraphApiClient.MaximumResponseBytes });

        Assert.Equal(
            EmulatorFixture.Mailboxes,
            (await EmulatorFixture.ReadAllAsync(_fixture.CreateClient(), new ListQuery<Mailbox>())).Count);
    }

    [Fact]
    public async Task A_page_one_byte_larger_is_an_error_with_the_limit_in_it()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, BodyBytes = GraphApiClient.MaximumResponseBytes + 1 });

        EnPowerException exception = await FailAsync(new ListQuery<Mailbox>());

        Assert.Equal(EnPowerErrorId.ResponseTooLarge, exception.ErrorId);
        Assert.Equal("The response of localhost is larger than 32 MB.", exception.Message);
    }

    [Fact]
    public async Task JSON_that_is_nested_too_deep_is_an_error_with_the_limit_in_it()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, NestingDepth = 256 });

        EnPowerException exception = await FailAsync(new ListQuery<Mailbox>());

        Assert.Equal(EnPowerErrorId.InvalidResponse, exception.ErrorId);
        Assert.Contains("256", exception.Message);
    }

    [Fact]
    public async Task JSON_that_is_nested_less_deep_is_read()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, NestingDepth = 50 });

        Assert.NotEmpty(await EmulatorFixture.ReadAllAsync(_fixture.CreateClient(), new ListQuery<Mailbox>()));
    }

    [Fact]
    public async Task A_hundred_empty_pages_in_a_row_are_no_progress()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 2, Times = null, ListJson = "[]" });
        _fixture.Emulator.Requests.Clear();

        EnPowerException exception = await FailAsync(new ListQuery<Mailbox> { Top = 10 });

        Assert.Equal(EnPowerErrorId.NoProgress, exception.ErrorId);
        Assert.Contains("continuation=", exception.ResumeLink);
        Assert.Contains("100 consecutive pages were empty", exception.Message);
        Assert.Equal(101, _fixture.Emulator.Requests.Snapshot().Count(request => request.Path == Path));
    }

    [Fact]
    public async Task Fewer_empty_pages_in_a_row_are_passed_over()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 2, Times = 99, ListJson = "[]" });
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 102, Times = 99, ListJson = "[]" });

        IReadOnlyList<Mailbox> mailboxes = await EmulatorFixture.ReadAllAsync(
            _fixture.CreateClient(), new ListQuery<Mailbox> { Top = 10 });

        Assert.Equal(EmulatorFixture.Mailboxes - (198 * 10), mailboxes.Count);
    }

    [Fact]
    public async Task A_ring_of_links_ends_when_it_closes()
    {
        Uri first = new ListQuery<Mailbox> { Top = 10 }.ToUri(_fixture.Emulator.Endpoint);
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 5, NextLink = first.AbsoluteUri });
        _fixture.Emulator.Requests.Clear();

        EnPowerException exception = await FailAsync(new ListQuery<Mailbox> { Top = 10 });

        Assert.Equal(EnPowerErrorId.RepeatedNextLink, exception.ErrorId);
        Assert.Equal(5, _fixture.Emulator.Requests.Snapshot().Count(request => request.Path == Path));
    }

    private async Task<EnPowerException> FailAsync(ListQuery<Mailbox> query) => await Assert.ThrowsAnyAsync<EnPowerException>(
        () => EmulatorFixture.ReadAllAsync(_fixture.CreateClient(), query));
}
