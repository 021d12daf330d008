namespace BareClient;

internal sealed class Page
{
    public List<Mailbox>? Mailboxes { get; set; }

    public long? TotalCount { get; set; }

    public string? NextLink { get; set; }
}
