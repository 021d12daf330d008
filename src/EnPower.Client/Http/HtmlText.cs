using System.Net;
using System.Text;

namespace EnPower.Http;

/// <summary>Extracts the visible text of an HTML page, such as an error page of a proxy.</summary>
internal static class HtmlText
{
    private const string Comment = "!--";

    // Elements without visible content.
    private static readonly string[] Hidden = ["script", "style"];

    /// <summary>Extracts the text.</summary>
    public static string Extract(string html)
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
