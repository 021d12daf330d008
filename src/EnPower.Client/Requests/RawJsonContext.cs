namespace EnPower.Requests;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(object))]
internal sealed partial class RawJsonContext : JsonSerializerContext;
