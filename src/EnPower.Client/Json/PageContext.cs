namespace EnPower.Json;

/// <summary>The state of parsing a page: values of undocumented types, and the number of values.</summary>
internal sealed class PageContext
{
    // A full page of the largest resource has a tenth of it. Without a limit, some kilobytes of gzip expand to gigabytes of
    // objects.
    private const int MaximumValues = 1_000_000;

    private readonly List<string> _ofItem = [];
    private Dictionary<string, int>? _mismatches;
    private int _values;

    /// <summary>
    /// Gets the number of objects with a value of an undocumented type, by field; <see langword="null"/> if there are none.
    /// </summary>
    public IReadOnlyDictionary<string, int>? Mismatches => _mismatches;

    /// <summary>Gets the number of values of an undocumented type in the current item so far.</summary>
    public int MismatchesOfItem => _ofItem.Count;

    /// <summary>Records that a field of the current item has a value of an undocumented type.</summary>
    public void AddMismatch(string field) => _ofItem.Add(field);

    /// <summary>Prefixes the fields since an index with their parent field: <c>primaryContact.email</c>.</summary>
    public void Qualify(string field, int from)
    {
        for (int i = from; i < _ofItem.Count; i++)
        {
            _ofItem[i] = $"{field}.{_ofItem[i]}";
        }
    }

    /// <summary>Ends the current item.</summary>
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

    /// <summary>Counts a value that allocates memory.</summary>
    /// <exception cref="JsonException">The page exceeds the limit.</exception>
    public void CountValue()
    {
        if (++_values > MaximumValues)
        {
            throw new JsonException($"The page contains more than {MaximumValues} values.");
        }
    }
}
