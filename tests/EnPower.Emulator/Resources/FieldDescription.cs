using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnPower.Emulator;

/// <summary>One field of an item. In JSON an object, or its type alone.</summary>
[JsonConverter(typeof(FieldDescriptionJsonConverter))]
internal sealed record FieldDescription
{
    /// <summary>How the value is made: <c>text</c>, <c>date</c> … or the name of a described type; a list ends in <c>[]</c>.</summary>
    public required string Type { get; init; }

    /// <summary>
    /// The values to take in turn, in place of ones made from the type: the emulator's own, else those that are documented.
    /// </summary>
    public IReadOnlyList<JsonElement> Values { get; init; } = [];

    /// <summary>What stands where there is no value: undefined where there always is one.</summary>
    public JsonElement Placeholder { get; init; }

    /// <summary>The parameter of path or query that the value is taken from.</summary>
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
                Values = field.TryGetProperty("emulatorValues", out JsonElement values) || field.TryGetProperty("values", out values)
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
