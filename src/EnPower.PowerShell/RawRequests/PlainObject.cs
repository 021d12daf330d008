namespace EnPower.RawRequests;

/// <summary>Converts plain values of the client for PowerShell: dictionaries become objects with properties.</summary>
internal static class PlainObject
{
    // PowerShell reserves these names.
    private static readonly HashSet<string> ReservedNames = new(StringComparer.OrdinalIgnoreCase)
    {
        string.Empty, "psobject", "psbase", "psadapted", "psextended", "pstypenames",
    };

    public static object? From(object? value) => value switch
    {
        IDictionary<string, object?> members => ToPSObject(members),
        ItemList<object?> items => items.Select(From).ToArray(),
        _ => value,
    };

    private static PSObject ToPSObject(IDictionary<string, object?> members)
    {
        // The names are validated here: none is reserved, and none repeats.
        var result = new PSObject();
        bool mayRepeat = members is Dictionary<string, object?> { Comparer: var comparer }
            && comparer.Equals(StringComparer.Ordinal);
        foreach (KeyValuePair<string, object?> member in members)
        {
            // Names of properties are case-insensitive, those of JSON fields are not. A name with an underscore may be a field's.
            string name = member.Key;
            while (ReservedNames.Contains(name) || (mayRepeat && result.Properties[name] is not null))
            {
                name = "_" + name;
                mayRepeat = true;
            }

            result.Properties.Add(new PSNoteProperty(name, From(member.Value)), preValidated: true);
        }

        return result;
    }
}
