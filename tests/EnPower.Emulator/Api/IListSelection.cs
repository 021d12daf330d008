using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>The items of a resource that match a query, in a fixed order.</summary>
internal interface IListSelection
{
    long Count { get; }

    /// <summary>Writes the properties of one item into an open object.</summary>
    void WriteProperties(Utf8JsonWriter writer, long position);
}
