using EnPower.Paging;

namespace EnPower.Pipeline;

/// <summary>The remaining counts of -Skip and -First, over all lists of a command.</summary>
internal sealed class PagingWindow(ulong skip, ulong first)
{
    /// <summary>Gets the remaining number of items to skip.</summary>
    public ulong Skip { get; private set; } = skip;

    /// <summary>Gets the remaining maximum number of items to write.</summary>
    public ulong First { get; private set; } = first;

    /// <summary>Gets the number of written items.</summary>
    public long Written { get; private set; }

    /// <summary>Gets whether all items have been written.</summary>
    public bool IsComplete => First == 0;

    /// <summary>Gets whether items are counted. They are then read in order, and a failed read ends the count.</summary>
    public bool Counts { get; } = skip > 0 || first < ulong.MaxValue;

    /// <summary>Gets the number of items to read.</summary>
    public long Limit => Skip > long.MaxValue || First > long.MaxValue - Skip ? long.MaxValue : (long)(Skip + First);

    /// <summary>
    /// Gets the size of a page that brings the items to read in as few requests as possible, and no more of them.
    /// </summary>
    public int PageSize => (int)Math.Min(Math.Max(Limit, 1), PageQuery.MaximumPageSize);

    /// <summary>Takes the next item.</summary>
    /// <returns>Whether to write it.</returns>
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
