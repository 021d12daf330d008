using System.Collections.Concurrent;
using System.Reflection;
using EnPower.Json;

namespace EnPower.Snapshots;

/// <summary>The name, the properties and the reader of a model, for snapshots.</summary>
internal sealed class ResourceModel
{
    private static readonly ConcurrentDictionary<Type, ResourceModel> ByType = new();

    private readonly ObjectReader _read;

    private ResourceModel(Type type, IReadOnlyList<ResourceProperty> properties, ObjectReader read)
    {
        Type = type;
        Properties = properties;
        Key = [.. properties.Where(static property => property.IsKey)];
        DisplayName = Find("DisplayName") ?? Find("Name") ?? FindEnding("DisplayName") ?? FindEnding("Name");
        _read = read;

        ResourceProperty? Find(string name) => properties.FirstOrDefault(property => property.Name == name);

        ResourceProperty? FindEnding(string name) =>
            properties.FirstOrDefault(property => property.Name.EndsWith(name, StringComparison.Ordinal));
    }

    private delegate ApiObject ObjectReader(ref Utf8JsonReader reader, PageContext page);

    public Type Type { get; }

    /// <summary>Gets the name of the resource in a snapshot: the name of its model.</summary>
    public string Name => Type.Name;

    /// <summary>Gets the properties in the order of the API.</summary>
    public IReadOnlyList<ResourceProperty> Properties { get; }

    /// <summary>Gets the properties that identify an object.</summary>
    public IReadOnlyList<ResourceProperty> Key { get; }

    /// <summary>Gets the property with the display name; <see langword="null"/> if there is none.</summary>
    public ResourceProperty? DisplayName { get; }

    /// <summary>Gets the models of the resources that the API lists.</summary>
    public static IEnumerable<Type> Resources => typeof(ApiObject).Assembly.GetExportedTypes()
        .Where(static type => type.IsDefined(typeof(ApiListAttribute), inherit: false));

    public static ResourceModel Of(Type type) => ByType.GetOrAdd(type, static type =>
        (ResourceModel)typeof(ResourceModel).GetMethod(nameof(Create), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type).Invoke(obj: null, parameters: null)!);

    /// <summary>Finds the model of a resource by its name.</summary>
    public static ResourceModel? Find(string name) =>
        Resources.FirstOrDefault(type => type.Name == name) is { } type ? Of(type) : null;

    /// <summary>Reads the object of a line.</summary>
    /// <exception cref="JsonException">The line is not a JSON object.</exception>
    public ApiObject Read(ArraySegment<byte> line)
    {
        var reader = new Utf8JsonReader(line, JsonOptions.Snapshot);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The line is not a JSON object.");
        }

        ApiObject item = _read(ref reader, new PageContext());

        // Fails if anything follows on the line.
        reader.Read();
        return item;
    }

    /// <summary>Gets the key of an object as text.</summary>
    public string KeyOf(ApiObject item) => string.Join("/", Key.Select(property => property.Get(item)));

    private static ResourceModel Create<T>()
        where T : ApiObject, new() => new(
            typeof(T),
            [.. ItemReader<T>.Instance.Fields.Select(static field => new ResourceProperty(field.Property, field.Name))],
            static (ref Utf8JsonReader reader, PageContext page) => ItemReader<T>.Instance.Read(ref reader, page));
}
