namespace EnPower.Json;

/// <summary>The texts that the API writes where it has no value.</summary>
internal static class Placeholder
{
    public static bool Matches(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals(""u8) || reader.ValueTextEquals("N/A"u8);
}
