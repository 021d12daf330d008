using EnPower.Json;
using EnPower.Paging;

namespace EnPower.RawRequests;

/// <summary>Reads the body of a response as text, also if it is not JSON. Then it has no next page.</summary>
internal sealed record RawTextQuery(RequestAddress Address) : RawQuery(Address)
{
    /// <inheritdoc/>
    public override ListPage ParsePage(ArraySegment<byte> content)
    {
        string body = JsonText.Decode(content);
        return IsJson(content)
            ? base.ParsePage(content) with { Items = new[] { body } }
            : new ListPage(new[] { body }, TotalCount: null, NextLink: null);
    }

    private protected override object? ReadItem(ref Utf8JsonReader reader, PageContext context)
    {
        reader.Skip();
        return null;
    }

    private static bool IsJson(ArraySegment<byte> content)
    {
        Utf8JsonReader reader = Envelope.Open(content);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
