using EnPower.Json;
using EnPower.Paging;

namespace EnPower.RawRequests;

/// <summary>
/// A query of any path, for resources without a model. An object is a page if it has exactly one array, and either a total
/// count, a next link, or no other member. Any other object is a single item, so that no data is lost.
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
        bool hasOthers = false;
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
                hasOthers = true;
            }

            reader.Skip();
        }

        reader.Read();
        bool isEnvelope = envelope.HasMembers || (lists == 1 && !hasOthers);

        // A page without list is valid only with a total count of 0.
        List<object?> found = lists switch
        {
            1 when isEnvelope => ReadItems(ref list, context),
            0 when envelope.TotalCount == 0 => [],
            _ => [ReadItem(ref root, context)],
        };
        return new ListPage(found, envelope.TotalCount, envelope.NextLink);
    }

    /// <summary>Reads the current item.</summary>
    private protected abstract object? ReadItem(ref Utf8JsonReader reader, PageContext context);

    /// <inheritdoc/>
    // Adds no parameters to those of the user: an undocumented path may reject them.
    protected sealed override IEnumerable<(string Name, string? Value)> Parameters() =>
        Address.Query.Select(static parameter => (parameter.Name, (string?)parameter.Value));

    private List<object?> ReadItems(ref Utf8JsonReader reader, PageContext context)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (items.Count == Envelope.MaximumItems)
            {
                throw new JsonException($"The list contains more than {Envelope.MaximumItems} items.");
            }

            items.Add(ReadItem(ref reader, context));
        }

        return items;
    }
}
