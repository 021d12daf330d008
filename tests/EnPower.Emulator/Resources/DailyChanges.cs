namespace EnPower.Emulator;

/// <summary>
/// The changes from one day of the emulator to the next. Each <see cref="DailyChange"/> affects one mailbox, by turns among the
/// mailboxes without quirks, which are 24 of 47. There are also differences that a comparison must ignore: all mailboxes grow,
/// are modified and active, and on odd days, empty forwarding texts are null and lists are in reverse order.
/// </summary>
public static class DailyChanges
{
    private const int Kinds = 6;
    private const int Period = 47;
    private const int FirstPlain = 22;
    private const int PlainInPeriod = 24;

    /// <summary>Gets the index of the mailbox that a change affects on a day, starting with day 1.</summary>
    public static long IndexOf(int day, DailyChange change)
    {
        (long periods, long rest) = Math.DivRem(((day - 1L) * Kinds) + (int)change, PlainInPeriod);
        return (periods * Period) + FirstPlain + rest;
    }

    /// <summary>Finds the change of a mailbox and its day; null if it is unchanged by the day.</summary>
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
