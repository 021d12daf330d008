namespace EnPower.Json;

/// <summary>
/// Reads a text that is the same in many objects, such as a tenant's domain: equal texts become one string. A property that
/// is read by it has a pool of its own, which keeps the latest texts and never grows.
/// </summary>
internal sealed class RepeatedTextConverter : ReadingConverter<string?>
{
    private const int PoolBits = 7;
    private const int LongestText = 64;

    private readonly TextConverter _text = new();

    // Read and written by many threads without a lock: whatever is found is compared before it is used.
    private readonly string?[] _pool = new string?[1 << PoolBits];

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueSpan.Length > LongestText)
        {
            return _text.Read(ref reader, typeToConvert, options);
        }

        ref string? pooled = ref _pool[SlotOf(reader.ValueSpan)];
        return pooled is { } text && reader.ValueTextEquals(text) ? text : pooled = reader.GetString();
    }

    // FNV-1a; its upper bits are the better ones.
    private static int SlotOf(ReadOnlySpan<byte> text)
    {
        uint hash = 2166136261;
        foreach (byte character in text)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return (int)(hash >> (32 - PoolBits));
    }
}
