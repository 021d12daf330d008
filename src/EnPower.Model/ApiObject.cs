namespace EnPower;

/// <summary>An object of the API, with whatever the API said of it beyond what was documented.</summary>
public abstract class ApiObject
{
    private FieldDictionary? _additionalProperties;

    /// <summary>
    /// Gets the fields that no property holds, by their names in the API: those that are not documented, and those whose
    /// value is of another type than documented. Names match in any casing, unless two of the object differ in nothing else.
    /// Values are strings, numbers (<see cref="long"/>, <see cref="decimal"/> or <see cref="double"/>; as text where none of
    /// them holds the number exactly), <see cref="bool"/>, lists and dictionaries. Empty, never <see langword="null"/>,
    /// where there are none. As text they are JSON.
    /// </summary>
    // Made on demand: hardly any object has such a field, and there are a million objects.
    public IDictionary<string, object?> AdditionalProperties => _additionalProperties ??= FieldDictionary.Create();

    /// <summary>Gets whether there are fields that no property holds, without making the dictionary.</summary>
    internal bool HasAdditionalProperties => _additionalProperties is { Count: > 0 };

    /// <summary>Gets or sets what the object came of; <see langword="null"/> where that isn't known.</summary>
    internal ListRead? Read { get; set; }

    /// <summary>Keeps a field that no property holds.</summary>
    internal void Keep(string name, object? value) => FieldDictionary.Add(ref _additionalProperties, name, value);

    private protected static string FirstFilled(params string?[] candidates) =>
        ControlCharacters.MakeVisible(candidates.FirstOrDefault(static candidate => !string.IsNullOrEmpty(candidate)) ?? string.Empty);

    /// <summary>Gets the first text that is known, or what says that there is nothing to bind.</summary>
    private protected static object? FirstToBind(params string?[] candidates) =>
        candidates.FirstOrDefault(static candidate => !string.IsNullOrEmpty(candidate)) ?? Absent.Value;

    private protected static string JoinFilled(string separator, params string?[] texts) =>
        ControlCharacters.MakeVisible(string.Join(separator, texts.Where(static text => !string.IsNullOrEmpty(text))));
}
