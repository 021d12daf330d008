using System.Reflection;
using System.Text;

namespace EnPower.Json;

/// <summary>
/// Reads a list of texts. The API may send an array, a JSON array inside a string, or a single text. A placeholder becomes an
/// empty list, never <see langword="null"/>.
/// </summary>
internal sealed class TextListField<T>(PropertyInfo property) : FieldReader<T>(property)
    where T : ApiObject
{
    private readonly Action<T, ItemList<string>> _set = Setter<ItemList<string>>(property);

    public override string Sample => "[\"text\"]";

    public override bool TryRead(ref Utf8JsonReader reader, T item, PageContext page)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                Utf8JsonReader start = reader;
                bool isComplete = TryReadArray(ref reader, page, out ItemList<string> texts);
                _set(item, texts);
                if (!isComplete)
                {
                    reader = start;
                }

                return isComplete;
            case JsonTokenType.String when Placeholder.Matches(ref reader):
                return true;
            case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                string text = ReadText(ref reader);
                _set(item, TryParse(text, page, out texts) ? texts : new ItemList<string>([text]));
                return true;
            default:
                return false;
        }
    }

    private static bool TryParse(string text, PageContext page, out ItemList<string> texts)
    {
        texts = ItemList<string>.None;
        if (!text.TrimStart().StartsWith("[", StringComparison.Ordinal))
        {
            return false;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            return reader.Read() && TryReadArray(ref reader, page, out texts) && !reader.Read();
        }
        catch (JsonException)
        {
            // Not an array but a single text.
            return false;
        }
    }

    private static bool TryReadArray(ref Utf8JsonReader reader, PageContext page, out ItemList<string> texts)
    {
        var items = new List<string>();
        bool isComplete = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            page.CountValue();
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                isComplete = false;
                reader.Skip();
            }
            else if (reader.TokenType != JsonTokenType.Null)
            {
                items.Add(ReadText(ref reader));
            }
        }

        texts = new ItemList<string>(items.ToArray());
        return isComplete;
    }

    private static string ReadText(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? JsonText.Read(ref reader) : JsonText.Decode(reader.ValueSpan);
}
