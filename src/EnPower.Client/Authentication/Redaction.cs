using System.Net;
using System.Text;

namespace EnPower.Authentication;

/// <summary>
/// Removes secrets from the texts of a server, also if characters of a secret are escaped as in a URL, a JSON string or
/// HTML.
/// </summary>
internal sealed class Redaction
{
    // A truncated text may end with the beginning of a secret. Shorter beginnings reveal nothing.
    private const int ShortestBeginning = 8;
    private const int LongestEntity = 10;

    // Replaced, never changed: an answer may be read while a secret is added for the next request.
    private volatile string[] _secrets = [];

    /// <summary>Initializes a new instance of the <see cref="Redaction"/> class.</summary>
    /// <param name="secrets">The first secrets to hide.</param>
    public Redaction(params string[] secrets) => Array.ForEach(secrets, Hide);

    /// <summary>Hides a secret, also in the encodings that requests use.</summary>
    public void Hide(string secret)
    {
        // An empty secret would match between all characters.
        if (secret.Length > 0)
        {
            _secrets = [.. _secrets, .. new[] { secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret) }.Distinct()];
        }
    }

    /// <summary>Replaces each secret by an ellipsis.</summary>
    public string Apply(string text)
    {
        var result = new StringBuilder(text.Length);
        for (int position = 0; position < text.Length;)
        {
            int length = LengthOfSecret(text, position);
            result.Append(length == 0 ? text[position] : '…');
            position += Math.Max(1, length);
        }

        return result.ToString();
    }

    private int LengthOfSecret(string text, int start)
    {
        int longest = 0;
        foreach (string secret in _secrets)
        {
            longest = Math.Max(longest, LengthOf(secret, text, start, prefersEscapes: true));
            longest = Math.Max(longest, LengthOf(secret, text, start, prefersEscapes: false));
        }

        return longest;
    }

    // The secret itself can contain text that looks like an escape, so both interpretations are tried.
    private static int LengthOf(string secret, string text, int start, bool prefersEscapes)
    {
        int position = start;
        for (int i = 0; i < secret.Length; i++)
        {
            if (position == text.Length)
            {
                return i >= ShortestBeginning ? position - start : 0;
            }

            bool isPlain = text[position] == secret[i];
            if (isPlain && !prefersEscapes)
            {
                position++;
            }
            else if (ReadEscape(text, position, out int length) == secret[i])
            {
                position += length;
            }
            else if (isPlain)
            {
                position++;
            }
            else
            {
                return 0;
            }
        }

        return position - start;
    }

    private static char? ReadEscape(string text, int position, out int length)
    {
        switch (text[position])
        {
            case '%':
                length = 3;
                return ReadHex(text, position + 1, 2);
            case '+':
                length = 1;
                return ' ';
            case '\\':
                // A JSON string may be encoded in another JSON string, which repeats the backslashes.
                int letter = position;
                while (letter < text.Length && text[letter] == '\\')
                {
                    letter++;
                }

                bool isCode = letter < text.Length && text[letter] is 'u' or 'U';
                length = letter - position + (isCode ? 5 : 1);
                return isCode ? ReadHex(text, letter + 1, 4) : letter < text.Length ? text[letter] : '\\';
            case '&':
                int end = text.IndexOf(';', position, Math.Min(LongestEntity, text.Length - position));
                string decoded = end < 0 ? string.Empty : WebUtility.HtmlDecode(text.Substring(position, end + 1 - position));
                length = end + 1 - position;
                return decoded.Length == 1 ? decoded[0] : null;
            default:
                length = 0;
                return null;
        }
    }

    private static char? ReadHex(string text, int position, int digits)
    {
        int code = 0;
        for (int i = position; i < position + digits; i++)
        {
            if (i >= text.Length || !Uri.IsHexDigit(text[i]))
            {
                return null;
            }

            code = (16 * code) + Convert.ToInt32(text[i].ToString(), 16);
        }

        return (char)code;
    }
}
