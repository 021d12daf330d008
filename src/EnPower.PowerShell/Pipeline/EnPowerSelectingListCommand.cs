namespace EnPower.Pipeline;

/// <summary>
/// A cmdlet that reads a list of which the API gives no part by itself, such as the apps of one environment: it collects what is
/// wanted, reads the list once, and chooses here.
/// </summary>
/// <typeparam name="T">The model of the objects.</typeparam>
public abstract class EnPowerSelectingListCommand<T> : EnPowerListCommand<T>
    where T : ApiObject, new()
{
    private readonly HashSet<string> _wanted = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets what the parameter was given that chooses among the objects.</summary>
    private protected abstract string[]? WantedKeys { get; }

    private protected sealed override bool IsEveryItemWanted => _wanted.Count == 0;

    /// <summary>Gets by what the parameter chooses an object.</summary>
    private protected abstract string? KeyOf(T item);

    private protected sealed override bool Collect()
    {
        _wanted.UnionWith(WantedKeys ?? []);
        return _wanted.Count > 0;
    }

    private protected sealed override bool IsWanted(T item) => _wanted.Count == 0 || (KeyOf(item) is { } key && _wanted.Contains(key));
}
