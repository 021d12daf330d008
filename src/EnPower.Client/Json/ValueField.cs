using System.Reflection;

namespace EnPower.Json;

/// <summary>Reads a scalar value.</summary>
/// <returns>Whether the value has this type or is a placeholder. If not, the reader has not advanced.</returns>
internal delegate bool ValueReader<TValue>(ref Utf8JsonReader reader, out TValue value);

/// <summary>Reads a number, a boolean or a date.</summary>
internal sealed class ValueField<T, TValue>(PropertyInfo property, ValueReader<TValue> tryRead, string sample)
    : FieldReader<T>(property)
    where T : ApiObject
{
    private readonly Action<T, TValue> _set = Setter<TValue>(property);

    public override string Sample => sample;

    public override bool TryRead(ref Utf8JsonReader reader, T item, PageContext page)
    {
        if (!tryRead(ref reader, out TValue value))
        {
            return false;
        }

        _set(item, value);
        return true;
    }
}
