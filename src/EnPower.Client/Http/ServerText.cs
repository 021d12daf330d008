using EnPower.Authentication;

namespace EnPower.Http;

/// <summary>
/// Prepares text from a server for a message: without secrets, on one line, without control characters, and short.
/// </summary>
internal static class ServerText
{
    /// <summary>The maximum number of characters.</summary>
    public const int MaximumLength = 500;

    // Bounds the time of the redaction. Text beyond it would not be displayed.
    private const int MaximumLengthRead = 64 * 1024;

    /// <summary>Prepares a text; <see langword="null"/> if it is empty.</summary>
    public static string? ToLine(string? text, Redaction redaction)
    {
        if (text is null)
        {
            return null;
        }

        string start = text.Length > MaximumLengthRead ? text.Substring(0, MaximumLengthRead) : text;
        string[] words = redaction.Apply(start).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        string line = ControlCharacters.MakeVisible(string.Join(" ", words));
        return line.Length == 0 ? null : Shorten(line);
    }

    private static string Shorten(string line)
    {
        if (line.Length <= MaximumLength)
        {
            return line;
        }

        // Does not split a surrogate pair.
        int length = char.IsHighSurrogate(line[MaximumLength - 1]) ? MaximumLength - 1 : MaximumLength;
        return line.Substring(0, length) + "…";
    }
}
