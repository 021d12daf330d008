using EnPower.Http;

namespace EnPower.Authentication;

/// <summary>The error response of an OAuth 2.0 token endpoint (RFC 6749, section 5.2), safe to display.</summary>
internal sealed record OAuthError(string Error, string? ErrorDescription)
{
    /// <summary>Parses a body; <see langword="null"/> if it is not an error response.</summary>
    public static OAuthError? Parse(string body, Redaction redaction)
    {
        using JsonDocument? document = AnswerJson.TryParse(body);
        return Text("error") is { } error ? new OAuthError(error, Text("error_description")) : null;

        string? Text(string name) => AnswerJson.Member(document?.RootElement, name) is { ValueKind: JsonValueKind.String } value
            ? ServerText.ToLine(value.GetString(), redaction)
            : null;
    }

    public override string ToString() => ErrorDescription is null ? Error : $"{Error}: {ErrorDescription}";
}
