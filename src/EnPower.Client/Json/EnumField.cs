using System.Reflection;
using System.Runtime.CompilerServices;

namespace EnPower.Json;

/// <summary>Reads the number of an enumeration member. Undefined numbers are kept.</summary>
internal sealed class EnumField<T, TEnum>(PropertyInfo property) : FieldReader<T>(property)
    where T : ApiObject
    where TEnum : struct, Enum
{
    private readonly Action<T, TEnum?> _set = Setter<TEnum?>(property);

    public override string Sample => "1";

    public override bool TryRead(ref Utf8JsonReader reader, T item, PageContext page)
    {
        if (!JsonInteger.TryRead(ref reader, out long? number) || number is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        // Every enumeration of the model has the underlying type int.
        int value = (int)(number ?? 0);
        _set(item, number is null ? null : Unsafe.As<int, TEnum>(ref value));
        return true;
    }
}
