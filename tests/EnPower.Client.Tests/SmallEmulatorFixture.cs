namespace EnPower;

/// <summary>An emulator of few mailboxes, for tests that read them all many times.</summary>
public sealed class SmallEmulatorFixture() : EmulatorFixture(Mailboxes)
{
    public new const int Mailboxes = 25;
}
