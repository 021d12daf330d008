namespace EnPower.Requests;

/// <summary>Plain values of the client, as PowerShell has them: a dictionary is an object with properties.</summary>
internal static class PlainObject
{
    // No object can have a property of these names.
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
        // Validated: no name is reserved, and none comes twice.
        var result = new PSObject();
        bool mayRepeat = members is Dictionary<string, object?> { Comparer: var comparer } && comparer.Equals(StringComparer.Ordinal);
        foreach (KeyValuePair<string, object?> member in members)
        {
            // Properties match in any casing, fields of the API need not.
            string name = member.Key;
            while (ReservedNames.Contains(name) || (mayRepeat && result.Properties[name] is not null))
            {
                name = "_" + name;
            }

            result.Properties.Add(new PSNoteProperty(name, From(member.Value)), preValidated: true);
        }

        return result;
    }
}
