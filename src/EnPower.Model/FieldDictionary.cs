namespace EnPower;

/// <summary>Fields of an object of the API as plain values, by their names, which match in any casing.</summary>
internal static class FieldDictionary
{
    public static Dictionary<string, object?> Create() => new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a field. Where two names differ in nothing but casing, both are kept, and names match as written.</summary>
    public static void Add(ref Dictionary<string, object?>? fields, string name, object? value)
    {
        fields ??= Create();
        if (fields.ContainsKey(name) && !fields.Keys.Contains(name, StringComparer.Ordinal))
        {
            fields = new Dictionary<string, object?>(fields, StringComparer.Ordinal);
        }

        fields[name] = value;
    }
}
