namespace EnPower.Json;

/// <summary>
/// Reads a list where the API may also send its only item bare, or a placeholder: the list is empty then, never
/// <see langword="null"/>.
/// </summary>
internal sealed class ListConverter<T> : ReadingConverter<IReadOnlyList<T>>
    where T : class, ITextualObject, new()
{
    private readonly ObjectConverter<T> _itemConverter = new();

    public override bool HandleNull => true;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return _itemConverter.Read(ref reader, typeof(T), options) is { } only ? [only] : [];
        }

        List<T>? items = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (_itemConverter.Read(ref reader, typeof(T), options) is { } item)
            {
                (items ??= []).Add(item);
            }
        }

        return items is null ? [] : items.ToArray();
    }
}
