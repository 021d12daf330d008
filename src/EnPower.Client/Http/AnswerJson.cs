using System.Text.RegularExpressions;
using EnPower.Json;

namespace EnPower.Http;

/// <summary>Reads JSON of error responses, whose structure is undocumented.</summary>
internal static class AnswerJson
{
    /// <summary>Parses a text; <see langword="null"/> if it is not JSON. Lone surrogates become U+FFFD.</summary>
    public static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text.Contains(@"\u") ? ReplaceLoneSurrogates(text) : text, JsonOptions.ResponseDocument);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Finds a member by its name, in any casing.</summary>
    public static JsonElement? Member(JsonElement? element, string name)
    {
        if (element is { ValueKind: JsonValueKind.Object } parent)
        {
            foreach (JsonProperty property in parent.EnumerateObject())
            {
                if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return property.Value;
                }
            }
        }

        return null;
    }

    // The first alternatives consume escaped backslashes and complete pairs, so that the last matches lone surrogates only.
    private static string ReplaceLoneSurrogates(string text) => Regex.Replace(
        text,
        @"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})",
        static match => match.Groups["lone"].Success ? @"\uFFFD" : match.Value,
        RegexOptions.CultureInvariant);
}
