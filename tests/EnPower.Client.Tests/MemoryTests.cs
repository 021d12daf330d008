using System.IO.Compression;
using EnPower.Emulator;
using EnPower.Http;
using EnPower.Paging;

namespace EnPower;

/// <summary>The memory for an unbounded response. Runs without other tests, because they would add to the measurement.</summary>
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
