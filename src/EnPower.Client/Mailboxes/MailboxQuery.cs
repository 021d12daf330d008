using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using EnPower.Json;
using EnPower.Paging;

namespace EnPower.Mailboxes;

/// <summary>GET /smp/exchange/mailboxes: user and shared mailboxes.</summary>
internal sealed record MailboxQuery() : ResourceQuery("smp/exchange/mailboxes")
{
    private static readonly JsonTypeInfo<MailboxPage> Contract = ApiJson.ContractOf<MailboxPage>(MailboxJsonContext.Default);

    private static readonly byte[] SamplePage = """
        {
          "mailboxes": [{
            "id": "1", "createTime": "2024-02-29 06:27:18", "itemCount": 1, "isRegistered": false, "phase": "Active",
            "mailboxPolicies": { "sharingPolicy": "Default Sharing Policy" }
          }]
        }
        """u8.ToArray();

    /// <summary>Gets the type of mailboxes to read: 0 both, 1 user mailboxes, 2 shared mailboxes.</summary>
    public int MailboxType { get; init; }

    public override void Prepare() => ParsePage(new ArraySegment<byte>(SamplePage));

    public override ResourcePage? ParsePage(ArraySegment<byte> content) =>
        JsonSerializer.Deserialize((ReadOnlySpan<byte>)content, Contract);

    protected override IEnumerable<(string Name, string? Value)> Parameters() =>
    [
        .. base.Parameters(),
        ("mailboxType", MailboxType.ToString(CultureInfo.InvariantCulture)),
    ];
}
