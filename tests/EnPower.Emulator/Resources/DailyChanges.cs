namespace EnPower.Emulator;

/// <summary>
/// What differs from one day of the emulator to the next. One mailbox each has one <see cref="DailyChange"/>; of mailboxes
/// without quirks, 24 in a row of 47, each has its turn. Beside that goes what is no change to whoever looks closely: all
/// mailboxes grow, are modified and active; and on odd days empty texts of forwarding are null, and lists are in reverse order.
/// </summary>
public static class DailyChanges
{
    private const int Kinds = 6;
    private const int Period = 47;
    private const int FirstPlain = 22;
    private const int PlainInPeriod = 24;

    /// <summary>Gets the number of the mailbox that a change comes to on a day, from day 1 on.</summary>
    public static long IndexOf(int day, DailyChange change)
    {
        (long periods, long rest) = Math.DivRem(((day - 1L) * Kinds) + (int)change, PlainInPeriod);
        return (periods * Period) + FirstPlain + rest;
    }

    /// <summary>Finds what came to a mailbox, and when; null for nothing, by that day.</summary>
    internal static (DailyChange Change, int Day)? Find(long index, int day)
    {
        (long periods, long rest) = Math.DivRem(index, Period);
        if (rest is < FirstPlain or >= FirstPlain + PlainInPeriod)
        {
            return null;
        }

        (long daysBefore, long kind) = Math.DivRem((periods * PlainInPeriod) + rest - FirstPlain, Kinds);
        return daysBefore < day ? ((DailyChange)kind, (int)daysBefore + 1) : null;
    }
}
