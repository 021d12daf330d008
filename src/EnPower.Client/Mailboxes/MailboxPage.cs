using EnPower.Paging;

namespace EnPower.Mailboxes;

internal sealed class MailboxPage : ResourcePage
{
    public List<Mailbox>? Mailboxes { get; set; }

    public override IReadOnlyList<object>? Items => Mailboxes;
}
