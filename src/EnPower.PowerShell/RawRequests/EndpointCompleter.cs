using System.Collections;
using System.Management.Automation.Language;
using EnPower.Endpoints;

namespace EnPower.RawRequests;

/// <summary>Completes the paths of documented endpoints from any part, and shows their results.</summary>
public sealed class EndpointCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string part = wordToComplete.Trim('\'', '"');
        return Endpoint.All
            .Where(endpoint => endpoint.Path.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0)
            .Select(static endpoint => new CompletionResult(
                Quote(endpoint.Path),
                endpoint.Path,
                CompletionResultType.ParameterValue,
                $"{endpoint.Returns}. Query: {string.Join(", ", endpoint.Parameters)}"));
    }

    // Unquoted braces would start a script block.
    private static string Quote(string path) => path.IndexOf('{') < 0 ? path : $"'{path}'";
}
