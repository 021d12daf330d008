namespace EnPower;

/// <summary>An emulator of few mailboxes, for tests that read them all many times.</summary>
public sealed class SmallEmulatorFixture : EmulatorFixture
{
    public new const int Mailboxes = 25;

    private protected override int MailboxCount => Mailboxes;
}
