namespace EnPower.Authentication;

/// <summary>The error answer of an OAuth 2.0 token endpoint (RFC 6749, section 5.2).</summary>
internal sealed record OAuthError(string Error, string? ErrorDescription)
{
    public static OAuthError? Parse(string? body)
    {
        try
        {
            using var document = JsonDocument.Parse(body ?? string.Empty);
            return document.RootElement.ValueKind == JsonValueKind.Object && Text(document.RootElement, "error") is { } error
                ? new OAuthError(error, Text(document.RootElement, "error_description"))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => ErrorDescription is null ? Error : $"{Error}: {ErrorDescription}";

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
