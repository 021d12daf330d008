using System.Text.Json.Serialization;

namespace BareClient;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(DateConverter)])]
[JsonSerializable(typeof(Page))]
internal sealed partial class PageContext : JsonSerializerContext;
