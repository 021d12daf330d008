using System.Text;
using EnPower.Authentication;

namespace EnPower.Http;

/// <summary>
/// The error in the body of a response. The API documents no structure; the services behind the same gateway use several.
/// </summary>
internal sealed record ErrorBody(string? Code, string? Message, string? RequestId)
{
    /// <summary>The maximum number of bytes that are read.</summary>
    public const int MaximumBytes = 64 * 1024;

    private static readonly ErrorBody Unreadable = new(null, null, null);

    /// <summary>Reads the start of the body. If it can't be read, the status alone describes the error.</summary>
    /// <param name="content">The body.</param>
    /// <param name="redaction">Hides secrets of the request that the body may repeat.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async Task<ErrorBody> ReadAsync(HttpContent content, Redaction redaction, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[MaximumBytes];
        int length = 0;
        try
        {
            using Stream stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
            int read;
            while (length < buffer.Length
                && (read = await stream.ReadSomeAsync(buffer, length, cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
            }
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A part may have arrived, but JSON or HTML can't be interpreted in part.
            return Unreadable;
        }

        return Parse(Encoding.UTF8.GetString(buffer, 0, length), content.Headers.ContentType?.MediaType, redaction);
    }

    /// <summary>
    /// Finds an error in a response with status 200: an object with a member <c>error</c> and no array.
    /// </summary>
    public static ErrorBody? Find(ArraySegment<byte> content, Redaction redaction)
    {
        if (content.Count > MaximumBytes || content.AsSpan().IndexOf("rror\""u8) < 0)
        {
            return null;
        }

        using JsonDocument? document = AnswerJson.TryParse(
            Encoding.UTF8.GetString(content.Array!, content.Offset, content.Count));
        bool isError = document?.RootElement is { ValueKind: JsonValueKind.Object } root
            && AnswerJson.Member(root, "error") is { } error
            && (error.ValueKind == JsonValueKind.Object
                || (error.ValueKind == JsonValueKind.String && !string.IsNullOrEmpty(error.GetString())))
            && !root.EnumerateObject().Any(static member => member.Value.ValueKind == JsonValueKind.Array);
        return isError ? FromJson(document!.RootElement, redaction) : null;
    }

    private static ErrorBody Parse(string body, string? mediaType, Redaction redaction)
    {
        string text = body.TrimStart('\uFEFF');
        using JsonDocument? document = AnswerJson.TryParse(text);
        if (document is not null)
        {
            return FromJson(document.RootElement, redaction);
        }

        bool isPage = mediaType?.EndsWith("html", StringComparison.OrdinalIgnoreCase) == true
            || text.TrimStart().StartsWith("<", StringComparison.Ordinal);
        return new ErrorBody(null, ServerText.ToLine(isPage ? HtmlText.Extract(text) : text, redaction), null);
    }

    private static ErrorBody FromJson(JsonElement root, Redaction redaction)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return new ErrorBody(null, ServerText.ToLine(root.ToString(), redaction), null);
        }

        JsonElement? error = AnswerJson.Member(root, "error");
        JsonElement? inner = error is { ValueKind: JsonValueKind.Object } ? error : FirstOf(AnswerJson.Member(root, "errors"));
        return new ErrorBody(
            Text(inner, "code") ?? Text(root, "errorCode") ?? Text(root, "code"),
            Text(inner, "message")
                ?? Text(root, "errorMessage") ?? Text(root, "error_description") ?? Text(root, "message") ?? Text(root, "detail")
                ?? Text(root, "title") ?? Text(root, "error"),
            Text(root, "requestId") ?? Text(root, "traceId"));

        string? Text(JsonElement? parent, string name) =>
            AnswerJson.Member(parent, name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
                ? ServerText.ToLine(value.ToString(), redaction)
                : null;
    }

    private static JsonElement? FirstOf(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() > 0 ? array[0] : null;
}
