namespace EnPower.Pipeline;

/// <summary>
/// A cmdlet that filters a list on this machine because the API can't, such as the apps of one environment. It collects the
/// filter values, reads the list once, and filters it.
/// </summary>
/// <typeparam name="T">The model of the objects.</typeparam>
public abstract class EnPowerSelectingListCommand<T> : EnPowerListCommand<T>
    where T : ApiObject, new()
{
    private readonly HashSet<string> _wanted = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _missing = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, WildcardPattern> _patterns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the values of the filter parameter.</summary>
    private protected abstract string[]? WantedKeys { get; }

    /// <summary>Gets the values, without patterns, for which no object was found.</summary>
    private protected IReadOnlyCollection<string> MissingKeys => _missing;

    private protected sealed override bool IsEveryItemWanted => _wanted.Count == 0 && _patterns.Count == 0;

    private protected sealed override bool HasAllThatIsWanted =>
        _wanted.Count > 0 && _missing.Count == 0 && _patterns.Count == 0 && _wanted.All(IsOfOneItem);

    /// <summary>Gets the keys of an object that the filter compares.</summary>
    private protected abstract IEnumerable<string?> KeysOf(T item);

    /// <summary>Tells whether a value identifies one object only.</summary>
    private protected virtual bool IsOfOneItem(string key) => false;

    private protected sealed override bool Collect()
    {
        foreach (string key in WantedKeys ?? [])
        {
            if (WildcardPattern.ContainsWildcardCharacters(key))
            {
                _patterns[key] = WildcardPattern.Get(key, WildcardOptions.IgnoreCase);
            }
            else if (_wanted.Add(key))
            {
                _missing.Add(key);
            }
        }

        return !IsEveryItemWanted;
    }

    private protected sealed override bool IsWanted(T item)
    {
        if (IsEveryItemWanted)
        {
            return true;
        }

        bool isWanted = false;
        foreach (string? key in KeysOf(item))
        {
            if (!string.IsNullOrEmpty(key) && _wanted.Contains(key!))
            {
                _missing.Remove(key!);
                isWanted = true;
            }
            else if (!isWanted && !string.IsNullOrEmpty(key))
            {
                isWanted = _patterns.Values.Any(pattern => pattern.IsMatch(key));
            }
        }

        return isWanted;
    }
}
