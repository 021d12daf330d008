namespace EnPower.Json;

/// <summary>
/// The latest texts of one field. Where many objects have the same text in it, such as a tenant's domain, they share one
/// string. Never grows, and costs next to nothing where texts don't come again.
/// </summary>
internal sealed class TextPool
{
    private const int PoolBits = 7;
    private const int LongestText = 64;
    private const int Patience = 128;

    // Read and written by many threads without a lock: whatever is found is compared before it is used.
    private readonly string?[] _texts = new string?[1 << PoolBits];

    // Below zero where texts were new more often than not. Then only one in a while is looked for.
    private int _balance = Patience;

    /// <summary>Reads the text that the reader is at.</summary>
    public string Read(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped || reader.ValueSpan.Length > LongestText || (_balance < 0 && ++_balance < 0))
        {
            return JsonText.Read(ref reader);
        }

        ref string? pooled = ref _texts[SlotOf(reader.ValueSpan)];
        if (pooled is { } text && reader.ValueTextEquals(text))
        {
            _balance = Math.Min(_balance + 1, Patience);
            return text;
        }

        _balance -= _balance == 0 ? Patience : 1;
        return pooled = JsonText.Read(ref reader);
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
