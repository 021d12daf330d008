using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using EnPower.Authentication;

namespace EnPower.Http;

/// <summary>
/// One request to the AvePoint Graph API: sent with a token, retried, read, or failed with a typed error. Nothing but those
/// and cancellation gets out, whatever the API or what stands before it answers.
/// </summary>
internal sealed class GraphApiClient(
    Uri endpoint, HttpClient http, AccessTokenCache tokens, RetryOptions options, TimeProvider timeProvider, ThrottleGate gate)
{
    public const string Permission = "enpower.data.read.all";

    /// <summary>How large an answer may be, unpacked. A full page of 1000 mailboxes has about 4 MB.</summary>
    public const int MaximumResponseBytes = 32 * 1024 * 1024;

    private readonly RetryPipeline<EnPowerApiException> _retries = new(options, timeProvider);

    /// <summary>Gets an address and reads the whole answer, or nothing of it.</summary>
    /// <param name="uri">The address.</param>
    /// <param name="parse">Makes something of the body, and keeps none of its bytes.</param>
    /// <param name="observer">Is told of each request.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="EnPowerException">The request failed, or the address is on another server than the endpoint.</exception>
    public async Task<T> GetAsync<T>(
        Uri uri,
        Func<ArraySegment<byte>, T> parse,
        IRequestObserver observer,
        CancellationToken cancellationToken)
    {
        // Whatever the address comes from, the token goes nowhere else.
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
        // A token has a time limit of its own.
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
            using Answer answer = await ReceiveInTurnAsync(uri, token, redaction, observer, cancellationToken).ConfigureAwait(false);
            return Read(answer, parse);
        }
        catch (Exception exception) when (exception is not EnPowerException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new EnPowerApiException(
                EnPowerErrorId.Unexpected,
                $"What EnPower didn't foresee happened to the request ({exception.GetType().Name}): "
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
                $"The API is throttling requests, and asked to wait another {gate.Remaining.TotalSeconds:0} seconds, longer than "
                + "retries may go on. Nothing was sent.",
                uri);
        return await ReceiveAsync(uri, token, redaction, turn, observer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends the request and reads the whole body, within the time of an attempt.</summary>
    private async Task<Answer> ReceiveAsync(
        Uri uri,
        AccessToken token,
        Redaction redaction,
        ThrottleGate.Turn turn,
        IRequestObserver observer,
        CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = CreateRequest(uri, token);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using ITimer limit = timeProvider.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(), attempt, options.AttemptTimeout, Timeout.InfiniteTimeSpan);
        try
        {
            var watch = Stopwatch.StartNew();
            using HttpResponseMessage response = await http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, attempt.Token).ConfigureAwait(false);

            // A body of .NET Framework doesn't look at the token once it is waited for.
            using CancellationTokenRegistration abort = attempt.Token.Register(response.Dispose);
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
            exception is HttpRequestException or IOException || (attempt.IsCancellationRequested && exception is not EnPowerException))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw attempt.IsCancellationRequested
                ? new EnPowerApiException(
                    EnPowerErrorId.RequestTimedOut,
                    $"{uri.Host} did not answer in full within {options.AttemptTimeout.TotalSeconds:0} seconds.",
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

        // What compresses as it answers makes Brotli in its fastest way: twice the bytes of gzip, and three times the time to unpack.
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br", 0.5));
#endif
        return request;
    }

    private static T Read<T>(Answer answer, Func<ArraySegment<byte>, T> parse)
    {
        AnswerHead head = answer.Head;
        ArraySegment<byte> bytes = answer.Content.Bytes;
        if (ErrorBody.Find(bytes, head.Redaction) is { } error)
        {
            throw new EnPowerApiException(
                EnPowerErrorId.InvalidResponse,
                $"The API answered with an error under a status that says success ({head.Describe(error)})"
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
        catch (Exception exception) when (IsOfContent(exception))
        {
            throw new EnPowerApiException(
                EnPowerErrorId.InvalidResponse,
                $"The answer of {head.Uri.Host} ({head.MediaType}) is not what the API documents: "
                + ServerText.ToLine(Describe(exception), head.Redaction),
                head.Uri,
                ForeignException.ToSafe(exception, head.Redaction))
            {
                StatusCode = head.Status,
                RequestId = head.RequestId,
                IsTransient = IsCutOff(bytes),
            };
        }
    }

    // What readers of text and JSON throw at content that they can't read. All else is a fault of ours.
    private static bool IsOfContent(Exception exception) => exception
        is JsonException or FormatException or ArithmeticException or InvalidDataException or DecoderFallbackException
        or (InvalidOperationException and not ObjectDisposedException);

    /// <summary>Tells whether a body is the beginning of JSON: some servers and unpackers end a broken transfer without a word.</summary>
    private static bool IsCutOff(ReadOnlySpan<byte> content)
    {
        var options = new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        var reader = new Utf8JsonReader(content, isFinalBlock: false, new JsonReaderState(options));
        try
        {
            while (reader.Read())
            {
                // Only how it ends is asked.
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
        $"The answer of {head.Uri.Host} is larger than {MaximumResponseBytes / 1024 / 1024} MB, and was read no further.",
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
                $"{head.Uri.Host} redirects to {Target(response.Headers.Location, head.Redaction)}, which is not followed"),
            400 => (EnPowerErrorId.BadRequest, "The API refused the request"),
            401 => (EnPowerErrorId.Unauthorized, "The API refused the access token, and a new one as well"),
            403 when body.Message is null => (EnPowerErrorId.Forbidden, $"The application lacks the permission {Permission}"),
            403 => (EnPowerErrorId.Forbidden, "The API refused access"),
            404 => (EnPowerErrorId.NotFound, $"{head.Uri.Host} has nothing at {head.Uri.AbsolutePath}"),
            429 => (EnPowerErrorId.Throttled, "The API is throttling requests"),
            408 or (>= 500 and < 600) => (EnPowerErrorId.ServiceUnavailable, "The API failed"),
            _ => (EnPowerErrorId.UnexpectedStatus, "The API answered with a status that it doesn't document"),
        };

        string message = $"{summary} ({head.Describe(body)})"
            + (body.Message is null ? "." : $": {body.Message.ToSentence()}")
            + (retryAfter >= options.TotalTimeout
                ? $" It asks to wait {retryAfter.Value.TotalSeconds:0} seconds, longer than retries may go on."
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

    // The place is in the message of some of these exceptions, but not of all.
    private static string Describe(Exception exception) =>
        exception is JsonException { Path: { } path } && !exception.Message.Contains(path)
            ? $"{exception.Message} ({path})"
            : exception.Message;

    private static string Target(Uri? location, Redaction redaction) => location switch
    {
        null => "nowhere",
        { IsAbsoluteUri: true } => ServerText.ToLine(location.GetLeftPart(UriPartial.Path), redaction)!,
        _ => "another path",
    };

    /// <summary>What is known of an answer beside its body. Texts are safe to show.</summary>
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

    /// <summary>An answer of status 200, with its body.</summary>
    private sealed record Answer(AnswerHead Head, ResponseContent Content) : IDisposable
    {
        public void Dispose() => Content.Dispose();
    }
}
