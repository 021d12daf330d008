using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnPower.Emulator;

/// <summary>Reads a time span from a number of seconds or from its usual text form.</summary>
internal sealed class SecondsJsonConverter : JsonConverter<TimeSpan?>
{
    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.Number => TimeSpan.FromSeconds(reader.GetDouble()),
            JsonTokenType.String when TimeSpan.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out TimeSpan value) =>
                value,
            _ => throw new JsonException("A delay is a number of seconds or a time span."),
        };
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options)
    {
        if (value is { } delay)
        {
            writer.WriteNumberValue(delay.TotalSeconds);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
