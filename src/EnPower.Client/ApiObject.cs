namespace EnPower;

/// <summary>An object of the API, with whatever the API said of it beyond what was documented.</summary>
public abstract class ApiObject
{
    private Dictionary<string, object?>? _additionalProperties;

    /// <summary>
    /// Gets the fields that came without being documented, by their names in the API (in any casing). Values are strings,
    /// numbers (<see cref="long"/>, <see cref="decimal"/> or <see cref="double"/>), <see cref="bool"/>, arrays and
    /// dictionaries. Empty, never <see langword="null"/>, where there are none.
    /// </summary>
    [JsonInclude]
    [JsonExtensionData]
    public IDictionary<string, object?> AdditionalProperties
    {
        // Made on demand: hardly any object has such a field, and there are a million objects.
        get => _additionalProperties ??= new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        internal set => _additionalProperties = new Dictionary<string, object?>(value, StringComparer.OrdinalIgnoreCase);
    }

    private protected static string FirstFilled(params string?[] candidates) =>
        ControlCharacters.MakeVisible(candidates.FirstOrDefault(candidate => !string.IsNullOrEmpty(candidate)) ?? string.Empty);
}
