using EnPower.Emulator;
using EnPower.Http;
using EnPower.Paging;

namespace EnPower;

/// <summary>The token is sent to the origin of the connection only. A second server must receive nothing.</summary>
public sealed class TokenDestinationTests(SmallEmulatorFixture fixture) : IClassFixture<SmallEmulatorFixture>, IDisposable
{
    private const string Path = "/smp/exchange/mailboxes";

    private readonly Eavesdropper _other = new();

    public void Dispose() => _other.Dispose();

    [Theory]
    [InlineData("https://localhost:{0}/smp/exchange/mailboxes?top=5")]
    [InlineData("https://127.0.0.1:{0}/smp/exchange/mailboxes?top=5")]
    [InlineData("http://localhost:{0}/smp/exchange/mailboxes?top=5")]
    [InlineData("//localhost:{0}/smp/exchange/mailboxes?top=5")]
    public async Task A_link_to_another_server_is_not_followed(string link)
    {
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Faults.Add(new Fault { Path = Path, NextLink = string.Format(null, link, _other.Port) });

        EnPowerException exception = await FailAsync();

        Assert.Equal(EnPowerErrorId.InvalidNextLink, exception.ErrorId);
        Assert.Empty(_other.Heard);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Faults.Add(new Fault
        {
            Path = Path,
            Status = status,
            Headers = new Dictionary<string, string> { ["Location"] = $"https://localhost:{_other.Port}/take?token=it" },
        });

        EnPowerException exception = await FailAsync();

        Assert.Equal(EnPowerErrorId.UnexpectedRedirect, exception.ErrorId);
        Assert.Contains($"https://localhost:{_other.Port}/take (", exception.Message);
        Assert.Empty(_other.Heard);
    }

    [Fact]
    public async Task A_page_to_go_on_from_on_another_server_is_not_asked_for()
    {
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Requests.Clear();

        EnPowerException exception = await FailAsync(new Uri($"https://localhost:{_other.Port}{Path}"));

        Assert.Equal(EnPowerErrorId.InvalidNextLink, exception.ErrorId);
        Assert.Empty(_other.Heard);
        Assert.Empty(fixture.Emulator.Requests.Snapshot());
    }

    [Fact]
    public async Task Only_requests_to_the_API_carry_it()
    {
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Requests.Clear();
        await EmulatorFixture.ReadAllAsync(fixture.CreateClient(), new ListQuery<Mailbox>());

        Assert.All(fixture.Emulator.Requests.Snapshot(), request =>
            Assert.Equal(request.Host == fixture.Emulator.Endpoint.Authority, request.HasAuthorization));
    }

    [Fact]
    public async Task No_version_of_TLS_before_1_2_is_offered()
    {
        using EnPowerClient client = fixture.CreateClient(options => options with
        {
            Authority = new Uri($"https://localhost:{_other.Port}"), Retry = new RetryOptions { MaximumRetryCount = 0 },
        });

        await Assert.ThrowsAsync<EnPowerAuthenticationException>(
            () => client.AuthenticateAsync(new RecordingObserver(), TestContext.Current.CancellationToken));

        Assert.Equal([0x0304, 0x0303], OfferedVersions(_other.Heard.First()).OrderDescending());
    }

    private async Task<EnPowerException> FailAsync(Uri? from = null) => await Assert.ThrowsAnyAsync<EnPowerException>(async () =>
    {
        var query = new ListQuery<Mailbox> { Top = 5 };
        await foreach (Page page in fixture.CreateClient().ReadAsync(
            query,
            from ?? query.ToUri(fixture.Emulator.Endpoint),
            long.MaxValue,
            new RecordingObserver(),
            TestContext.Current.CancellationToken))
        {
            Assert.NotEmpty(page.Items);
        }
    });

    // The extension supported_versions of a ClientHello (RFC 8446, section 4.2.1), or else its version.
    private static int[] OfferedVersions(byte[] hello)
    {
        int position = 5 + 4;
        int version = Number(2);
        position += 32;
        Skip(1);
        Skip(2);
        Skip(1);
        int end = Number(2) + position;
        while (position < end)
        {
            int type = Number(2);
            int length = Number(2);
            if (type == 43)
            {
                return [.. Enumerable.Range(0, Number(1) / 2).Select(_ => Number(2))];
            }

            position += length;
        }

        return [version];

        int Number(int bytes)
        {
            int number = 0;
            for (; bytes > 0; bytes--)
            {
                number = (number << 8) | hello[position++];
            }

            return number;
        }

        void Skip(int lengthBytes)
        {
            int length = Number(lengthBytes);
            position += length;
        }
    }
}
