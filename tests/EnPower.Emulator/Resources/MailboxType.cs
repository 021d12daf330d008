namespace EnPower.Emulator;

/// <summary>Values of the query parameter <c>mailboxType</c>.</summary>
internal enum MailboxType
{
    Both = 0,
    User = 1,
    Shared = 2,
}
