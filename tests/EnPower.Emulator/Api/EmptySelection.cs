using System.Text.Json;

namespace EnPower.Emulator;

internal sealed class EmptySelection : IListSelection
{
    public long Count => 0;

    public void WriteProperties(Utf8JsonWriter writer, long position)
    {
        throw new ArgumentOutOfRangeException(nameof(position));
    }
}
