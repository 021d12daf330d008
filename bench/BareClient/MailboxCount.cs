namespace BareClient;

/// <summary>The result of a read.</summary>
/// <param name="Mailboxes">How many mailboxes were read.</param>
/// <param name="FirstPage">How long it took until the first page was read whole.</param>
public sealed record MailboxCount(long Mailboxes, TimeSpan FirstPage);
