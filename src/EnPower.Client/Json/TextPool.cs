namespace EnPower.Json;

/// <summary>
/// Shares strings among objects with the same text in a field, such as the domain of a tenant. The pool has a fixed size, and
/// is rarely searched while texts of the field don't repeat.
/// </summary>
internal sealed class TextPool
{
    private const int PoolBits = 7;
    private const int LongestText = 64;
    private const int Patience = 128;

    // Accessed by several threads without a lock. A stale or foreign entry is safe, because each is compared before use.
    private readonly string?[] _texts = new string?[1 << PoolBits];

    // Negative after more misses than hits. Then only one in 128 texts is searched.
    private int _balance = Patience;

    /// <summary>Reads the current string.</summary>
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

    // FNV-1a. Its upper bits are better distributed.
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
