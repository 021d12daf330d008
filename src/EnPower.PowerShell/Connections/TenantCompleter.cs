namespace EnPower.Connections;

/// <summary>Completes the domains of tenants that were seen in this runspace. Asks no server.</summary>
public sealed class TenantCompleter : WordCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(string word)
    {
        string start = word.Trim('\'', '"');

        // A domain comes from a server, and a completion becomes part of a command line.
        return KnownTenants.Current.ByDomain
            .Where(tenant => tenant.Key.StartsWith(start, StringComparison.OrdinalIgnoreCase) && IsHostName(tenant.Key))
            .Select(static tenant =>
                new CompletionResult(
                    tenant.Key, tenant.Key, CompletionResultType.ParameterValue, Describe(tenant.Key, tenant.Value)));
    }

    private static bool IsHostName(string domain) =>
        domain[0] != '-' && domain.All(static character => char.IsLetterOrDigit(character) || character is '.' or '-');

    private static string Describe(string domain, string? id) =>
        string.IsNullOrEmpty(id) ? domain : ControlCharacters.MakeVisible(id!);
}
