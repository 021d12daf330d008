using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;

namespace EnPower.Snapshots;

/// <summary>A property of a model, for snapshots.</summary>
internal sealed class ResourceProperty
{
    public ResourceProperty(PropertyInfo property, string field)
    {
        Name = property.Name;
        Field = field;
        Utf8Field = Encoding.UTF8.GetBytes(field);
        IsKey = property.IsDefined(typeof(KeyAttribute), inherit: false);
        IsVolatile = property.IsDefined(typeof(VolatileAttribute), inherit: false);
        IsSecurityRelevant = property.IsDefined(typeof(SecurityRelevantAttribute), inherit: false);
        IsList = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ItemList<>);
        Group = typeof(ApiObject).IsAssignableFrom(property.PropertyType) ? ResourceModel.Of(property.PropertyType) : null;
        Get = Getter(property);
    }

    /// <summary>Gets the name in PowerShell.</summary>
    public string Name { get; }

    /// <summary>Gets the name of the field in the API.</summary>
    public string Field { get; }

    /// <summary>Gets the name of the field in UTF-8.</summary>
    public byte[] Utf8Field { get; }

    public bool IsKey { get; }

    public bool IsVolatile { get; }

    public bool IsSecurityRelevant { get; }

    /// <summary>Gets whether the property is a list, which is empty rather than <see langword="null"/>.</summary>
    public bool IsList { get; }

    /// <summary>Gets the model of the nested object; <see langword="null"/> if the property is not a nested object.</summary>
    public ResourceModel? Group { get; }

    /// <summary>Gets the getter of the property.</summary>
    public Func<ApiObject, object?> Get { get; }

    /// <summary>
    /// Gets the value that the API sent, also one of an undocumented type; <see langword="null"/> for an empty list.
    /// </summary>
    public object? ValueOf(ApiObject item) => TryGetUndocumented(item, out object? value) ? value
        : Get(item) is { } held && !(IsList && held is ICollection { Count: 0 }) ? held : null;

    /// <summary>Gets the value from the additional properties, if its type is undocumented.</summary>
    public bool TryGetUndocumented(ApiObject item, out object? value)
    {
        value = null;
        return item.HasAdditionalProperties && item.AdditionalProperties.Keys.Contains(Field, StringComparer.Ordinal)
            && item.AdditionalProperties.TryGetValue(Field, out value);
    }

    private static Func<ApiObject, object?> Getter(PropertyInfo property)
    {
        ParameterExpression item = Expression.Parameter(typeof(ApiObject));
        Expression value = Expression.Property(Expression.Convert(item, property.DeclaringType!), property);
        return Expression.Lambda<Func<ApiObject, object?>>(Expression.Convert(value, typeof(object)), item).Compile();
    }
}
