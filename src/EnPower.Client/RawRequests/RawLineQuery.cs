using System.Text.Encodings.Web;
using EnPower.Json;

namespace EnPower.RawRequests;

/// <summary>Reads items as lines of JSON in UTF-8, without line break. Nothing changes except white space and escapes.</summary>
internal sealed record RawLineQuery(RequestAddress Address) : RawQuery(Address)
{
    // The lines go to a file, not into HTML, so letters of all languages stay readable.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private protected override object ReadItem(ref Utf8JsonReader reader, PageContext context)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line, WriterOptions))
        {
            Write(ref reader, writer);
        }

        return line.ToArray();
    }

    private static void Write(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    writer.WritePropertyName(JsonText.Read(ref reader));
                    reader.Read();
                    Write(ref reader, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    Write(ref reader, writer);
                }

                writer.WriteEndArray();
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(JsonText.Read(ref reader));
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }
}
