using System.Globalization;
using EnPower.Paging;

namespace EnPower.Mailboxes;

/// <summary>GET /smp/exchange/mailboxes: user and shared mailboxes.</summary>
internal sealed record MailboxQuery() : ResourceQuery("smp/exchange/mailboxes")
{
    /// <summary>Gets the type of mailboxes to read.</summary>
    public MailboxType MailboxType { get; init; }

    public override async ValueTask<ResourcePage?> ReadPageAsync(Stream content, CancellationToken cancellationToken) =>
        await JsonSerializer.DeserializeAsync(content, MailboxJsonContext.Default.MailboxPage, cancellationToken).ConfigureAwait(false);

    protected override IEnumerable<(string Name, string? Value)> Parameters() =>
    [
        .. base.Parameters(),
        ("mailboxType", ((int)MailboxType).ToString(CultureInfo.InvariantCulture)),
    ];
}
