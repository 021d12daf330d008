namespace EnPower;

internal static class SentenceExtensions
{
    /// <summary>Ends a text of .NET or of a server with a full stop, so that another sentence can follow.</summary>
    public static string ToSentence(this string text) =>
        text.Length > 0 && text[text.Length - 1] is not ('.' or '!' or '?' or '…') ? text + "." : text;
}
