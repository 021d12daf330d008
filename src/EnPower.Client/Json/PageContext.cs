namespace EnPower.Json;

/// <summary>What is kept track of while a page is read: which values are of another type than documented, and how many there are.</summary>
internal sealed class PageContext
{
    // A full page of the largest resource has a tenth of it. Without a limit, a few kilobytes of gzip become gigabytes of objects.
    private const int MaximumValues = 1_000_000;

    private readonly List<string> _ofItem = [];
    private Dictionary<string, int>? _mismatches;
    private int _values;

    /// <summary>Gets how many objects have a value of another type, by field; <see langword="null"/> for none.</summary>
    public IReadOnlyDictionary<string, int>? Mismatches => _mismatches;

    /// <summary>Gets how many values of the present item are of another type so far.</summary>
    public int MismatchesOfItem => _ofItem.Count;

    /// <summary>Notes that a field of the present item has a value of another type.</summary>
    public void AddMismatch(string field) => _ofItem.Add(field);

    /// <summary>Names the latest fields as those of an object in another field: <c>primaryContact.email</c>.</summary>
    public void Qualify(string field, int from)
    {
        for (int i = from; i < _ofItem.Count; i++)
        {
            _ofItem[i] = $"{field}.{_ofItem[i]}";
        }
    }

    /// <summary>Ends the present item.</summary>
    public void EndItem()
    {
        if (_ofItem.Count == 0)
        {
            return;
        }

        _mismatches ??= new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string field in _ofItem.Distinct())
        {
            _mismatches[field] = _mismatches.TryGetValue(field, out int count) ? count + 1 : 1;
        }

        _ofItem.Clear();
    }

    /// <summary>Counts a value that takes memory of its own.</summary>
    /// <exception cref="JsonException">There are more than a page can have.</exception>
    public void CountValue()
    {
        if (++_values > MaximumValues)
        {
            throw new JsonException($"A page holds more than {MaximumValues} values.");
        }
    }
}
