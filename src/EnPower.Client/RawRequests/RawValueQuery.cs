using EnPower.Json;

namespace EnPower.RawRequests;

/// <summary>
/// Reads items as plain values: strings, numbers, booleans, lists, and dictionaries in the order of the fields.
/// </summary>
internal sealed record RawValueQuery(RequestAddress Address) : RawQuery(Address)
{
    private protected override object? ReadItem(ref Utf8JsonReader reader, PageContext context) =>
        PlainValue.Read(ref reader, context);
}
