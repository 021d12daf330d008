namespace EnPower;

/// <summary>An emulator with few mailboxes, for tests that read all of them repeatedly.</summary>
public sealed class SmallEmulatorFixture : EmulatorFixture
{
    public new const int Mailboxes = 25;

    private protected override int MailboxCount => Mailboxes;
}
