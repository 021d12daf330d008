namespace EnPower.Pipeline;

/// <summary>What -Skip and -First leave to do, counted over everything that a command reads.</summary>
internal sealed class PagingWindow(ulong skip, ulong first)
{
    /// <summary>Gets how many items are still to be left out.</summary>
    public ulong Skip { get; private set; } = skip;

    /// <summary>Gets how many items are still to be written, at most.</summary>
    public ulong First { get; private set; } = first;

    /// <summary>Gets how many items were written.</summary>
    public long Written { get; private set; }

    /// <summary>Gets whether nothing more is to be written.</summary>
    public bool IsComplete => First == 0;

    /// <summary>Gets whether items are counted: they are then read in order, and a read that broke off has lost count.</summary>
    public bool Counts { get; } = skip > 0 || first < ulong.MaxValue;

    /// <summary>Gets how many items have to be read.</summary>
    public long Limit => Skip > long.MaxValue || First > long.MaxValue - Skip ? long.MaxValue : (long)(Skip + First);

    /// <summary>Takes the next item.</summary>
    /// <returns>Whether it is to be written.</returns>
    public bool Take()
    {
        if (Skip > 0)
        {
            Skip--;
            return false;
        }

        if (First == 0)
        {
            return false;
        }

        First -= First == ulong.MaxValue ? 0UL : 1;
        Written++;
        return true;
    }
}
