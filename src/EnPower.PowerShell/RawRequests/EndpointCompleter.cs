using EnPower.Endpoints;

namespace EnPower.RawRequests;

/// <summary>
/// Completes the paths of documented endpoints from any part, up to the identifiers in them, and shows their results.
/// </summary>
public sealed class EndpointCompleter : WordCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(string word)
    {
        string part = word.Trim('\'', '"');
        return
        [
            .. from endpoint in Endpoint.All
               let completed = Complete(endpoint.Path, part)
               where completed is not null
               select new CompletionResult(
                   completed,
                   endpoint.Path,
                   CompletionResultType.ParameterValue,
                   $"{endpoint.Returns}. Query: {string.Join(", ", endpoint.Parameters)}"),
        ];
    }

    /// <summary>Completes a path up to the identifier that a user gives, and after one that is given.</summary>
    private static string? Complete(string path, string part)
    {
        int start = path.IndexOf('{');
        bool isMatch = path.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
        if (start < 0)
        {
            return isMatch ? path : null;
        }

        string before = path.Substring(0, start);
        if (isMatch)
        {
            return before;
        }

        string after = path.Substring(path.IndexOf('}') + 1);
        int end = part.Length > start ? part.IndexOf('/', start) : -1;
        return end > start && part.StartsWith(before, StringComparison.OrdinalIgnoreCase)
            && after.StartsWith(part.Substring(end), StringComparison.OrdinalIgnoreCase)
                ? part.Substring(0, end) + after
                : null;
    }
}
