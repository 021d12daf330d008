using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnPower.Emulator;

/// <summary>A field of an item. In JSON, an object or the name of its type.</summary>
[JsonConverter(typeof(FieldDescriptionJsonConverter))]
internal sealed record FieldDescription
{
    /// <summary>
    /// The type: <c>text</c>, <c>date</c> … or the name of a nested object. The type of a list ends in <c>[]</c>.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>
    /// The values to use by turns, instead of generated ones: those of the emulator, or else the documented ones.
    /// </summary>
    public IReadOnlyList<JsonElement> Values { get; init; } = [];

    /// <summary>The placeholder for a missing value; undefined if there always is a value.</summary>
    public JsonElement Placeholder { get; init; }

    /// <summary>The path or query parameter that provides the value.</summary>
    public string? From { get; init; }

    internal sealed class FieldDescriptionJsonConverter : JsonConverter<FieldDescription>
    {
        public override FieldDescription Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            JsonElement field = document.RootElement.Clone();
            if (field.ValueKind == JsonValueKind.String)
            {
                return new FieldDescription { Type = field.GetString()! };
            }

            return new FieldDescription
            {
                Type = field.GetProperty("type").GetString()!,
                Values = field.TryGetProperty("emulatorValues", out JsonElement values)
                    || field.TryGetProperty("values", out values)
                        ? [.. values.EnumerateArray()]
                        : [],
                Placeholder = field.TryGetProperty("placeholder", out JsonElement placeholder) ? placeholder : default,
                From = field.TryGetProperty("from", out JsonElement from) ? from.GetString() : null,
            };
        }

        public override void Write(Utf8JsonWriter writer, FieldDescription value, JsonSerializerOptions options)
        {
            throw new NotSupportedException("The description is only read.");
        }
    }
}
