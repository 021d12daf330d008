using System.Reflection;

namespace EnPower.Json;

/// <summary>Reads a text. A number or a boolean keeps its spelling.</summary>
internal sealed class TextField<T>(PropertyInfo property) : FieldReader<T>(property)
    where T : ApiObject
{
    private readonly Action<T, string?> _set = Setter<string?>(property);
    private readonly TextPool _texts = new();

    public override string Sample => "\"text\"";

    public override bool TryRead(ref Utf8JsonReader reader, T item, PageContext page)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                _set(item, _texts.Read(ref reader));
                return true;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                _set(item, JsonText.Decode(reader.ValueSpan));
                return true;
            default:
                return false;
        }
    }
}
