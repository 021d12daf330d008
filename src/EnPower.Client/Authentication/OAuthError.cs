using EnPower.Http;

namespace EnPower.Authentication;

/// <summary>The error answer of an OAuth 2.0 token endpoint (RFC 6749, section 5.2), safe to show.</summary>
internal sealed record OAuthError(string Error, string? ErrorDescription)
{
    /// <summary>Reads a body; <see langword="null"/> where it holds no such error.</summary>
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
