using System.Reflection;
using System.Text;

namespace EnPower.Json;

/// <summary>Reads one field of a model. The type of the property determines how.</summary>
internal abstract class FieldReader<T>
    where T : ApiObject
{
    protected FieldReader(PropertyInfo property)
    {
        Property = property;
        ApiNameAttribute? name = property.GetCustomAttribute<ApiNameAttribute>();
        Name = name?.Name ?? char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);
        Utf8Name = Encoding.UTF8.GetBytes(Name);
        OtherUtf8Names = [.. (name?.Others ?? []).Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>Gets the property that receives the value.</summary>
    public PropertyInfo Property { get; }

    /// <summary>
    /// Gets the name of the field in the API: the one of <see cref="ApiNameAttribute"/>, else the name of the property in camel
    /// case.
    /// </summary>
    public string Name { get; }

    /// <summary>Gets the name in UTF-8.</summary>
    public byte[] Utf8Name { get; }

    /// <summary>Gets alternative names of the field in UTF-8.</summary>
    public IReadOnlyList<byte[]> OtherUtf8Names { get; }

    /// <summary>Gets a sample value in JSON, to warm up the parser.</summary>
    public abstract string Sample { get; }

    /// <summary>Creates the reader of a property.</summary>
    public static FieldReader<T> Of(PropertyInfo property)
    {
        Type type = property.PropertyType;
        if (type == typeof(string))
        {
            return new TextField<T>(property);
        }

        if (type == typeof(long?))
        {
            return new ValueField<T, long?>(property, JsonInteger.TryRead, "1");
        }

        if (type == typeof(bool?))
        {
            return new ValueField<T, bool?>(property, JsonBoolean.TryRead, "true");
        }

        if (type == typeof(DateTime?))
        {
            return new ValueField<T, DateTime?>(property, JsonDate.TryRead, "\"2024-02-29 06:27:18\"");
        }

        if (type == typeof(object))
        {
            return new PlainField<T>(property);
        }

        if (type == typeof(ItemList<string>))
        {
            return new TextListField<T>(property);
        }

        (Type definition, Type argument) = Nullable.GetUnderlyingType(type) is { IsEnum: true } enumeration
            ? (typeof(EnumField<,>), enumeration)
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ItemList<>)
                ? (typeof(ListField<,>), type.GetGenericArguments()[0])
                : (typeof(ObjectField<,>), type);
        return (FieldReader<T>)Activator.CreateInstance(definition.MakeGenericType(typeof(T), argument), property)!;
    }

    /// <summary>Reads the current value into the property.</summary>
    /// <returns>Whether the property holds the complete value. If not, the reader has not advanced.</returns>
    public abstract bool TryRead(ref Utf8JsonReader reader, T item, PageContext page);

    /// <summary>Creates a delegate of the setter, which is faster than reflection.</summary>
    private protected static Action<T, TValue> Setter<TValue>(PropertyInfo property) =>
        (Action<T, TValue>)Delegate.CreateDelegate(typeof(Action<T, TValue>), property.GetSetMethod(nonPublic: true)!);
}
