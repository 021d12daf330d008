namespace EnPower.Json;

/// <summary>The texts that the API sends instead of a missing value.</summary>
internal static class Placeholder
{
    public static bool Matches(ref Utf8JsonReader reader) => Matches(JsonText.Utf8(ref reader));

    public static bool Matches(ReadOnlySpan<byte> text) => text.IsEmpty || text.SequenceEqual("N/A"u8);
}
