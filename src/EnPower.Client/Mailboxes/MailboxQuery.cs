using System.Globalization;
using EnPower.Paging;

namespace EnPower.Mailboxes;

/// <summary>GET /smp/exchange/mailboxes: user and shared mailboxes.</summary>
internal sealed record MailboxQuery() : ResourceQuery("smp/exchange/mailboxes")
{
    /// <summary>Gets the type of mailboxes to read: 0 both, 1 user mailboxes, 2 shared mailboxes.</summary>
    public int MailboxType { get; init; }

    public override async ValueTask<ResourcePage?> ReadPageAsync(Stream content, CancellationToken cancellationToken) =>
        await JsonSerializer.DeserializeAsync(content, MailboxJsonContext.Default.MailboxPage, cancellationToken).ConfigureAwait(false);

    protected override IEnumerable<(string Name, string? Value)> Parameters() =>
    [
        .. base.Parameters(),
        ("mailboxType", MailboxType.ToString(CultureInfo.InvariantCulture)),
    ];
}
