using System.Text.Encodings.Web;

namespace EnPower.Requests;

/// <summary>Reads items as lines of JSON, in UTF-8 without the line's end: whole as the API sent them, but for white space.</summary>
internal sealed record RawLineQuery(RequestAddress Address) : RawQuery(Address)
{
    // For a file, not for a web page: letters of every language stay readable.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected override RawPage Parse(ArraySegment<byte> content)
    {
        using JsonDocument document = Envelope.Parse(content);
        return Envelope.Open(document.RootElement).ToPage(ToLine);
    }

    private static byte[] ToLine(JsonElement item)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line, WriterOptions))
        {
            item.WriteTo(writer);
        }

        return line.ToArray();
    }
}
