using System.Collections;
using System.Globalization;

namespace EnPower.RawRequests;

/// <summary>Converts query parameters from a hashtable.</summary>
internal static class QueryParameters
{
    /// <exception cref="EnPowerException">A parameter has no value, or a value of an unsupported type.</exception>
    public static IEnumerable<(string Name, string Value)> From(IDictionary given)
    {
        foreach (DictionaryEntry parameter in given)
        {
            yield return (Format(parameter.Key) ?? string.Empty, Format(parameter.Value) ?? throw new EnPowerException(
                EnPowerErrorId.InvalidQuery,
                $"The query parameter {parameter.Key} requires one value: a string, a number, a boolean or a date."));
        }
    }

    /// <summary>Formats a date as ISO 8601, with the offset of its kind: <c>Z</c> for UTC, the local offset, or none.</summary>
    public static string Format(DateTime date) => date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    /// <summary>Writes a number.</summary>
    public static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Format(object? value) => value.Unwrap() switch
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
