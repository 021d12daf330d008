using System.Collections;
using System.Globalization;

namespace EnPower.Requests;

/// <summary>Query parameters as users give them, in a hashtable.</summary>
internal static class QueryParameters
{
    /// <exception cref="EnPowerException">A parameter has no value, or one that no query can hold.</exception>
    public static IEnumerable<(string Name, string Value)> From(IDictionary given)
    {
        foreach (DictionaryEntry parameter in given)
        {
            yield return (Format(parameter.Key) ?? string.Empty, Format(parameter.Value) ?? throw new EnPowerException(
                EnPowerErrorId.InvalidQuery,
                $"The query parameter {parameter.Key} needs one value: text, a number, a boolean or a date."));
        }
    }

    /// <summary>Writes a date as ISO 8601, with the offset that its kind says: <c>Z</c> for UTC, the local one, or none.</summary>
    public static string Format(DateTime date) => date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    /// <summary>Writes a number.</summary>
    public static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Format(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        SwitchParameter flag => flag ? "true" : "false",
        DateTime date => Format(date),
        DateTimeOffset date => date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
#if NET
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
#endif
        Enum choice => choice.ToString("d"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
