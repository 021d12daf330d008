using System.Collections;
using System.Globalization;
using System.Reflection;

namespace EnPower.Output;

/// <summary>
/// Restores objects that Import-Clixml, a job or a remote session deserialized. EnPower.types.ps1xml registers this converter
/// for every resource. PowerShell does not call it before the module is imported, nor in Constrained Language Mode. Objects
/// then stay deserialized.
/// </summary>
public sealed class ApiObjectConverter : PSTypeConverter
{
    private const string DeserializedPrefix = "Deserialized.";

    /// <inheritdoc/>
    public override bool CanConvertFrom(PSObject sourceValue, Type destinationType) => ModelOf(sourceValue) is not null;

    /// <inheritdoc/>
    public override object ConvertFrom(
        PSObject sourceValue,
        Type destinationType,
        IFormatProvider formatProvider,
        bool ignoreCase) =>
        Restore(sourceValue);

    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertFrom(
        object sourceValue,
        Type destinationType,
        IFormatProvider formatProvider,
        bool ignoreCase) =>
        throw new PSInvalidCastException();

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException();

    private static Type? ModelOf(PSObject source) =>
        source.TypeNames.FirstOrDefault() is { } name
        && name.StartsWith(DeserializedPrefix, StringComparison.Ordinal)
        && typeof(ApiObject).Assembly.GetType(name.Substring(DeserializedPrefix.Length)) is { IsAbstract: false } type
        && typeof(ApiObject).IsAssignableFrom(type)
            ? type
            : null;

    private static PSObject Restore(PSObject source)
    {
        Type model = ModelOf(source) ?? throw new PSInvalidCastException();
        var item = (ApiObject)Activator.CreateInstance(model)!;
        foreach (PropertyInfo property in model.GetProperties()
            .Where(property => property.GetSetMethod(nonPublic: true) is not null))
        {
            if (source.Properties[property.Name]?.Value is { } value && Convert(value, property.PropertyType) is { } converted)
            {
                property.SetValue(item, converted);
            }
        }

        if (Unwrap(source.Properties[nameof(ApiObject.AdditionalProperties)]?.Value) is IDictionary fields)
        {
            foreach (DictionaryEntry field in fields)
            {
                item.Keep((string)field.Key, Plain(field.Value));
            }
        }

        // Keeps properties that a script has added.
        PSObject result = PSObject.AsPSObject(item);
        foreach (PSNoteProperty note in source.Properties.OfType<PSNoteProperty>()
            .Where(note => result.Properties[note.Name] is null))
        {
            result.Properties.Add(new PSNoteProperty(note.Name, note.Value));
        }

        return result;
    }

    private static object? Convert(object value, Type type)
    {
        object? plain = Unwrap(value);
        if (type == typeof(object))
        {
            return Plain(value);
        }

        if (type.IsInstanceOfType(plain))
        {
            return plain;
        }

        if (Nullable.GetUnderlyingType(type) is { IsEnum: true } enumeration)
        {
            return Enum.ToObject(enumeration, plain!);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ItemList<>))
        {
            Type itemType = type.GetGenericArguments()[0];
            object?[] items = plain is IEnumerable list and not string ? [.. list.Cast<object?>()] : [plain];
            var typed = Array.CreateInstance(itemType, items.Length);
            for (int i = 0; i < items.Length; i++)
            {
                typed.SetValue(items[i] is { } item ? Convert(item, itemType) : null, i);
            }

            return Activator.CreateInstance(type, typed);
        }

        return typeof(ApiObject).IsAssignableFrom(type)
            ? Restore(PSObject.AsPSObject(value)).BaseObject
            : LanguagePrimitives.ConvertTo(plain, type, CultureInfo.InvariantCulture);
    }

    private static object? Plain(object? value)
    {
        switch (Unwrap(value))
        {
            case IDictionary members:
                FieldDictionary? fields = FieldDictionary.Create();
                foreach (DictionaryEntry member in members)
                {
                    FieldDictionary.Add(ref fields, (string)member.Key, Plain(member.Value));
                }

                return fields;
            case IEnumerable items and not string:
                return new ItemList<object?>([.. items.Cast<object?>().Select(Plain)]);
            case var plain:
                return plain;
        }
    }

    private static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject and var inner } ? inner : value;
}
