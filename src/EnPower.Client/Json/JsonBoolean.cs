namespace EnPower.Json;

/// <summary>Reads booleans: JSON booleans, text, or 0 and 1.</summary>
internal static class JsonBoolean
{
    /// <summary>Reads a boolean. A placeholder becomes <see langword="null"/>.</summary>
    /// <returns>Whether the value is a boolean or a placeholder. If not, the reader has not advanced.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, out bool? value)
    {
        value = reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number when reader.TryGetInt32(out int number) && number is 0 or 1 => number == 1,
            JsonTokenType.String => FromText(JsonText.Read(ref reader)),
            _ => null,
        };
        return value is not null || (reader.TokenType == JsonTokenType.String && Placeholder.Matches(ref reader));
    }

    private static bool? FromText(string text) =>
        string.Equals(text, bool.TrueString, StringComparison.OrdinalIgnoreCase) ? true
        : string.Equals(text, bool.FalseString, StringComparison.OrdinalIgnoreCase) ? false
        : null;
}
