namespace EnPower;

/// <summary>Makes text from a server safe for a terminal.</summary>
public static class DisplayText
{
    /// <summary>
    /// Replaces control characters, including those of escape sequences, by visible characters.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with the same length.</returns>
    public static string ToSafe(string text) => ControlCharacters.MakeVisible(text);
}
