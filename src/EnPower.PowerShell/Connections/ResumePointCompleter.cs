using System.Collections;
using System.Management.Automation.Language;

namespace EnPower.Connections;

/// <summary>Completes the last error, where a read can go on from it, and the variables that hold such an error or link.</summary>
public sealed class ResumePointCompleter : IArgumentCompleter
{
    private const string LastError = "$Error[0]";

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        // Links as text and the list of all errors are not useful completions.
        IEnumerable<CompletionResult> variables = SessionVariables
            .Complete(wordToComplete, static value => value is not string && ResumePoint.IsIn(value))
            .Where(static variable => variable.CompletionText != "$Error");
        bool isLast = LastError.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase)
            && SessionVariables.LastError() is { } error && ResumePoint.IsIn(error);
        return isLast
            ? variables.Prepend(new CompletionResult(LastError, LastError, CompletionResultType.Variable, "The error that came last"))
            : variables;
    }
}
