using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using EnPower.Endpoints;
using EnPower.Paging;

namespace EnPower;

/// <summary>Compares models with the description of the API, and objects with their JSON.</summary>
internal static class ModelDescription
{
    public static JsonElement Api { get; } = JsonDocument
        .Parse(typeof(Endpoint).Assembly.GetManifestResourceStream("endpoints.json")!).RootElement;

    /// <summary>Gets the models of lists, by name.</summary>
    public static IReadOnlyDictionary<string, Type> Models { get; } = typeof(ApiObject).Assembly.GetExportedTypes()
        .Where(type => type.GetCustomAttribute<ApiListAttribute>() is not null)
        .ToDictionary(type => type.Name);

    public static ApiListAttribute ListOf(Type model) => model.GetCustomAttribute<ApiListAttribute>()!;

    /// <summary>Gets the path of the list of a model in the description.</summary>
    public static string PathOf(Type model) => "/" + ListOf(model).Path.Split('?')[0];

    public static JsonElement EndpointOf(Type model) =>
        Api.GetProperty("endpoints").EnumerateArray()
            .Single(endpoint => endpoint.GetProperty("path").GetString() == PathOf(model));

    /// <summary>Gets the properties that are read from fields.</summary>
    public static IEnumerable<PropertyInfo> FieldsOf(Type model) => PropertiesOf(model)
        .Where(property => property.GetSetMethod(nonPublic: true) is not null && !IsOfParent(property));

    /// <summary>Gets the properties of a model, without those of <see cref="ApiObject"/>.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type model) => model
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.DeclaringType != typeof(ApiObject));

    public static bool IsOfParent(PropertyInfo property) => property.GetCustomAttribute<FromParentAttribute>() is not null;

    /// <summary>Gets the name of the field of a property in the API.</summary>
    public static IReadOnlyList<string> NamesOf(PropertyInfo property) =>
        property.GetCustomAttribute<ApiNameAttribute>() is { } name
            ? [name.Name, .. name.Others]
            : [char.ToLowerInvariant(property.Name[0]) + property.Name[1..]];

    /// <summary>Gets the model of a nested object or of the items of a list.</summary>
    public static Type? NestedModelOf(PropertyInfo property)
    {
        Type type = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        return typeof(ApiObject).IsAssignableFrom(type) ? type : null;
    }

    /// <summary>Reads a page of a model.</summary>
    public static IReadOnlyList<ApiObject> Read(Type model, string page)
    {
        var query = (PageQuery)Activator.CreateInstance(typeof(ListQuery<>).MakeGenericType(model))!;
        return [.. query.ParsePage(new ArraySegment<byte>(Encoding.UTF8.GetBytes(page))).Items!.Cast<ApiObject>()];
    }

    /// <summary>Asserts that every field is in its property, and none in AdditionalProperties.</summary>
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
                Assert.True(
                    isPlaceholder || text?.StartsWith("0001-", StringComparison.Ordinal) == true, $"{property.Name}: {written}");
                break;
            case long or bool:
                Assert.Equal(
                    text ?? written.GetRawText(), Convert.ToString(read, CultureInfo.InvariantCulture), ignoreCase: true);
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
