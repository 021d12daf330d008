namespace EnPower.Endpoints;

/// <summary>A documented endpoint of the API, from the embedded description.</summary>
internal sealed record Endpoint(string Path, string Returns, IReadOnlyList<string> Parameters)
{
    /// <summary>The query parameter for the page size.</summary>
    public const string PageSizeParameter = "top";

    private const string ResourceName = "endpoints.json";

    private static readonly Lazy<IReadOnlyList<Endpoint>> Documented = new(Load);

    /// <summary>Gets all documented endpoints, loaded on first use.</summary>
    public static IReadOnlyList<Endpoint> All => Documented.Value;

    /// <summary>Gets whether it is documented to take a page size.</summary>
    public bool TakesPageSize => Parameters.Contains(PageSizeParameter);

    /// <summary>Finds the endpoint of a path, which has identifiers in the places of placeholders.</summary>
    public static Endpoint? At(string path)
    {
        string[] segments = path.Trim('/').Split('/');
        return All.FirstOrDefault(endpoint =>
        {
            string[] own = endpoint.Path.Trim('/').Split('/');
            return own.Length == segments.Length && own.Zip(segments, IsMatch).All(static isMatch => isMatch);
        });

        static bool IsMatch(string own, string given) =>
            own[0] == '{' || string.Equals(own, given, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Finds the parameter that a misspelt name was to be: one that is a few letters away from it.</summary>
    public string? NearestParameter(string name)
    {
        const int Few = 2;
        return Parameters
            .Select(parameter => (Name: parameter, Distance: Distance(parameter.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(static candidate => candidate.Distance <= Few)
            .OrderBy(static candidate => candidate.Distance)
            .FirstOrDefault().Name;
    }

    // Levenshtein's: how many letters are to be put in, left out or replaced.
    private static int Distance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }

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
