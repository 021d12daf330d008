using EnPower.Authentication;

namespace EnPower.Http;

/// <summary>
/// Text that came from a server, made fit for a message: without what was sent in confidence, on one line, inert in a
/// terminal, and short.
/// </summary>
internal static class ServerText
{
    /// <summary>How many characters of one text are shown.</summary>
    public const int MaximumLength = 500;

    // Looked at no further: what follows is not shown.
    private const int MaximumLengthRead = 64 * 1024;

    /// <summary>Makes the line; <see langword="null"/> where there is nothing to read in the text.</summary>
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

        // Half of a pair of surrogates is no character.
        int length = char.IsHighSurrogate(line[MaximumLength - 1]) ? MaximumLength - 1 : MaximumLength;
        return line.Substring(0, length) + "…";
    }
}
