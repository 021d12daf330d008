namespace EnPower.Endpoints;

/// <summary>A documented endpoint of the API, from the embedded description.</summary>
internal sealed record Endpoint(string Path, string Returns, IReadOnlyList<string> Parameters)
{
    private const string ResourceName = "endpoints.json";

    private static readonly Lazy<IReadOnlyList<Endpoint>> Documented = new(Load);

    /// <summary>Gets all documented endpoints, loaded on first use.</summary>
    public static IReadOnlyList<Endpoint> All => Documented.Value;

    private static IReadOnlyList<Endpoint> Load()
    {
        using Stream description = typeof(Endpoint).Assembly.GetManifestResourceStream(ResourceName)!;
        using var document = JsonDocument.Parse(description);
        return
        [
            .. document.RootElement.GetProperty("endpoints").EnumerateArray().Select(static endpoint => new Endpoint(
                endpoint.GetProperty("path").GetString()!,
                endpoint.GetProperty("returns").GetString()!,
                [.. endpoint.GetProperty("parameters").EnumerateArray().Select(static name => name.GetString()!)])),
        ];
    }
}
