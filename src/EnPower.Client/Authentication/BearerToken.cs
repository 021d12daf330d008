namespace EnPower.Authentication;

/// <summary>The syntax of bearer tokens (RFC 6750, section 2.1).</summary>
internal static class BearerToken
{
    /// <summary>Tells whether a text is a syntactically valid token.</summary>
    public static bool IsValid(string? text)
    {
        string body = text?.TrimEnd('=') ?? string.Empty;
        return body.Length > 0 && body.All(static character => character
            is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~' or '+' or '/');
    }
}
