using System.Reflection;

namespace EnPower.Json;

/// <summary>
/// Reads an object. The API may also send a placeholder, or a text if the model implements <see cref="IReadableFromText"/>.
/// </summary>
internal sealed class ObjectField<T, TObject>(PropertyInfo property) : FieldReader<T>(property)
    where T : ApiObject
    where TObject : ApiObject, new()
{
    private readonly Action<T, TObject?> _set = Setter<TObject?>(property);

    public override string Sample => ItemReader<TObject>.Instance.Sample;

    /// <summary>Reads an object, a placeholder or a text.</summary>
    /// <returns>Whether the value is one of these. If not, the reader has not advanced.</returns>
    public static bool TryReadObject(ref Utf8JsonReader reader, PageContext page, string field, out TObject? value)
    {
        value = null;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                int before = page.MismatchesOfItem;
                value = ItemReader<TObject>.Instance.Read(ref reader, page);
                page.Qualify(field, before);
                return true;
            case JsonTokenType.Null:
            case JsonTokenType.String when Placeholder.Matches(ref reader):
                return true;
            case JsonTokenType.String when new TObject() is IReadableFromText named:
                named.FromText(JsonText.Read(ref reader));
                value = (TObject)named;
                return true;
            default:
                return false;
        }
    }

    public override bool TryRead(ref Utf8JsonReader reader, T item, PageContext page)
    {
        if (!TryReadObject(ref reader, page, Name, out TObject? value))
        {
            return false;
        }

        _set(item, value);
        return true;
    }
}
