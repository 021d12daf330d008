using System.Reflection;

namespace EnPower.Json;

/// <summary>
/// A list of objects. The API may also send its only item bare, or a placeholder: the list is empty then, never
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
        bool isWhole = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            page.CountValue();
            if (!ObjectField<T, TObject>.TryReadObject(ref reader, page, Name, out TObject? value))
            {
                isWhole = false;
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

        // Some item is none: the list is kept as it came, beside those that are.
        if (!isWhole)
        {
            reader = start;
        }

        return isWhole;
    }
}
