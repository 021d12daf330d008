using System.Management.Automation.Language;

namespace EnPower.Connections;

/// <summary>Completes the names of open connections, and the variables that hold one.</summary>
public sealed class ConnectionCompleter : WordCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(string word)
    {
        string start = word.Trim('\'', '"');
        IEnumerable<CompletionResult> names = RunspaceConnections.Current.Open
            .Where(connection => connection.Name?.StartsWith(start, StringComparison.OrdinalIgnoreCase) == true)
            .Select(static connection => new CompletionResult(
                Quote(connection.Name!), connection.Name, CompletionResultType.ParameterValue, connection.ToString()));
        return names.Concat(SessionVariables.Complete(start, static value => value is EnPowerConnection));
    }

    private static string Quote(string name) =>
        name.All(static character => char.IsLetterOrDigit(character) || character is '.' or '_')
            ? name
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'";
}
