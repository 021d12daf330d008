namespace EnPower.Connections;

/// <summary>
/// Completes the last error, where a read can go on from it, and the variables that hold such an error or link.
/// </summary>
public sealed class ResumePointCompleter : WordCompleter
{
    private const string LastError = "$Error[0]";

    private protected override IEnumerable<CompletionResult> Complete(string word)
    {
        // Links as text and the list of all errors are not useful completions.
        IEnumerable<CompletionResult> variables = SessionVariables
            .Complete(word, static value => value is not string && ResumePoint.IsIn(value))
            .Where(static variable => variable.CompletionText != "$Error");
        bool isLast = LastError.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            && SessionVariables.LastError() is { } error && ResumePoint.IsIn(error);
        return isLast
            ? variables.Prepend(
                new CompletionResult(LastError, LastError, CompletionResultType.Variable, "The error that came last"))
            : variables;
    }
}
