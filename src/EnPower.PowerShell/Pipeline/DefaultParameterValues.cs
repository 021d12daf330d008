using System.Collections;

namespace EnPower.Pipeline;

/// <summary>The values of <c>$PSDefaultParameterValues</c> for a command.</summary>
internal static class DefaultParameterValues
{
    /// <summary>Tells whether the value of a parameter is the default of the session, and not one of this call.</summary>
    public static bool Gave(PSCmdlet command, string parameter, object? value)
    {
        if (command.SessionState.PSVariable.GetValue("PSDefaultParameterValues") is not IDictionary defaults)
        {
            return false;
        }

        string[] names = [parameter, .. command.MyInvocation.MyCommand.Parameters[parameter].Aliases];
        foreach (DictionaryEntry entry in defaults)
        {
            string[] key = entry.Key.ToString()!.Split([':'], 2);
            if (key.Length == 2 && Matches(key[0], command.MyInvocation.MyCommand.Name)
                && names.Any(name => Matches(key[1], name)) && Equals(entry.Value, value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(string pattern, string name) =>
        WildcardPattern.Get(pattern.Trim(' ', '\'', '"'), WildcardOptions.IgnoreCase).IsMatch(name);

    private static new bool Equals(object? given, object? bound) =>
        LanguagePrimitives.TryConvertTo(given, bound?.GetType() ?? typeof(object), out object? converted)
        && (converted is IEnumerable first && bound is IEnumerable second
            ? first.Cast<object>().SequenceEqual(second.Cast<object>())
            : object.Equals(converted, bound));
}
