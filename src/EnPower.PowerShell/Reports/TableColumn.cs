using System.Text;

namespace EnPower.Reports;

/// <summary>
/// A column of the table of all mailboxes, as a dictionary of its values in their order and a number for each row. Numbers
/// compare as the values do, so the script sorts and filters without knowing a culture.
/// </summary>
internal sealed class TableColumn(
    string header, Func<MailboxRow, IComparable?> value, Func<IComparable, string> text, IComparer<IComparable> order)
{
    // The number 0 is for "no value".
    private readonly Dictionary<IComparable, int> _numbers = [];
    private readonly List<int> _rows = [];

    public string Header => header;

    /// <summary>Gets whether values stand at the right, one under the other.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Gets whether the column is shown unless the reader chooses otherwise.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>Gets whether the column fits on paper, too.</summary>
    public bool IsPrinted { get; init; }

    /// <summary>Gets the name that a choice of its values has in the address of the page, where there is such a choice.</summary>
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

    /// <summary>Puts the values in order, and gives each row the number of its value in that order.</summary>
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

    /// <summary>Gets the text of each value, in their order, once they are sorted.</summary>
    public IReadOnlyList<string> Texts { get; private set; } = [];

    /// <summary>
    /// Writes the texts, a line each, and the numbers of the rows: first the low byte of each, then the next ones, because
    /// bytes that resemble their neighbours compress best.
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
