namespace EnPower;

internal static class SentenceExtensions
{
    /// <summary>Ends text of the platform or of a server with a full stop, where more is to follow.</summary>
    public static string ToSentence(this string text) =>
        text.Length > 0 && text[text.Length - 1] is not ('.' or '!' or '?' or '…') ? text + "." : text;
}
