namespace EnPower;

/// <summary>Fields of an object of the API as plain values, by case-insensitive names. Converts to JSON text.</summary>
public sealed class FieldDictionary : Dictionary<string, object?>
{
    private FieldDictionary(StringComparer comparer)
        : base(comparer)
    {
    }

    private FieldDictionary(FieldDictionary fields)
        : base(fields, StringComparer.Ordinal)
    {
    }

    /// <summary>Returns the fields as JSON; an empty string if there are none.</summary>
    public override string ToString() => Count == 0 ? string.Empty : PlainJson.Write(this);

    internal static FieldDictionary Create() => new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a field. If two names differ in casing only, both are kept, and names become case-sensitive.</summary>
    internal static void Add(ref FieldDictionary? fields, string name, object? value)
    {
        fields ??= Create();
        if (fields.ContainsKey(name) && !fields.Keys.Contains(name, StringComparer.Ordinal))
        {
            fields = new FieldDictionary(fields);
        }

        fields[name] = value;
    }
}
