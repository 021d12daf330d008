namespace EnPower.Emulator;

/// <summary>The values of one synthetic mailbox that several of its properties depend on.</summary>
internal readonly struct SyntheticMailbox
{
    private const int QuirkPeriod = 47;
    private const int UserIdSalt = 1;
    private const int TraitsSalt = 2;

    private static readonly int LastQuirk = (int)Enum.GetValues<MailboxQuirk>()[^1];

    public SyntheticMailbox(long index, TenantDirectory tenants)
    {
        Index = index;
        (long ordinal, long tenant) = Math.DivRem(index, tenants.Count);
        TenantIndex = (int)tenant;
        Tenant = tenants[TenantIndex];
        IsShared = ordinal % MailboxSelection.SharedPeriod == MailboxSelection.SharedOffset;
        Quirk = index % QuirkPeriod is var number && number <= LastQuirk ? (MailboxQuirk)number : MailboxQuirk.None;
        Traits = Scramble.Of(index, TraitsSalt);
        IsRegistered = Chance(shift: 0, oneIn: IsShared ? 3 : 20);
    }

    public long Index { get; }

    public int TenantIndex { get; }

    public TenantDirectory.Tenant Tenant { get; }

    public bool IsShared { get; }

    public bool IsRegistered { get; }

    public MailboxQuirk Quirk { get; }

    public Guid Id => Scramble.GuidOf(Index, salt: 0);

    public Guid UserId => Scramble.GuidOf(Index, UserIdSalt);

    /// <summary>64 bits the mailbox's other values are drawn from.</summary>
    public ulong Traits { get; }

    /// <summary>A number from 0 to <paramref name="limit"/> - 1, drawn from the traits at <paramref name="shift"/>.</summary>
    public int Draw(int shift, int limit) => (int)((uint)(Traits >> shift) % (uint)limit);

    public bool Chance(int shift, int oneIn) => Draw(shift, oneIn) == 0;
}
