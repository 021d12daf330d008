using System.Text;

namespace EnPower.Reports;

/// <summary>
/// A column of the table of all mailboxes: the sorted distinct values, and the rank of the value of each row. Ranks compare like
/// the values, so the script sorts and filters without the rules of a culture.
/// </summary>
internal sealed class TableColumn(
    string header, Func<MailboxRow, IComparable?> value, Func<IComparable, string> text, IComparer<IComparable> order)
{
    // 0 means no value.
    private readonly Dictionary<IComparable, int> _numbers = [];
    private readonly List<int> _rows = [];

    public string Header => header;

    /// <summary>Gets whether values are aligned to the right.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Gets whether the column is shown by default.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>Gets whether the column is printed.</summary>
    public bool IsPrinted { get; init; }

    /// <summary>Gets the name of the filter in the address of the page; <see langword="null"/> without a filter.</summary>
    public string? FilterName { get; init; }

    public void Add(MailboxRow row)
    {
        int number = 0;
        if (value(row) is { } found && !_numbers.TryGetValue(found, out number))
        {
            number = _numbers.Count + 1;
            _numbers.Add(found, number);
        }

        _rows.Add(number);
    }

    /// <summary>Sorts the values, and returns the rank of the value of each row.</summary>
    public int[] Sort()
    {
        IComparable[] values = new IComparable[_numbers.Count];
        int[] numbers = new int[_numbers.Count];
        int index = 0;
        foreach (KeyValuePair<IComparable, int> pair in _numbers)
        {
            values[index] = pair.Key;
            numbers[index++] = pair.Value;
        }

        Array.Sort(values, numbers, order);
        int[] ranks = new int[numbers.Length + 1];
        for (int rank = 0; rank < numbers.Length; rank++)
        {
            ranks[numbers[rank]] = rank + 1;
        }

        Texts = Array.ConvertAll(values, found => text(found));
        return [.. _rows.Select(number => ranks[number])];
    }

    /// <summary>Gets the texts of the sorted values.</summary>
    public IReadOnlyList<string> Texts { get; private set; } = [];

    /// <summary>
    /// Writes the texts, one per line, and the ranks of the rows. All low bytes come first, then all higher bytes, because
    /// similar bytes compress best side by side.
    /// </summary>
    public void WriteTo(BinaryWriter writer, int[] ranks)
    {
        byte[] texts = Encoding.UTF8.GetBytes(string.Join("\n", Texts.Prepend(string.Empty)));
        writer.Write(texts.Length);
        writer.Write(texts);

        byte width = (byte)(Texts.Count <= byte.MaxValue ? 1 : Texts.Count <= ushort.MaxValue ? 2 : 3);
        writer.Write(width);
        byte[] plane = new byte[ranks.Length];
        for (int shift = 0; shift < 8 * width; shift += 8)
        {
            for (int row = 0; row < ranks.Length; row++)
            {
                plane[row] = (byte)(ranks[row] >> shift);
            }

            writer.Write(plane);
        }
    }
}
