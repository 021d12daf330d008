namespace EnPower.Requests;

/// <summary>Plain values of the client, as PowerShell has them: a dictionary is an object with properties.</summary>
internal static class PlainValue
{
    // No object can have a property of these names.
    private static readonly HashSet<string> ReservedNames = new(StringComparer.OrdinalIgnoreCase)
    {
        string.Empty, "psobject", "psbase", "psadapted", "psextended", "pstypenames",
    };

    public static object? ToPowerShell(object? value) => value switch
    {
        IDictionary<string, object?> members => ToPSObject(members),
        object?[] items => Array.ConvertAll(items, ToPowerShell),
        _ => value,
    };

    private static PSObject ToPSObject(IDictionary<string, object?> members)
    {
        // Validated: no name is reserved, and none comes twice.
        var result = new PSObject();
        foreach (KeyValuePair<string, object?> member in members)
        {
            string name = ReservedNames.Contains(member.Key) ? "_" + member.Key : member.Key;
            result.Properties.Add(new PSNoteProperty(name, ToPowerShell(member.Value)), preValidated: true);
        }

        return result;
    }
}
