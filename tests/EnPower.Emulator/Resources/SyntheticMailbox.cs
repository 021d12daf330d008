namespace EnPower.Emulator;

/// <summary>The values of a synthetic mailbox that determine its properties.</summary>
internal readonly struct SyntheticMailbox
{
    private const int QuirkPeriod = 47;
    private const int UserIdSalt = 1;
    private const int TraitsSalt = 2;
    private const int ReplacedIdSalt = 7;
    private const int ReplacedUserIdSalt = 8;

    private static readonly int LastQuirk = (int)Enum.GetValues<MailboxQuirk>()[^1];

    private readonly (DailyChange Change, int Day)? _changed;

    public SyntheticMailbox(long index, TenantDirectory tenants, int day)
    {
        Index = index;
        Day = day;
        _changed = DailyChanges.Find(index, day);
        (long ordinal, long tenant) = Math.DivRem(index, tenants.Count);
        TenantIndex = (int)tenant;
        Tenant = tenants[TenantIndex];
        IsShared = ordinal % MailboxSelection.SharedPeriod == MailboxSelection.SharedOffset;
        Quirk = index % QuirkPeriod is var number && number <= LastQuirk ? (MailboxQuirk)number : MailboxQuirk.None;
        Traits = Scramble.Of(index, TraitsSalt);
        IsRegistered = Chance(shift: 0, oneIn: IsShared ? 3 : 20);
    }

    public long Index { get; }

    public int Day { get; }

    /// <summary>Whether equivalent values are written in their alternative form.</summary>
    public bool IsOddDay => Day % 2 == 1;

    public int TenantIndex { get; }

    public TenantDirectory.Tenant Tenant { get; }

    public bool IsShared { get; }

    public bool IsRegistered { get; }

    public MailboxQuirk Quirk { get; }

    public Guid Id => Scramble.GuidOf(Index, DayOf(DailyChange.Replacement) is null ? 0UL : ReplacedIdSalt);

    public Guid UserId => Scramble.GuidOf(Index, DayOf(DailyChange.Replacement) is null ? (ulong)UserIdSalt : ReplacedUserIdSalt);

    /// <summary>The 64 bits from which other values are derived.</summary>
    public ulong Traits { get; }

    /// <summary>The day of the change of the mailbox; null if unchanged.</summary>
    public int? DayOf(DailyChange change) => _changed is { } changed && changed.Change == change ? changed.Day : null;

    /// <summary>A number from 0 to <paramref name="limit"/> - 1, derived from the traits at <paramref name="shift"/>.</summary>
    public int Draw(int shift, int limit) => (int)((uint)(Traits >> shift) % (uint)limit);

    public bool Chance(int shift, int oneIn) => Draw(shift, oneIn) == 0;
}
