namespace EnPower;

/// <summary>Text from a server, made fit for a terminal. For the views of the module's format file.</summary>
public static class DisplayText
{
    /// <summary>
    /// Replaces characters that could repaint the terminal, escape sequences among them, by characters that can be seen.
    /// </summary>
    /// <param name="text">Text as it came.</param>
    /// <returns>The same text, of the same length, in which nothing but the replaced characters changed.</returns>
    public static string ToSafe(string text) => ControlCharacters.MakeVisible(text);
}
