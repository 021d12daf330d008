using System.Reflection;

namespace EnPower.Json;

/// <summary>
/// Reads a list of objects. The API may also send a single object, or a placeholder, which becomes an empty list, never
/// <see langword="null"/>.
/// </summary>
internal sealed class ListField<T, TObject>(PropertyInfo property) : FieldReader<T>(property)
    where T : ApiObject
    where TObject : ApiObject, new()
{
    private readonly Action<T, ItemList<TObject>> _set = Setter<ItemList<TObject>>(property);

    public override string Sample => $"[{ItemReader<TObject>.Instance.Sample}]";

    public override bool TryRead(ref Utf8JsonReader reader, T item, PageContext page)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            bool isRead = ObjectField<T, TObject>.TryReadObject(ref reader, page, Name, out TObject? only);
            if (only is not null)
            {
                _set(item, new ItemList<TObject>([only]));
            }

            return isRead;
        }

        Utf8JsonReader start = reader;
        List<TObject>? objects = null;
        bool isComplete = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            page.CountValue();
            if (!ObjectField<T, TObject>.TryReadObject(ref reader, page, Name, out TObject? value))
            {
                isComplete = false;
                reader.Skip();
            }
            else if (value is not null)
            {
                (objects ??= []).Add(value);
            }
        }

        if (objects is not null)
        {
            _set(item, new ItemList<TObject>(objects.ToArray()));
        }

        // Some items are not objects: the complete list is kept as well.
        if (!isComplete)
        {
            reader = start;
        }

        return isComplete;
    }
}
