namespace EnPower.Connections;

/// <summary>Completes the codes of regions, and shows which place each is.</summary>
public sealed class RegionCompleter : WordCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(string word)
    {
        string start = word.Trim('\'', '"');
        return Region.All
            .Where(region => region.Code.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .Select(static region =>
                new CompletionResult(region.Code, region.ToString(), CompletionResultType.ParameterValue, region.Name));
    }
}
