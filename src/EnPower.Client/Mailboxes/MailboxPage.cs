using System.Collections;
using EnPower.Paging;

namespace EnPower.Mailboxes;

internal sealed class MailboxPage : ResourcePage
{
    public List<Mailbox>? Mailboxes { get; set; }

    public override IList? Items => Mailboxes;
}
