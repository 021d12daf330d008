using EnPower.Endpoints;
using EnPower.Http;

namespace EnPower.RawRequests;

/// <summary>An address from a user, validated to be a path of EnPower on the endpoint.</summary>
internal sealed record RequestAddress
{
    private RequestAddress(string path, IReadOnlyList<(string Name, string Value)> query, bool isWhole)
    {
        Path = path;
        Query = query;
        IsWhole = isWhole;
    }

    /// <summary>Gets the path, relative to the endpoint.</summary>
    public string Path { get; }

    /// <summary>Gets the query parameters.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; }

    /// <summary>Gets whether the user gave an absolute address, such as a link of the API to its next page.</summary>
    public bool IsWhole { get; }

    /// <summary>Parses a path with or without <c>/smp</c> and query, or an absolute address on the endpoint.</summary>
    /// <exception cref="EnPowerException">The path is not valid, or leads to another server.</exception>
    public static RequestAddress Parse(string address, Uri endpoint)
    {
        if (address.Any(char.IsControl) || address.IndexOfAny(['\\', '#']) >= 0)
        {
            throw Invalid("contains a control character, a backslash or a #");
        }

        string[] parts = address.Split(['?'], 2);
        string path = Relative(parts[0], endpoint).TrimEnd('/');
        string[] segments = path.Split('/');
        foreach (string segment in segments)
        {
            RequirePlain(segment);
        }

        if (!string.Equals(segments[0], ServicePath.Segment, StringComparison.OrdinalIgnoreCase))
        {
            path = $"{ServicePath.Segment}/{path}";
        }

        RequireNoPlaceholder(path);
        return new RequestAddress(path, parts.Length == 1 ? [] : [.. ParseQuery(parts[1])], isWhole: HasScheme(parts[0]));
    }

    /// <summary>Creates the same address with additional query parameters.</summary>
    /// <exception cref="EnPowerException">A name is empty, or already in the query.</exception>
    public RequestAddress With(IEnumerable<(string Name, string Value)> parameters)
    {
        var query = new List<(string Name, string Value)>(Query);
        foreach ((string name, string value) in parameters)
        {
            if (name.Length == 0)
            {
                throw new EnPowerException(EnPowerErrorId.InvalidQuery, "A query parameter has no name.");
            }

            if (query.Any(given => string.Equals(given.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new EnPowerException(EnPowerErrorId.InvalidQuery, $"The query parameter {name} is set twice.");
            }

            query.Add((name, value));
        }

        return new RequestAddress(Path, query, IsWhole);
    }

    private static string Relative(string path, Uri endpoint)
    {
        if (!HasScheme(path))
        {
            return path.StartsWith("/", StringComparison.Ordinal) ? path.Substring(1) : path;
        }

        // The address has a scheme. Its origin is compared in normalized form, its path in raw form, because .NET resolves dot
        // segments.
        string[] parts = path.Split(['/'], 4);
        string start = endpoint.AbsolutePath;
        return Uri.TryCreate(path, UriKind.Absolute, out Uri? target)
            && target.HasOriginOf(endpoint)
            && target.UserInfo.Length == 0
            && parts.Length == 4 && parts[1].Length == 0
            && ("/" + parts[3]).StartsWith(start, StringComparison.OrdinalIgnoreCase)
                ? ("/" + parts[3]).Substring(start.Length)
                : throw Invalid($"is neither a path nor an address that starts with {endpoint.AbsoluteUri}");
    }

    // The server may decode a segment repeatedly, so nested encodings of dots and slashes are decoded first.
    private static void RequirePlain(string segment)
    {
        string decoded = segment;
        for (string encoded = string.Empty; encoded != decoded;)
        {
            encoded = decoded;
            decoded = Uri.UnescapeDataString(encoded);
        }

        if (decoded is "" or "." or "..")
        {
            throw Invalid("contains an empty segment or a dot segment");
        }

        if (decoded.IndexOfAny(['/', '\\']) >= 0 || decoded.Any(char.IsControl))
        {
            throw Invalid("contains an encoded slash, backslash or control character");
        }
    }

    private static bool HasScheme(string path) => path.Split('/')[0].IndexOf(':') >= 0;

    private static void RequireNoPlaceholder(string path)
    {
        string decoded = Uri.UnescapeDataString(path);
        int start = decoded.IndexOfAny(['{', '}']);
        if (start < 0)
        {
            return;
        }

        string placeholder = decoded.Substring(start).Split('/')[0];
        string list = "/" + decoded.Substring(0, start).TrimEnd('/');
        throw Invalid(
            $"contains {placeholder}, a placeholder for an identifier"
            + (Endpoint.At(list) is null
                ? null
                : $". Replace it with an id of {list}, which Invoke-EnPowerRequest {list} lists"));
    }

    private static IEnumerable<(string Name, string Value)> ParseQuery(string query) =>
        query.Split(['&'], StringSplitOptions.RemoveEmptyEntries).Select(static parameter =>
        {
            string[] parts = parameter.Split(['='], 2);
            return (Decode(parts[0]), parts.Length == 1 ? string.Empty : Decode(parts[1]));
        });

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static EnPowerException Invalid(string reason) => new(
        EnPowerErrorId.InvalidPath, $"The path {reason}.");
}
