using EnPower.Endpoints;
using EnPower.Http;

namespace EnPower.Requests;

/// <summary>What to ask the API for, as a user wrote it: checked to lead nowhere but to EnPower on the given endpoint.</summary>
internal sealed record RequestAddress
{
    private const string Service = "smp";

    private RequestAddress(string path, IReadOnlyList<(string Name, string Value)> query, bool isWhole)
    {
        Path = path;
        Query = query;
        IsWhole = isWhole;
    }

    /// <summary>Gets the path, relative to the endpoint.</summary>
    public string Path { get; }

    /// <summary>Gets names and values of the query.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; }

    /// <summary>Gets whether a whole address was given, as the API itself makes them for its next pages.</summary>
    public bool IsWhole { get; }

    /// <summary>Reads an address: a path with or without <c>/smp</c> and query, or a whole address on the endpoint.</summary>
    /// <exception cref="EnPowerException">The path is none, or leads elsewhere.</exception>
    public static RequestAddress Parse(string address, Uri endpoint)
    {
        if (address.Any(char.IsControl) || address.IndexOfAny(['\\', '#']) >= 0)
        {
            throw Invalid("has a control character, a backslash or a #");
        }

        string[] parts = address.Split(['?'], 2);
        string path = Relative(parts[0], endpoint).TrimEnd('/');
        string[] segments = path.Split('/');
        foreach (string segment in segments)
        {
            RequirePlain(segment);
        }

        if (!string.Equals(segments[0], Service, StringComparison.OrdinalIgnoreCase))
        {
            path = $"{Service}/{path}";
        }

        RequireNoPlaceholder(path);
        return new RequestAddress(path, parts.Length == 1 ? [] : [.. ParseQuery(parts[1])], isWhole: HasScheme(parts[0]));
    }

    /// <summary>Makes the same address with further parameters.</summary>
    /// <exception cref="EnPowerException">A name is empty, or is in the query already.</exception>
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
                throw new EnPowerException(EnPowerErrorId.InvalidQuery, $"The query parameter {name} is given twice.");
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

        // It has a scheme. The origin can be written in several ways; the path is taken as it is written, before .NET would
        // resolve the dots in it.
        string[] parts = path.Split(['/'], 4);
        string start = endpoint.AbsolutePath;
        return Uri.TryCreate(path, UriKind.Absolute, out Uri? target)
            && target.HasOriginOf(endpoint)
            && target.UserInfo.Length == 0
            && parts.Length == 4 && parts[1].Length == 0
            && ("/" + parts[3]).StartsWith(start, StringComparison.OrdinalIgnoreCase)
                ? ("/" + parts[3]).Substring(start.Length)
                : throw Invalid($"is neither a path nor an address that begins with {endpoint.AbsoluteUri}");
    }

    // As the server may decode it: however often a dot or a slash is encoded, it is one.
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
            throw Invalid("has an empty segment, or one that is a dot or two");
        }

        if (decoded.IndexOfAny(['/', '\\']) >= 0 || decoded.Any(char.IsControl))
        {
            throw Invalid("has an encoded slash, backslash or control character");
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
            $"has {placeholder}, which stands for an identifier"
            + (Endpoint.At(list) is null ? null : $". Put the id of one of {list} in its place: Invoke-EnPowerRequest {list} lists them"));
    }

    private static IEnumerable<(string Name, string Value)> ParseQuery(string query) =>
        query.Split(['&'], StringSplitOptions.RemoveEmptyEntries).Select(static parameter =>
        {
            string[] parts = parameter.Split(['='], 2);
            return (Decode(parts[0]), parts.Length == 1 ? string.Empty : Decode(parts[1]));
        });

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static EnPowerException Invalid(string reason) => new(
        EnPowerErrorId.InvalidPath, $"The path {reason}. A path is such as /smp/powerplatform/environments.");
}
