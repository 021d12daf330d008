namespace EnPower.Json;

/// <summary>Reads the members of a page beside its list: total count and next link.</summary>
internal sealed class Envelope
{
    /// <summary>The maximum number of items of a page. The API documents 1000.</summary>
    public const int MaximumItems = 10_000;

    // Longer than any address that servers accept.
    private const int LongestLink = 8 * 1024;

    /// <summary>Gets the total count of items; <see langword="null"/> if the page has no valid count.</summary>
    public long? TotalCount { get; private set; }

    /// <summary>Gets the link to the next page; <see langword="null"/> on the last page.</summary>
    public string? NextLink { get; private set; }

    /// <summary>Gets whether the page has a member for the count or the link, even without a value.</summary>
    public bool HasMembers { get; private set; }

    /// <summary>Creates a reader of the JSON of a page.</summary>
    public static Utf8JsonReader Open(ArraySegment<byte> content) =>
        new(content, isFinalBlock: true, new JsonReaderState(JsonOptions.Response));

    /// <summary>Reads the member at the current name if it belongs to the envelope.</summary>
    /// <exception cref="JsonException">The link is not a string, is too long, or occurs twice with different values.</exception>
    public bool TryRead(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> name = JsonText.Utf8(ref reader);
        if (JsonText.EqualsInAnyCasing(name, "nextLink"u8))
        {
            reader.Read();
            string? link = ReadLink(ref reader);
            NextLink = NextLink is null || link is null || NextLink == link
                ? link ?? NextLink
                : throw new JsonException("The page has two different next links.");
        }
        else if (JsonText.EqualsInAnyCasing(name, "totalCount"u8))
        {
            reader.Read();
            TotalCount = JsonInteger.TryRead(ref reader, out long? count) && count >= 0 ? count : null;
            reader.Skip();
        }
        else
        {
            return false;
        }

        HasMembers = true;
        return true;
    }

    private static string? ReadLink(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String when Placeholder.Matches(ref reader) => null,
        JsonTokenType.String when reader.ValueSpan.Length <= LongestLink => JsonText.Read(ref reader),
        JsonTokenType.String => throw new JsonException("The next link is longer than 8 kB."),
        _ => throw new JsonException("The next link is not a string."),
    };
}
