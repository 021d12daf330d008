using System.Text.Json;

namespace EnPower.Emulator;

/// <summary>The documentation of the endpoints, from the description that the client embeds.</summary>
internal sealed record ApiDescription
{
    private const string ResourceName = "endpoints.json";

    public required IReadOnlyDictionary<string, Parameter> Parameters { get; init; }

    /// <summary>The nested objects, by the type names that fields refer to.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, FieldDescription>> Types { get; init; }

    public required IReadOnlyList<Endpoint> Endpoints { get; init; }

    public static ApiDescription Load()
    {
        using Stream description = typeof(ApiDescription).Assembly.GetManifestResourceStream(ResourceName)!;
        return JsonSerializer.Deserialize<ApiDescription>(description, JsonSerializerOptions.Web)!;
    }

    /// <param name="Type">The type: <c>integer</c>, <c>string</c> or <c>datetime</c>.</param>
    /// <param name="Selects">The field whose values the parameter selects by number, starting at 1; 0 selects all.</param>
    /// <param name="Required">Whether a request without it is rejected.</param>
    internal sealed record Parameter(string Type, string? Selects, bool Required);

    /// <param name="Path">A route pattern, with identifiers in braces.</param>
    /// <param name="AlsoAt">A second path, where the documentation contradicts itself.</param>
    /// <param name="List">Name of the array in the response.</param>
    /// <param name="Parameters">Names of the query parameters.</param>
    /// <param name="Fields">The fields of an item, in the order of the documentation's sample.</param>
    internal sealed record Endpoint(
        string Path,
        string? AlsoAt,
        string List,
        IReadOnlyList<string> Parameters,
        IReadOnlyDictionary<string, FieldDescription> Fields)
    {
        public bool IsPaged => Parameters.Contains("top");

        /// <summary>The field whose values alternate strictly, so that a query for one can compute its items.</summary>
        public string? FieldInTurns(ApiDescription description) => IsPaged
            ? Parameters.Select(name => description.Parameters[name].Selects).FirstOrDefault(field => field is not null)
            : Fields.First().Key;
    }
}
