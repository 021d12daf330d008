namespace EnPower.Connections;

/// <summary>The variables of the session, for completion.</summary>
internal static class SessionVariables
{
    /// <summary>Completes the names of variables whose value fits.</summary>
    public static IEnumerable<CompletionResult> Complete(string start, Func<object, bool> fits)
    {
        if (start.Length > 0 && start[0] != '$')
        {
            return [];
        }

        return
        [
            .. All()
                .Where(variable => variable.Value.Unwrap() is { } value && fits(value))
                .Select(static variable => "$" + variable.Name)
                .Where(name => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                .Select(static name => new CompletionResult(name, name, CompletionResultType.Variable, name)),
        ];
    }

    /// <summary>Gets the error that the session met last.</summary>
    public static object? LastError() =>
        All().FirstOrDefault(static variable => variable.Name == "Error")?.Value is System.Collections.IList { Count: > 0 } errors
            ? errors[0]
            : null;

    private static IReadOnlyList<PSVariable> All()
    {
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        return [.. shell.AddCommand("Get-Variable").Invoke<PSVariable>()];
    }
}
