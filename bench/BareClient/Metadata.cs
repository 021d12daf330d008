using System.Text.Json;

namespace BareClient;

internal sealed class Metadata
{
    public int? MetadataType { get; set; }

    public JsonElement? Value { get; set; }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public JsonElement? MetadataSetting { get; set; }
}
