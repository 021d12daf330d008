using EnPower.Json;
using EnPower.Paging;

namespace EnPower.Requests;

/// <summary>
/// GET of any path: what the API answers, in a form that needs no knowledge of the resource. A page is an object with one
/// list, whatever its name, beside nothing or a total count or a link to the next page. Any other object, one with several
/// lists too, is an item by itself: nothing of it may be lost.
/// </summary>
internal abstract record RawQuery(RequestAddress Address) : PageQuery(Address.Path)
{
    /// <inheritdoc/>
    public override ListPage ParsePage(ArraySegment<byte> content)
    {
        var context = new PageContext();
        Utf8JsonReader reader = Envelope.Open(content);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            List<object?> items = reader.TokenType == JsonTokenType.StartArray
                ? ReadItems(ref reader, context)
                : [ReadItem(ref reader, context)];
            reader.Read();
            return new ListPage(items, TotalCount: null, NextLink: null);
        }

        Utf8JsonReader root = reader;
        Utf8JsonReader list = reader;
        var envelope = new Envelope();
        int lists = 0;
        int others = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (envelope.TryRead(ref reader))
            {
                continue;
            }

            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                lists++;
                list = reader;
            }
            else
            {
                others++;
            }

            reader.Skip();
        }

        reader.Read();
        bool isEnvelope = envelope.IsNamed || (lists == 1 && others == 0);

        // A list that is missing is an empty one only where the API says that there is nothing.
        List<object?> found = lists switch
        {
            1 when isEnvelope => ReadItems(ref list, context),
            0 when envelope.TotalCount == 0 => [],
            _ => [ReadItem(ref root, context)],
        };
        return new ListPage(found, envelope.TotalCount, envelope.NextLink);
    }

    /// <summary>Reads the item that the reader is at, to its end.</summary>
    private protected abstract object? ReadItem(ref Utf8JsonReader reader, PageContext context);

    /// <inheritdoc/>
    // Nothing is asked but what the user wrote: of a path that isn't documented, no one knows what parameters it takes.
    protected sealed override IEnumerable<(string Name, string? Value)> Parameters() =>
        Address.Query.Select(static parameter => (parameter.Name, (string?)parameter.Value));

    private List<object?> ReadItems(ref Utf8JsonReader reader, PageContext context)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (items.Count == Envelope.MaximumItems)
            {
                throw new JsonException($"The list holds more than {Envelope.MaximumItems} items.");
            }

            items.Add(ReadItem(ref reader, context));
        }

        return items;
    }
}
