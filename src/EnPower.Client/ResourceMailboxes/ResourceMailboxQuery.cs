using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using EnPower.Json;
using EnPower.Paging;

namespace EnPower.ResourceMailboxes;

/// <summary>GET /smp/exchange/resourcemailboxes: room and equipment mailboxes.</summary>
internal sealed record ResourceMailboxQuery() : ResourceQuery("smp/exchange/resourcemailboxes")
{
    private static readonly JsonTypeInfo<ResourceMailboxPage> Contract =
        ApiJson.ContractOf<ResourceMailboxPage>(ResourceMailboxJsonContext.Default);

    private static readonly byte[] SamplePage = """
        {
          "resourceMailboxes": [{
            "id": "1", "createTime": "2024-02-29 06:27:18", "itemCount": 1, "isRegistered": false, "phase": "Active"
          }]
        }
        """u8.ToArray();

    /// <summary>Gets the type of resource mailboxes to read: 0 both, 1 rooms, 2 equipment.</summary>
    public int ResourceMailboxType { get; init; }

    public override void Prepare() => ParsePage(new ArraySegment<byte>(SamplePage));

    public override ResourcePage? ParsePage(ArraySegment<byte> content) =>
        JsonSerializer.Deserialize((ReadOnlySpan<byte>)content, Contract);

    protected override IEnumerable<(string Name, string? Value)> Parameters() =>
    [
        .. base.Parameters(),
        ("resourceMailboxType", ResourceMailboxType.ToString(CultureInfo.InvariantCulture)),
    ];
}
