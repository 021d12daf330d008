using System.Collections;
using System.Management.Automation.Language;

namespace EnPower;

/// <summary>Completes an argument by the word that the user has typed, and nothing else of the command line.</summary>
public abstract class WordCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) => Complete(wordToComplete);

    /// <summary>Gets the completions of a word, which may begin with a quotation mark.</summary>
    private protected abstract IEnumerable<CompletionResult> Complete(string word);
}
