using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using EnPower.Endpoints;
using EnPower.Paging;

namespace EnPower;

/// <summary>Models and the description of the API, side by side, and how an object that was read compares with its JSON.</summary>
internal static class ModelDescription
{
    public static JsonElement Api { get; } = JsonDocument
        .Parse(typeof(Endpoint).Assembly.GetManifestResourceStream("endpoints.json")!).RootElement;

    /// <summary>Gets the models of lists, by name.</summary>
    public static IReadOnlyDictionary<string, Type> Models { get; } = typeof(ApiObject).Assembly.GetExportedTypes()
        .Where(type => type.GetCustomAttribute<ApiListAttribute>() is not null)
        .ToDictionary(type => type.Name);

    public static ApiListAttribute ListOf(Type model) => model.GetCustomAttribute<ApiListAttribute>()!;

    /// <summary>Gets the path of a model's list as the description has it.</summary>
    public static string PathOf(Type model) => "/" + ListOf(model).Path.Split('?')[0];

    public static JsonElement EndpointOf(Type model) =>
        Api.GetProperty("endpoints").EnumerateArray().Single(endpoint => endpoint.GetProperty("path").GetString() == PathOf(model));

    /// <summary>Gets the properties that are read from fields.</summary>
    public static IEnumerable<PropertyInfo> FieldsOf(Type model) => PropertiesOf(model)
        .Where(property => property.GetSetMethod(nonPublic: true) is not null && !IsOfParent(property));

    /// <summary>Gets the properties that a model adds to those of every object.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type model) => model
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.DeclaringType != typeof(ApiObject));

    public static bool IsOfParent(PropertyInfo property) => property.GetCustomAttribute<FromParentAttribute>() is not null;

    /// <summary>Gets what the API calls the field of a property.</summary>
    public static IReadOnlyList<string> NamesOf(PropertyInfo property) =>
        property.GetCustomAttribute<ApiNameAttribute>() is { } name
            ? [name.Name, .. name.Others]
            : [char.ToLowerInvariant(property.Name[0]) + property.Name[1..]];

    /// <summary>Gets the model of an object, or of those of a list, that a property holds.</summary>
    public static Type? NestedModelOf(PropertyInfo property)
    {
        Type type = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        return typeof(ApiObject).IsAssignableFrom(type) ? type : null;
    }

    /// <summary>Reads a page by a model.</summary>
    public static IReadOnlyList<ApiObject> Read(Type model, string page)
    {
        var query = (PageQuery)Activator.CreateInstance(typeof(ListQuery<>).MakeGenericType(model))!;
        return [.. query.ParsePage(new ArraySegment<byte>(Encoding.UTF8.GetBytes(page))).Items!.Cast<ApiObject>()];
    }

    /// <summary>Asserts that every field is in the property that is named so, and none in AdditionalProperties.</summary>
    public static void AssertReadWhole(JsonElement written, ApiObject read)
    {
        Assert.Empty(read.AdditionalProperties);
        foreach (JsonProperty field in written.EnumerateObject())
        {
            PropertyInfo property = Assert.Single(
                FieldsOf(read.GetType()), candidate => NamesOf(candidate).Contains(field.Name, StringComparer.OrdinalIgnoreCase));
            AssertRead(field.Value, property.GetValue(read), property);
        }
    }

    private static void AssertRead(JsonElement written, object? read, PropertyInfo property)
    {
        string? text = written.ValueKind == JsonValueKind.String ? written.GetString() : null;
        bool isPlaceholder = written.ValueKind == JsonValueKind.Null || text is "" or "N/A";
        switch (read)
        {
            case string value:
                Assert.Equal(text, value);
                break;
            case null:
                Assert.True(isPlaceholder || text?.StartsWith("0001-", StringComparison.Ordinal) == true, $"{property.Name}: {written}");
                break;
            case long or bool:
                Assert.Equal(text ?? written.GetRawText(), Convert.ToString(read, CultureInfo.InvariantCulture), ignoreCase: true);
                break;
            case Enum value:
                Assert.Equal(written.GetInt32(), Convert.ToInt32(value, CultureInfo.InvariantCulture));
                break;
            case DateTime value:
                Assert.Equal(DateTime.Parse(text!, CultureInfo.InvariantCulture), value);
                Assert.Equal(DateTimeKind.Unspecified, value.Kind);
                break;
            case ApiObject value:
                AssertReadWhole(written, value);
                break;
            case IEnumerable values when property.PropertyType.IsGenericType:
                AssertListRead(written, isPlaceholder, values.Cast<object>().ToArray());
                break;
            default:
                Assert.Equal(typeof(object), property.PropertyType);
                break;
        }
    }

    private static void AssertListRead(JsonElement written, bool isPlaceholder, object[] read)
    {
        JsonElement list = written.ValueKind == JsonValueKind.String && !isPlaceholder
            ? JsonDocument.Parse(written.GetString()!).RootElement
            : written;
        JsonElement[] items = isPlaceholder ? [] : list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [list];
        Assert.Equal(items.Length, read.Length);
        foreach ((JsonElement item, object value) in items.Zip(read))
        {
            if (value is ApiObject nested)
            {
                AssertReadWhole(item, nested);
            }
            else
            {
                Assert.Equal(item.GetString(), value);
            }
        }
    }
}
