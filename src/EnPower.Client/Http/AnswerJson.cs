using System.Text.RegularExpressions;

namespace EnPower.Http;

/// <summary>JSON of an answer of which little is certain: read as far as it can be read.</summary>
internal static class AnswerJson
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Parses a text; <see langword="null"/> where it is no JSON. Half a character becomes U+FFFD.</summary>
    public static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text.Contains(@"\u") ? MakeWhole(text) : text, Options);
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

    // An escaped backslash and a whole pair stand first, so that what is left over is half a character.
    private static string MakeWhole(string text) => Regex.Replace(
        text,
        @"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})",
        static match => match.Groups["half"].Success ? @"\uFFFD" : match.Value,
        RegexOptions.CultureInvariant);
}
