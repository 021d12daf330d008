using System.Reflection;

namespace EnPower.Json;

/// <summary>Reads a value of any type.</summary>
internal sealed class PlainField<T>(PropertyInfo property) : FieldReader<T>(property)
    where T : ApiObject
{
    private readonly Action<T, object?> _set = Setter<object?>(property);

    public override string Sample => "\"text\"";

    public override bool TryRead(ref Utf8JsonReader reader, T item, PageContext page)
    {
        _set(item, PlainValue.Read(ref reader, page));
        return true;
    }
}
