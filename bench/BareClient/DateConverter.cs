using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BareClient;

internal sealed class DateConverter : JsonConverter<DateTime?>
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";

    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[32];
        text = text[..reader.CopyString(text)];
        return text.IsEmpty ? null : DateTime.ParseExact(text, Format, CultureInfo.InvariantCulture);
    }

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}
