using System.Text.Json.Serialization.Metadata;

namespace EnPower.Json;

/// <summary>How the API's JSON is read, whichever resource it is of.</summary>
internal static class ApiJson
{
    /// <summary>Makes the contract of a type.</summary>
    /// <param name="resource">The context of the resource, which knows the type and all in it.</param>
    public static JsonTypeInfo<T> ContractOf<T>(JsonSerializerContext resource)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            PropertyNameCaseInsensitive = true,
            AllowTrailingCommas = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            Converters =
            {
                new TextConverter(), new IntegerConverter(), new BooleanConverter(), new DateConverter(), new AnyValueConverter(),
            },
            TypeInfoResolver = resource,
        };
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }
}
