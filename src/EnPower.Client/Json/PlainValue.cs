namespace EnPower.Json;

/// <summary>
/// Reads any JSON as plain .NET values: strings, numbers, booleans, lists, and dictionaries in the order of the fields.
/// </summary>
internal static class PlainValue
{
    /// <summary>Reads the current value.</summary>
    public static object? Read(ref Utf8JsonReader reader, PageContext page)
    {
        page.CountValue();
        return reader.TokenType switch
        {
            JsonTokenType.String => JsonText.Read(ref reader),
            JsonTokenType.Number => JsonNumber.Read(ref reader),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.StartArray => ReadArray(ref reader, page),
            JsonTokenType.StartObject => ReadObject(ref reader, page),
            _ => null,
        };
    }

    private static ItemList<object?> ReadArray(ref Utf8JsonReader reader, PageContext page)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader, page));
        }

        return new ItemList<object?>(items.ToArray());
    }

    private static FieldDictionary ReadObject(ref Utf8JsonReader reader, PageContext page)
    {
        FieldDictionary? members = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = JsonText.Read(ref reader);
            reader.Read();
            FieldDictionary.Add(ref members, name, Read(ref reader, page));
        }

        return members ?? FieldDictionary.Create();
    }
}
