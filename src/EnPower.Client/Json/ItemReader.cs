using System.Reflection;

namespace EnPower.Json;

/// <summary>
/// Reads the objects of a model from JSON. Created once from the properties of the model, in the order of the API: a field
/// in the expected order is found by one comparison, any other is searched.
/// </summary>
internal sealed class ItemReader<T>
    where T : ApiObject, new()
{
    private readonly FieldReader<T>[] _fields =
    [
        .. typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(static property => property.DeclaringType != typeof(ApiObject)
                && property.GetSetMethod(nonPublic: true) is not null)
            .Select(FieldReader<T>.Of),
    ];

    // Few fields have a second name, and few objects use it.
    private readonly (byte[] Utf8Name, int Index)[] _otherNames;

    private ItemReader() => _otherNames =
    [
        .. _fields.SelectMany(static (field, index) => field.OtherUtf8Names.Select(name => (name, index))),
    ];

    // Which name of a field the object has used before. Alternatives include the same name in other casing.
    private enum Seen : byte
    {
        No,
        ByItsName,
        ByAnotherName,
    }

    /// <summary>Gets the reader of this model.</summary>
    public static ItemReader<T> Instance { get; } = new();

    /// <summary>Gets the field readers in the order of the API.</summary>
    public IReadOnlyList<FieldReader<T>> Fields => _fields;

    /// <summary>Gets a sample object with every field, in JSON.</summary>
    public string Sample => $"{{{string.Join(",", _fields.Select(static reader => $"\"{reader.Name}\":{reader.Sample}"))}}}";

    /// <summary>Reads the current object.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="page">The state of the page.</param>
    /// <param name="named">
    /// Receives true for each field that the object has, by its index in <see cref="Fields"/>; may be empty.
    /// </param>
    public T Read(ref Utf8JsonReader reader, PageContext page, scoped Span<bool> named = default)
    {
        page.CountValue();
        var item = new T();
        Span<Seen> seen = stackalloc Seen[_fields.Length];
        int expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int index = Find(ref reader, expected, out Seen name);
            if (index < 0 || (seen[index] != Seen.No && (seen[index] != Seen.ByItsName || name != Seen.ByItsName)))
            {
                KeepField(ref reader, item, page);
                continue;
            }

            seen[index] = name;
            if (!named.IsEmpty)
            {
                named[index] = true;
            }

            expected = index + 1;
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null && !_fields[index].TryRead(ref reader, item, page))
            {
                page.AddMismatch(_fields[index].Name);
                item.Keep(_fields[index].Name, PlainValue.Read(ref reader, page));
            }
        }

        return item;
    }

    private static void KeepField(ref Utf8JsonReader reader, T item, PageContext page)
    {
        string name = JsonText.Read(ref reader);
        reader.Read();
        item.Keep(name, PlainValue.Read(ref reader, page));
    }

    private int Find(ref Utf8JsonReader reader, int expected, out Seen name)
    {
        ReadOnlySpan<byte> written = JsonText.Utf8(ref reader);
        name = Seen.ByItsName;
        for (int i = expected; i < _fields.Length; i++)
        {
            if (written.SequenceEqual(_fields[i].Utf8Name))
            {
                return i;
            }
        }

        for (int i = 0; i < expected; i++)
        {
            if (written.SequenceEqual(_fields[i].Utf8Name))
            {
                return i;
            }
        }

        name = Seen.ByAnotherName;
        foreach ((byte[] other, int index) in _otherNames)
        {
            if (JsonText.EqualsInAnyCasing(written, other))
            {
                return index;
            }
        }

        for (int i = 0; i < _fields.Length; i++)
        {
            if (JsonText.EqualsInAnyCasing(written, _fields[i].Utf8Name))
            {
                return i;
            }
        }

        return -1;
    }
}
