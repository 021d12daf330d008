using System.Collections;
using System.Management.Automation.Language;

namespace EnPower.Connections;

/// <summary>Completes the codes of regions, and shows which place each is.</summary>
public sealed class RegionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string start = wordToComplete.Trim('\'', '"');
        return Region.All
            .Where(region => region.Code.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .Select(static region =>
                new CompletionResult(region.Code, region.ToString(), CompletionResultType.ParameterValue, region.Name));
    }
}
