namespace EnPower;

/// <summary>An object of the API, with its undocumented fields.</summary>
public abstract class ApiObject
{
    private FieldDictionary? _additionalProperties;

    /// <summary>
    /// Gets the fields without a property, by their names in the API: undocumented fields, and fields with a value of an
    /// undocumented type. Names are case-insensitive, unless two of them differ in casing only. Values are strings, numbers
    /// (<see cref="long"/>, <see cref="decimal"/> or <see cref="double"/>, or text if none of them is exact),
    /// <see cref="bool"/>, lists and dictionaries. Never <see langword="null"/>. Converts to JSON text.
    /// </summary>
    // Created on demand: few of possibly a million objects have such a field.
    public IDictionary<string, object?> AdditionalProperties => _additionalProperties ??= FieldDictionary.Create();

    /// <summary>Gets whether there are additional properties, without creating the dictionary.</summary>
    internal bool HasAdditionalProperties => _additionalProperties is { Count: > 0 };

    /// <summary>Gets or sets the read that the object is from; <see langword="null"/> if unknown.</summary>
    internal ListRead? Read { get; set; }

    /// <summary>Adds a field to the additional properties.</summary>
    internal void Keep(string name, object? value) => FieldDictionary.Add(ref _additionalProperties, name, value);

    private protected static string FirstFilled(params string?[] candidates) =>
        ControlCharacters.MakeVisible(
            candidates.FirstOrDefault(static candidate => !string.IsNullOrEmpty(candidate)) ?? string.Empty);

    /// <summary>Gets the first known text, or else <see cref="Absent.Value"/>.</summary>
    private protected static object? FirstToBind(params string?[] candidates) =>
        candidates.FirstOrDefault(static candidate => !string.IsNullOrEmpty(candidate)) ?? Absent.Value;

    private protected static string JoinFilled(string separator, params string?[] texts) =>
        ControlCharacters.MakeVisible(string.Join(separator, texts.Where(static text => !string.IsNullOrEmpty(text))));
}
