namespace EnPower;

/// <summary>
/// Characters that tell a terminal to do something rather than show something: C0 and C1 controls, of which escape sequences
/// begin, DEL, and the Unicode controls that turn the direction of text or end a line.
/// </summary>
internal static class ControlCharacters
{
    /// <summary>Replaces each by a character that can be seen and does nothing.</summary>
    public static string MakeVisible(string text) => Replace(text, Visible);

    /// <summary>
    /// The same for text of our own, which may hold the marks that dates and numbers of some cultures have. They turn nothing
    /// but what is next to them.
    /// </summary>
    public static string MakeVisibleExceptMarks(string text) =>
        Replace(text, static character => character is '\u061C' or '\u200E' or '\u200F' ? character : Visible(character));

    /// <summary>Gets whether a character is one of them.</summary>
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
        // Unicode has a picture of each of these: ␛ for ESC.
        < ' ' => (char)('\u2400' + character),
        '\u007F' => '\u2421',
        (>= '\u0080' and <= '\u009F')
            or '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
            or '\u2028' or '\u2029' => '\uFFFD',
        _ => character,
    };
}
