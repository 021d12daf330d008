using System.Globalization;

namespace EnPower.Requests;

/// <summary>
/// What the API wraps a list in: an object with one list, whatever its name, beside nothing or a total count or a link to
/// the next page. Any other object, one with several lists too, is an item by itself: nothing of it may be lost.
/// </summary>
internal sealed record Envelope(IReadOnlyList<JsonElement> Items, long? TotalCount, string? NextLink)
{
    private static readonly JsonDocumentOptions DocumentOptions = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static JsonDocument Parse(ReadOnlyMemory<byte> content) => JsonDocument.Parse(content, DocumentOptions);

    public static Envelope Open(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return new Envelope([.. root.EnumerateArray()], TotalCount: null, NextLink: null);
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return new Envelope([root], TotalCount: null, NextLink: null);
        }

        JsonElement? totalCount = null;
        JsonElement? nextLink = null;
        var lists = new List<JsonElement>();
        int members = 0;
        foreach (JsonProperty member in root.EnumerateObject())
        {
            members++;
            if (IsNamed(member, "totalCount"))
            {
                totalCount = member.Value;
            }
            else if (IsNamed(member, "nextLink"))
            {
                nextLink = member.Value;
            }
            else if (member.Value.ValueKind == JsonValueKind.Array)
            {
                lists.Add(member.Value);
            }
        }

        long? total = Number(totalCount);
        bool isEnvelope = totalCount is not null || nextLink is not null || members == 1;
        IReadOnlyList<JsonElement> items = lists.Count switch
        {
            1 when isEnvelope => [.. lists[0].EnumerateArray()],

            // A list that is missing is an empty one only where the API says that there is nothing.
            0 when total == 0 => [],
            _ => [root],
        };
        return new Envelope(items, total, Text(nextLink));
    }

    public RawPage ToPage(Func<JsonElement, object> convert) => ToPage([.. Items.Select(convert)]);

    public RawPage ToPage(object[] items) => new(items) { TotalCount = TotalCount, NextLink = NextLink };

    private static bool IsNamed(JsonProperty member, string name) =>
        string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase);

    private static long? Number(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out long value) => value,
        { ValueKind: JsonValueKind.String } text when long.TryParse(
            text.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out long value) => value,
        _ => null,
    };

    private static string? Text(JsonElement? element) => element switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new JsonException("nextLink is no text."),
    };
}
