using System.Text;

namespace EnPower.Requests;

/// <summary>Reads the body of an answer as text, whatever is in it. One that is no JSON has no next page.</summary>
internal sealed record RawTextQuery(RequestAddress Address) : RawQuery(Address)
{
    protected override RawPage Parse(ArraySegment<byte> content)
    {
        string body = Encoding.UTF8.GetString(content.Array!, content.Offset, content.Count);
        try
        {
            using JsonDocument document = Envelope.Parse(content);
            return Envelope.Open(document.RootElement).ToPage([body]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new RawPage([body]);
        }
    }
}
