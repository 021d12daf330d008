namespace EnPower.Reports;

/// <summary>Keeps the highest-ranking rows of a finding, and discards the others.</summary>
internal sealed class LargestRows(Comparison<MailboxRow> compare)
{
    /// <summary>The number of rows that are kept.</summary>
    public const int Limit = 10;

    private readonly List<MailboxRow> _rows = [];

    /// <summary>Gets the kept rows, the highest first.</summary>
    public IReadOnlyList<MailboxRow> Rows => _rows;

    /// <summary>Gets the number of added rows.</summary>
    public long Count { get; private set; }

    public void Add(MailboxRow row)
    {
        Count++;
        int position = _rows.Count;
        while (position > 0 && compare(row, _rows[position - 1]) > 0)
        {
            position--;
        }

        if (position < Limit)
        {
            _rows.Insert(position, row);
            if (_rows.Count > Limit)
            {
                _rows.RemoveAt(Limit);
            }
        }
    }
}
