using System.Text.Json.Serialization.Metadata;
using EnPower.Json;

namespace EnPower.Requests;

/// <summary>
/// Reads items as plain values: text, numbers, booleans, arrays, and dictionaries in the order of the API's fields.
/// </summary>
internal sealed record RawValueQuery(RequestAddress Address) : RawQuery(Address)
{
    private static readonly JsonTypeInfo<object> Contract = ApiJson.ContractOf<object>(RawJsonContext.Default);

    protected override RawPage Parse(ArraySegment<byte> content)
    {
        using JsonDocument document = Envelope.Parse(content);
        return Envelope.Open(document.RootElement).ToPage(static item => item.Deserialize(Contract)!);
    }
}
