using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using EnPower.Authentication;
using EnPower.Json;

namespace EnPower.Http;

/// <summary>
/// Sends requests to the AvePoint Graph API: adds the token, retries transient failures, and reads the response. Throws typed
/// errors and cancellation only, whatever the API or a proxy responds.
/// </summary>
internal sealed class GraphApiClient(
    Uri endpoint,
    HttpMessageInvoker http,
    AccessTokenCache tokens,
    RetryOptions options,
    TimeProvider timeProvider,
    ThrottleGate gate)
{
    public const string Permission = "enpower.data.read.all";

    /// <summary>The maximum size of a decompressed response. A full page of 1000 mailboxes has about 4 MB.</summary>
    public const int MaximumResponseBytes = 32 * 1024 * 1024;

    private readonly RetryPipeline<EnPowerApiException> _retries = new(options, timeProvider);

    /// <summary>Sends a GET request and parses the complete response.</summary>
    /// <param name="uri">The address.</param>
    /// <param name="parse">Parses the body. It must not keep the bytes, which are reused.</param>
    /// <param name="observer">Observes the requests.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="EnPowerException">The request failed, or the address is on another server than the endpoint.</exception>
    public async Task<T> GetAsync<T>(
        Uri uri,
        Func<ArraySegment<byte>, T> parse,
        IRequestObserver observer,
        CancellationToken cancellationToken)
    {
        // The token is sent to the endpoint only, wherever the address comes from.
        uri.RequireOriginOf(endpoint);
        return await _retries.ExecuteAsync(
            token => TryGetAsync(uri, parse, observer, token), observer, gate, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<T> TryGetAsync<T>(
        Uri uri,
        Func<ArraySegment<byte>, T> parse,
        IRequestObserver observer,
        CancellationToken cancellationToken)
    {
        // A token request has a time limit of its own.
        AccessToken token = await tokens.GetAsync(observer, cancellationToken).ConfigureAwait(false);
        try
        {
            return await SendAsync(uri, token, parse, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (EnPowerApiException refusal) when (refusal.StatusCode == HttpStatusCode.Unauthorized)
        {
            token = await tokens.RenewAsync(token, observer, cancellationToken).ConfigureAwait(false);
            return await SendAsync(uri, token, parse, observer, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T> SendAsync<T>(
        Uri uri,
        AccessToken token,
        Func<ArraySegment<byte>, T> parse,
        IRequestObserver observer,
        CancellationToken cancellationToken)
    {
        var redaction = new Redaction(token.Value);
        try
        {
            using Answer answer =
                await ReceiveInTurnAsync(uri, token, redaction, observer, cancellationToken).ConfigureAwait(false);
            return Parse(answer, parse);
        }
        catch (Exception exception) when (exception is not EnPowerException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new EnPowerApiException(
                EnPowerErrorId.Unexpected,
                $"The request failed unexpectedly ({exception.GetType().Name}): "
                + $"{ServerText.ToLine(exception.Message, redaction)?.ToSentence()}",
                uri,
                ForeignException.ToSafe(exception, redaction));
        }
    }

    /// <summary>Waits at the gate, for which there is no time limit of an attempt, and then sends the request.</summary>
    private async Task<Answer> ReceiveInTurnAsync(
        Uri uri, AccessToken token, Redaction redaction, IRequestObserver observer, CancellationToken cancellationToken)
    {
        using ThrottleGate.Turn turn =
            await gate.WaitAsync(options.TotalTimeout, observer, cancellationToken).ConfigureAwait(false)
            ?? throw new EnPowerApiException(
                EnPowerErrorId.Throttled,
                $"The API is throttling requests. The remaining wait of {gate.Remaining.TotalSeconds:0} seconds exceeds the time "
                + "limit of retries, so the request was not sent.",
                uri);
        return await ReceiveAsync(uri, token, redaction, turn, observer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends the request and reads the complete body within the time limit of an attempt.</summary>
    private async Task<Answer> ReceiveAsync(
        Uri uri,
        AccessToken token,
        Redaction redaction,
        ThrottleGate.Turn turn,
        IRequestObserver observer,
        CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = CreateRequest(uri, token);
        using var attempt = new AttemptTimeout(options.AttemptTimeout, timeProvider, cancellationToken);
        try
        {
            var watch = Stopwatch.StartNew();
            using HttpResponseMessage response = await http.SendAsync(request, attempt.Token).ConfigureAwait(false);

            using IDisposable? abort = response.AbortOn(attempt.Token);
            var head = new AnswerHead(uri, response, redaction);
            observer.Responded(new HttpExchange(uri, response.StatusCode, response.Version, watch.Elapsed, head.RequestId));
            TimeSpan? retryAfter = response.Headers.RetryAfter.ToDelay(timeProvider);
            if ((int)response.StatusCode == 429)
            {
                turn.Refuse(retryAfter ?? TimeSpan.Zero, observer);
            }
            else
            {
                turn.LetThrough();
            }

            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw await FailureAsync(head, response, retryAfter, attempt.Token).ConfigureAwait(false);
            }

            using Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            ResponseContent content = await ResponseContent.ReadAsync(
                stream, MaximumResponseBytes, () => TooLarge(head), attempt.Token).ConfigureAwait(false);
            return new Answer(head, content);
        }
        catch (Exception exception) when (
            exception is HttpRequestException or IOException
            || (attempt.IsCancellationRequested && exception is not EnPowerException))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw attempt.IsCancellationRequested
                ? new EnPowerApiException(
                    EnPowerErrorId.RequestTimedOut,
                    $"{attempt.MessageOf(uri.Host)}.",
                    uri,
                    ForeignException.ToSafe(exception, redaction))
                {
                    IsTransient = true,
                }
                : TransportFailure.From(exception, uri, redaction).ToException(uri);
        }
    }

    private static HttpRequestMessage CreateRequest(Uri uri, AccessToken token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
#if NET
        request.Version = HttpVersion.Version20;

        // Servers that compress on the fly use Brotli's fastest level: twice the bytes of gzip, three times the time to
        // decompress.
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br", 0.5));
#endif
        return request;
    }

    private static T Parse<T>(Answer answer, Func<ArraySegment<byte>, T> parse)
    {
        AnswerHead head = answer.Head;
        ArraySegment<byte> bytes = answer.Content.Bytes;
        if (ErrorBody.Find(bytes, head.Redaction) is { } error)
        {
            throw new EnPowerApiException(
                EnPowerErrorId.InvalidResponse,
                $"The API returned an error with a success status ({head.Describe(error)})"
                + (error.Message is null ? "." : $": {error.Message.ToSentence()}"),
                head.Uri)
            {
                StatusCode = head.Status,
                ErrorCode = error.Code,
                RequestId = head.RequestId ?? error.RequestId,
            };
        }

        try
        {
            return parse(bytes);
        }
        catch (Exception exception) when (IsInvalidContent(exception))
        {
            throw new EnPowerApiException(
                EnPowerErrorId.InvalidResponse,
                $"The response of {head.Uri.Host} ({head.MediaType}) does not match the documentation of the API: "
                + ServerText.ToLine(exception.Message, head.Redaction),
                head.Uri,
                ForeignException.ToSafe(exception, head.Redaction))
            {
                StatusCode = head.Status,
                RequestId = head.RequestId,
                IsTransient = IsTruncated(bytes),
            };
        }
    }

    // The exceptions of text decoders and JSON readers for invalid content. All others are bugs of EnPower.
    private static bool IsInvalidContent(Exception exception) => exception
        is JsonException or FormatException or ArithmeticException or InvalidDataException or DecoderFallbackException
        or (InvalidOperationException and not ObjectDisposedException);

    /// <summary>
    /// Tells whether a body is truncated JSON: some servers and decompressors end a broken transfer without an error.
    /// </summary>
    private static bool IsTruncated(ReadOnlySpan<byte> content)
    {
        var reader = new Utf8JsonReader(content, isFinalBlock: false, new JsonReaderState(JsonOptions.Response));
        try
        {
            while (reader.Read())
            {
                // Skips to the end.
            }

            return reader.CurrentDepth > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static EnPowerApiException TooLarge(AnswerHead head) => new(
        EnPowerErrorId.ResponseTooLarge,
        $"The response of {head.Uri.Host} is larger than {MaximumResponseBytes / 1024 / 1024} MB.",
        head.Uri)
    {
        StatusCode = head.Status,
        RequestId = head.RequestId,
    };

    private async Task<EnPowerApiException> FailureAsync(
        AnswerHead head, HttpResponseMessage response, TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        int status = (int)head.Status;
        ErrorBody body = await ErrorBody.ReadAsync(response.Content, head.Redaction, cancellationToken).ConfigureAwait(false);
        (EnPowerErrorId errorId, string summary) = status switch
        {
            _ when head.Status.IsRedirect() => (
                EnPowerErrorId.UnexpectedRedirect,
                $"{head.Uri.Host} redirected the request to {Target(response.Headers.Location, head.Redaction)}"),
            400 => (EnPowerErrorId.BadRequest, "The API rejected the request"),
            401 => (EnPowerErrorId.Unauthorized, "The API rejected the access token, and a renewed one as well"),
            403 when body.Message is null => (EnPowerErrorId.Forbidden, $"The application lacks the permission {Permission}"),
            403 => (EnPowerErrorId.Forbidden, "The API denied access"),
            404 => (EnPowerErrorId.NotFound, $"{head.Uri.AbsolutePath} does not exist on {head.Uri.Host}"),
            429 => (EnPowerErrorId.Throttled, "The API is throttling requests"),
            408 or (>= 500 and < 600) => (EnPowerErrorId.ServiceUnavailable, "The API failed"),
            _ => (EnPowerErrorId.UnexpectedStatus, "The API returned an undocumented status"),
        };

        string message = $"{summary} ({head.Describe(body)})"
            + (body.Message is null ? "." : $": {body.Message.ToSentence()}")
            + (retryAfter >= options.TotalTimeout
                ? $" The requested wait of {retryAfter.Value.TotalSeconds:0} seconds exceeds the time limit of retries."
                : null);
        return new EnPowerApiException(errorId, message, head.Uri)
        {
            StatusCode = head.Status,
            ErrorCode = body.Code,
            RequestId = head.RequestId ?? body.RequestId,
            IsTransient = status is 408 or 429 or 500 or 502 or 503 or 504,
            RetryAfter = retryAfter,
        };
    }

    private static string Target(Uri? location, Redaction redaction) => location switch
    {
        null => "an unknown address",
        { IsAbsoluteUri: true } => ServerText.ToLine(location.GetLeftPart(UriPartial.Path), redaction)!,
        _ => "another path",
    };

    /// <summary>The status and headers of a response. Texts are safe to display.</summary>
    private sealed class AnswerHead(Uri uri, HttpResponseMessage response, Redaction redaction)
    {
        public Uri Uri => uri;

        public Redaction Redaction => redaction;

        public HttpStatusCode Status { get; } = response.StatusCode;

        public string MediaType { get; } =
            ServerText.ToLine(response.Content.Headers.ContentType?.MediaType, redaction) ?? "no content type";

        public string? RequestId { get; } =
            response.Headers.TryGetValues("request-id", out IEnumerable<string>? values)
            || response.Headers.TryGetValues("x-request-id", out values)
                ? ServerText.ToLine(values.First(), redaction)
                : null;

        public string Describe(ErrorBody body) =>
            $"status {(int)Status}{((RequestId ?? body.RequestId) is { } id ? $", request {id}" : null)}";
    }

    /// <summary>A response with status 200 and its body.</summary>
    private sealed record Answer(AnswerHead Head, ResponseContent Content) : IDisposable
    {
        public void Dispose() => Content.Dispose();
    }
}
