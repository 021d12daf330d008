namespace EnPower.Json;

/// <summary>A converter of one direction: the API is only read.</summary>
internal abstract class ReadingConverter<T> : JsonConverter<T>
{
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Objects of the API are only read.");
}
