namespace EnPower.Authentication;

/// <summary>Base64url without padding, as in JWTs (RFC 4648, section 5).</summary>
internal static class Base64Url
{
    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <exception cref="FormatException">The text is not base64url.</exception>
    public static byte[] Decode(string text)
    {
        string padding = new('=', (4 - (text.Length % 4)) % 4);
        return Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + padding);
    }
}
