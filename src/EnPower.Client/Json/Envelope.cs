namespace EnPower.Json;

/// <summary>What every page of the API has beside its list.</summary>
internal sealed class Envelope
{
    /// <summary>How many items a page can have. The API has 1000 at most.</summary>
    public const int MaximumItems = 10_000;

    // Far longer than any address that a server takes.
    private const int LongestLink = 8 * 1024;

    /// <summary>Gets how JSON is read: with the comments and trailing commas that the documentation's own samples have.</summary>
    public static JsonReaderOptions ReaderOptions { get; } = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 256,
    };

    /// <summary>Gets how many items the API says there are; <see langword="null"/> where it says nothing that is a count.</summary>
    public long? TotalCount { get; private set; }

    /// <summary>Gets the link to the next page; <see langword="null"/> where there is none.</summary>
    public string? NextLink { get; private set; }

    /// <summary>Gets whether the page names a count or a link, if only as a placeholder.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>Begins to read the JSON of a page.</summary>
    public static Utf8JsonReader Open(ArraySegment<byte> content) =>
        new(content, isFinalBlock: true, new JsonReaderState(ReaderOptions));

    /// <summary>Reads a member of the page, the name of which the reader is at, if it belongs to the envelope.</summary>
    /// <exception cref="JsonException">The link is no text, too long, or there are two of them.</exception>
    public bool TryRead(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> name = JsonText.Utf8(ref reader);
        if (JsonText.EqualsInAnyCasing(name, "nextLink"u8))
        {
            reader.Read();
            string? link = ReadLink(ref reader);
            NextLink = NextLink is null || link is null || NextLink == link
                ? link ?? NextLink
                : throw new JsonException("The page has two links to a next page.");
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

        IsNamed = true;
        return true;
    }

    private static string? ReadLink(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String when Placeholder.Matches(ref reader) => null,
        JsonTokenType.String when reader.ValueSpan.Length <= LongestLink => JsonText.Read(ref reader),
        JsonTokenType.String => throw new JsonException("The link to the next page is longer than 8 kB."),
        _ => throw new JsonException("The link to the next page is no text."),
    };
}
