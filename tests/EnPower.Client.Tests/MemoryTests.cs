using System.IO.Compression;
using EnPower.Emulator;
using EnPower.Http;
using EnPower.Paging;
using Microsoft.Extensions.Time.Testing;

namespace EnPower;

/// <summary>
/// The memory for unbounded responses and many requests. Runs without other tests, because they would add to the measurement.
/// </summary>
[Collection(nameof(MemoryTests))]
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTests : IClassFixture<SmallEmulatorFixture>
{
    private const string Path = "/smp/exchange/mailboxes";
    private const string TokenPath = "/connect/token";
    private const string DiscoveryPath = "/.well-known/openid-configuration";
    private const int Megabyte = 1024 * 1024;

    private readonly SmallEmulatorFixture _fixture;

    public MemoryTests(SmallEmulatorFixture fixture)
    {
        _fixture = fixture;
        fixture.Emulator.Faults.Clear();
    }

    [Theory]
    [InlineData(DiscoveryPath, 200, 32)]
    [InlineData(DiscoveryPath, 500, 32)]
    [InlineData(TokenPath, 200, 32)]
    [InlineData(TokenPath, 400, 32)]
    [InlineData(TokenPath, 500, 32)]
    [InlineData(Path, 400, 32)]
    [InlineData(Path, 200, 256)]
    public async Task An_answer_without_end_takes_no_more_than_its_limit_allows(string path, int status, int megabytes)
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = path, Status = status, Endless = true });

        await AssertAllocatesAsync(megabytes);
    }

    [Theory]
    [InlineData(TokenPath, 200, 32)]
    [InlineData(TokenPath, 400, 32)]
    [InlineData(Path, 400, 32)]
    [InlineData(Path, 200, 256)]
    public async Task A_bomb_takes_no_more_than_its_limit_allows(string path, int status, int megabytes)
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = path, Status = status, BodyData = Bomb(), ContentEncoding = "gzip" });

        await AssertAllocatesAsync(megabytes);
    }

    [Fact]
    public async Task The_times_of_requests_that_the_API_let_through_are_kept_for_a_second()
    {
        var time = new FakeTimeProvider();
        using var gate = new ThrottleGate(time);
        var observer = new RecordingObserver();
        long before = GC.GetTotalMemory(forceFullCollection: true);

        for (int i = 0; i < 500_000; i++, time.Advance(TimeSpan.FromMilliseconds(1)))
        {
            using ThrottleGate.Turn? turn =
                await gate.WaitAsync(TimeSpan.FromMinutes(1), observer, TestContext.Current.CancellationToken);
            turn!.LetThrough();
        }

        Assert.InRange((GC.GetTotalMemory(forceFullCollection: true) - before) / Megabyte, long.MinValue, 1);
    }

    // A gigabyte of spaces.
    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest))
        {
            byte[] blanks = new byte[Megabyte];
            blanks.AsSpan().Fill((byte)' ');
            for (int i = 0; i < 1024; i++)
            {
                packer.Write(blanks);
            }
        }

        return packed.ToArray();
    }

    private async Task AssertAllocatesAsync(int megabytes)
    {
        EnPowerClient client = _fixture.CreateClient(
            options => options with { Retry = new RetryOptions { MaximumRetryCount = 0 } });
        long before = GC.GetTotalAllocatedBytes();

        await Assert.ThrowsAnyAsync<EnPowerException>(() => EmulatorFixture.ReadAllAsync(client, new ListQuery<Mailbox>()));

        Assert.InRange((GC.GetTotalAllocatedBytes() - before) / Megabyte, 0, megabytes);
    }
}
