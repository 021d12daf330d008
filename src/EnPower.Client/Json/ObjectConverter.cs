using System.Text.Json.Serialization.Metadata;

namespace EnPower.Json;

/// <summary>
/// Reads an object where the API may also send a placeholder (<see langword="null"/> then) or a text (an object that is
/// known by nothing but this text).
/// </summary>
internal sealed class ObjectConverter<T> : ReadingConverter<T?>
    where T : class, ITextualObject, new()
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        }

        if (Placeholder.Matches(ref reader))
        {
            return null;
        }

        var value = new T();
        value.SetText(reader.GetString()!);
        return value;
    }
}
