using System.Text;

namespace EnPower.Http;

/// <summary>
/// What the body of an error answer says. The API documents no form; the services behind the same gateway use several.
/// </summary>
internal sealed record ErrorBody(string? Code, string? Message, string? RequestId)
{
    private const int MaximumLength = 64 * 1024;
    private const int MaximumLineLength = 500;

    private static readonly JsonDocumentOptions DocumentOptions = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads the start of the body.</summary>
    /// <param name="content">The body.</param>
    /// <param name="secret">What the body may repeat of the request, and nobody may see.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static async Task<ErrorBody> ReadAsync(HttpContent content, string secret, CancellationToken cancellationToken)
    {
        using Stream stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
        byte[] buffer = new byte[MaximumLength];
        int length = 0;
        int read;
        while (length < buffer.Length
            && (read = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false)) > 0)
        {
            length += read;
        }

        string body = Encoding.UTF8.GetString(buffer, 0, length).Replace(secret, "…");
        return Parse(body, content.Headers.ContentType?.MediaType);
    }

    private static ErrorBody Parse(string body, string? mediaType)
    {
        try
        {
            using var document = JsonDocument.Parse(body, DocumentOptions);
            return FromJson(document.RootElement);
        }
        catch (JsonException)
        {
            // An HTML page says nothing in its first characters.
            bool isText = mediaType?.EndsWith("html", StringComparison.OrdinalIgnoreCase) != true;
            return new ErrorBody(null, isText ? OneLine(body) : null, null);
        }
    }

    private static ErrorBody FromJson(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return new ErrorBody(null, OneLine(root.ToString()), null);
        }

        JsonElement? error = Member(root, "error");
        JsonElement? inner = error is { ValueKind: JsonValueKind.Object } ? error : FirstOf(Member(root, "errors"));
        return new ErrorBody(
            Text(inner, "code") ?? Text(root, "errorCode") ?? Text(root, "code"),
            Text(inner, "message")
                ?? Text(root, "errorMessage") ?? Text(root, "error_description") ?? Text(root, "message") ?? Text(root, "detail")
                ?? Text(root, "title") ?? Text(root, "error"),
            Text(root, "requestId") ?? Text(root, "traceId"));
    }

    private static JsonElement? FirstOf(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() > 0 ? array[0] : null;

    private static JsonElement? Member(JsonElement element, string name)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return property.Value;
                }
            }
        }

        return null;
    }

    private static string? Text(JsonElement? element, string name) =>
        element is { } parent && Member(parent, name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
            ? OneLine(value.ToString())
            : null;

    private static string? OneLine(string text)
    {
        text = ControlCharacters.MakeVisible(string.Join(" ", text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
        return text.Length == 0 ? null : text.Length <= MaximumLineLength ? text : text.Substring(0, MaximumLineLength) + "…";
    }
}
