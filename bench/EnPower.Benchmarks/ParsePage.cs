using System.Text.Json;
using BenchmarkDotNet.Attributes;
using EnPower.Paging;

namespace EnPower;

/// <summary>A page of 1000 mailboxes from its bytes: by our converters, and by the bare client's.</summary>
public class ParsePage
{
    private byte[] _page = null!;

    [GlobalSetup]
    public void Setup() => _page = SamplePage.Read();

    [Benchmark]
    public async Task<object?> BareClient()
    {
        using var content = new MemoryStream(_page);
        return await JsonSerializer.DeserializeAsync(content, global::BareClient.PageContext.Default.Page);
    }

    [Benchmark]
    public object? EnPower() => new ListQuery<Mailbox>().ParsePage(new ArraySegment<byte>(_page));
}
