namespace EnPower;

/// <summary>
/// Characters that control a terminal: C0 and C1 controls, which start escape sequences, DEL, bidirectional controls, and
/// Unicode line separators.
/// </summary>
internal static class ControlCharacters
{
    /// <summary>Replaces each by a visible character.</summary>
    public static string MakeVisible(string text) => Replace(text, Visible);

    /// <summary>
    /// Replaces each except directional marks, for text of EnPower. Dates and numbers of some cultures contain these marks, which
    /// affect only adjacent text.
    /// </summary>
    public static string MakeVisibleExceptMarks(string text) =>
        Replace(text, static character => character is '\u061C' or '\u200E' or '\u200F' ? character : Visible(character));

    /// <summary>Gets whether a character is a control character.</summary>
    public static bool Include(char character) => Visible(character) != character;

    private static string Replace(string text, Converter<char, char> replacement)
    {
        foreach (char character in text)
        {
            if (replacement(character) != character)
            {
                return new string(Array.ConvertAll(text.ToCharArray(), replacement));
            }
        }

        return text;
    }

    private static char Visible(char character) => character switch
    {
        // Unicode has symbols for these, such as ␛ for ESC.
        < ' ' => (char)('\u2400' + character),
        '\u007F' => '\u2421',
        (>= '\u0080' and <= '\u009F')
            or '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
            or '\u2028' or '\u2029' => '\uFFFD',
        _ => character,
    };
}
