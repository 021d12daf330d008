namespace EnPower.ResourceMailboxes;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ResourceMailboxPage))]
internal sealed partial class ResourceMailboxJsonContext : JsonSerializerContext;
