namespace EnPower.Reports;

/// <summary>The few rows of a finding that rank highest; of all others nothing is kept.</summary>
internal sealed class LargestRows(Comparison<MailboxRow> compare)
{
    /// <summary>How many are kept.</summary>
    public const int Limit = 10;

    private readonly List<MailboxRow> _rows = [];

    /// <summary>Gets the rows, the highest first.</summary>
    public IReadOnlyList<MailboxRow> Rows => _rows;

    /// <summary>Gets how many rows there were.</summary>
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
