using System.Net;
using System.Text;

namespace EnPower.Http;

/// <summary>What a person would read on a web page that came in place of an answer.</summary>
internal static class HtmlText
{
    private const string Comment = "!--";

    // Elements whose content no one reads.
    private static readonly string[] Hidden = ["script", "style"];

    /// <summary>Takes the text out of the markup.</summary>
    public static string Read(string html)
    {
        var text = new StringBuilder();
        int position = 0;
        while (position < html.Length)
        {
            int tag = html.IndexOf('<', position);
            text.Append(html, position, (tag < 0 ? html.Length : tag) - position).Append(' ');
            position = tag < 0 ? html.Length : EndOfTag(html, tag);
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    private static int EndOfTag(string html, int tag)
    {
        string end = Hidden.FirstOrDefault(name => IsAt(html, tag + 1, name)) is { } hidden ? $"</{hidden}"
            : IsAt(html, tag + 1, Comment) ? "--"
            : string.Empty;
        int start = Math.Min(tag + 1 + (end == "--" ? Comment.Length : 0), html.Length);
        int from = html.IndexOf(end, start, StringComparison.OrdinalIgnoreCase);
        int close = from < 0 ? -1 : html.IndexOf('>', from);
        return close < 0 ? html.Length : close + 1;
    }

    private static bool IsAt(string html, int position, string text) =>
        string.Compare(html, position, text, 0, text.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
