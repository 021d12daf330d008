using System.Collections.Concurrent;
using System.Reflection;
using EnPower.Json;

namespace EnPower.Snapshots;

/// <summary>A model as snapshots see it: what it is called, what properties it has, and how an object is read from a line.</summary>
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

    /// <summary>Gets what the resource is called in a snapshot: the name of its model.</summary>
    public string Name => Type.Name;

    /// <summary>Gets the properties in the API's order.</summary>
    public IReadOnlyList<ResourceProperty> Properties { get; }

    /// <summary>Gets the properties that tell an object from others.</summary>
    public IReadOnlyList<ResourceProperty> Key { get; }

    /// <summary>Gets the property that people know an object by; <see langword="null"/> where there is none.</summary>
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

    /// <summary>Reads an object from a line that has nothing else.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public ApiObject Read(ArraySegment<byte> line)
    {
        var reader = new Utf8JsonReader(line, SnapshotReader.ReaderOptions);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The line is no JSON object.");
        }

        ApiObject item = _read(ref reader, new PageContext());

        // Whatever follows on the line is no JSON.
        reader.Read();
        return item;
    }

    /// <summary>Gets the key of an object as people read it.</summary>
    public string KeyOf(ApiObject item) => string.Join("/", Key.Select(property => property.Get(item)));

    private static ResourceModel Create<T>()
        where T : ApiObject, new() => new(
            typeof(T),
            [.. ItemReader<T>.Instance.Fields.Select(static field => new ResourceProperty(field.Property, field.Name))],
            static (ref Utf8JsonReader reader, PageContext page) => ItemReader<T>.Instance.Read(ref reader, page));
}
