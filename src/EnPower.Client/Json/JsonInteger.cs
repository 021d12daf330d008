namespace EnPower.Json;

/// <summary>Reads whole numbers: JSON numbers, also with a fraction of zeros, and text of digits. Nothing is rounded.</summary>
internal static class JsonInteger
{
    /// <summary>
    /// Reads a whole number. A placeholder, and <c>Unlimited</c> of Exchange, becomes <see langword="null"/>.
    /// </summary>
    /// <returns>Whether the value is a whole number or a placeholder. If not, the reader has not advanced.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, out long? value)
    {
        value = null;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetInt64(out long number):
                value = number;
                return true;
            case JsonTokenType.Number when JsonNumber.TryGetWhole(reader.ValueSpan, out long number):
                value = number;
                return true;
            case JsonTokenType.String:
                return TryParse(JsonText.Utf8(ref reader), out value);
            default:
                return false;
        }
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out long? value)
    {
        value = IsPlain(text) && JsonNumber.TryGetWhole(text, out long number) ? number : null;
        return value is not null || Placeholder.Matches(text) || text.SequenceEqual("Unlimited"u8);
    }

    // Digits with an optional sign and an optional decimal point: 56, -5, 0.00.
    private static bool IsPlain(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && text[0] == '-')
        {
            text = text.Slice(1);
        }

        int point = text.IndexOf((byte)'.');
        return point < 0 ? IsDigits(text) : IsDigits(text.Slice(0, point)) && IsDigits(text.Slice(point + 1));
    }

    private static bool IsDigits(ReadOnlySpan<byte> text)
    {
        foreach (byte character in text)
        {
            if (character is < (byte)'0' or > (byte)'9')
            {
                return false;
            }
        }

        return !text.IsEmpty;
    }
}
