using System.Collections;
using EnPower.Paging;

namespace EnPower.ResourceMailboxes;

internal sealed class ResourceMailboxPage : ResourcePage
{
    public List<ResourceMailbox>? ResourceMailboxes { get; set; }

    public override IList? Items => ResourceMailboxes;
}
