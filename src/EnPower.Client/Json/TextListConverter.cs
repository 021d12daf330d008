using System.Text;

namespace EnPower.Json;

/// <summary>
/// Reads a list of texts that the API may send as an array, as a JSON array inside a string, or as its only text bare. A
/// placeholder is an empty list, never <see langword="null"/>.
/// </summary>
internal sealed class TextListConverter : ReadingConverter<IReadOnlyList<string>>
{
    private readonly TextConverter _itemConverter = new();

    public override bool HandleNull => true;

    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => [],
            JsonTokenType.StartArray => ReadArray(ref reader, options),
            JsonTokenType.String when Placeholder.Matches(ref reader) => [],
            JsonTokenType.String => Parse(reader.GetString()!, options),
            _ => [_itemConverter.Read(ref reader, typeof(string), options)!],
        };

    private string[] Parse(string text, JsonSerializerOptions options)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                return ReadArray(ref reader, options);
            }
        }
        catch (JsonException)
        {
            // No array: the text is what it says.
        }

        return [text];
    }

    private string[] ReadArray(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var items = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                items.Add(_itemConverter.Read(ref reader, typeof(string), options)!);
            }
        }

        return [.. items];
    }
}
