using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using EnPower.Authentication;

namespace EnPower.Http;

/// <summary>One request to the AvePoint Graph API: sent with a token, retried, read, or failed with a typed error.</summary>
internal sealed class GraphApiClient(
    Uri endpoint, HttpClient http, AccessTokenCache tokens, RetryOptions options, TimeProvider timeProvider)
{
    public const string Permission = "enpower.data.read.all";

    /// <summary>How large an answer may be, unpacked. A full page of 1000 mailboxes has about 4 MB.</summary>
    public const int MaximumResponseBytes = 32 * 1024 * 1024;

    private readonly RetryPipeline _retries = new(options, timeProvider);

    /// <summary>Gets an address and reads the whole answer, or nothing of it.</summary>
    /// <param name="uri">The address.</param>
    /// <param name="parse">Makes something of the body, and keeps none of its bytes.</param>
    /// <param name="observer">Is told of each request.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="EnPowerApiException">The request failed, or the address is on another server than the endpoint.</exception>
    public async Task<T> GetAsync<T>(
        Uri uri,
        Func<ArraySegment<byte>, T> parse,
        IRequestObserver observer,
        CancellationToken cancellationToken)
    {
        // Whatever the address comes from, the token goes nowhere else.
        uri.RequireOriginOf(endpoint);
        return await _retries.ExecuteAsync(
            token => TryGetAsync(uri, parse, observer, token), observer, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<T> TryGetAsync<T>(
        Uri uri,
        Func<ArraySegment<byte>, T> parse,
        IRequestObserver observer,
        CancellationToken cancellationToken)
    {
        AccessToken token = await tokens.GetAsync(observer, cancellationToken).ConfigureAwait(false);

        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using ITimer limit = timeProvider.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(), attempt, options.AttemptTimeout, Timeout.InfiniteTimeSpan);
        try
        {
            HttpResponseMessage response = await SendAsync(uri, token, observer, attempt.Token).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.Unauthorized)
            {
                response.Dispose();
                token = await tokens.RenewAsync(token, observer, attempt.Token).ConfigureAwait(false);
                response = await SendAsync(uri, token, observer, attempt.Token).ConfigureAwait(false);
            }

            using (response)
            {
                if (response.StatusCode != HttpStatusCode.OK)
                {
                    throw await FailureAsync(uri, response, token, attempt.Token).ConfigureAwait(false);
                }

                return await ReadAsync(uri, response, parse, attempt.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EnPowerApiException(
                EnPowerErrorId.RequestTimedOut,
                $"{uri.Host} did not answer in full within {options.AttemptTimeout.TotalSeconds:0} seconds.",
                uri,
                exception)
            {
                IsTransient = true,
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var failure = TransportFailure.From(exception, uri);
            throw new EnPowerApiException(failure.ErrorId, failure.Message, uri, exception) { IsTransient = failure.IsTransient };
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        Uri uri, AccessToken token, IRequestObserver observer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
#if NET
        request.Version = HttpVersion.Version20;

        // What compresses as it answers makes Brotli in its fastest way: twice the bytes of gzip, and three times the time to unpack.
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br", 0.5));
#endif

        var watch = Stopwatch.StartNew();
        HttpResponseMessage response = await http
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        observer.Responded(new HttpExchange(uri, response.StatusCode, response.Version, watch.Elapsed, RequestId(response)));
        return response;
    }

    private static async Task<T> ReadAsync<T>(
        Uri uri,
        HttpResponseMessage response,
        Func<ArraySegment<byte>, T> parse,
        CancellationToken cancellationToken)
    {
        try
        {
            using Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            using ResponseContent content = await ResponseContent.ReadAsync(
                stream, MaximumResponseBytes, () => TooLarge(uri, response), cancellationToken).ConfigureAwait(false);
            return parse(content.Bytes);
        }
        catch (JsonException exception)
        {
            string type = response.Content.Headers.ContentType?.MediaType ?? "no content type";
            throw new EnPowerApiException(
                EnPowerErrorId.InvalidResponse,
                $"The answer of {uri.Host} ({type}) is not what the API documents: {Describe(exception)}",
                uri,
                exception)
            {
                StatusCode = response.StatusCode,
                RequestId = RequestId(response),
            };
        }
    }

    private static EnPowerApiException TooLarge(Uri uri, HttpResponseMessage response) => new(
        EnPowerErrorId.ResponseTooLarge,
        $"The answer of {uri.Host} is larger than {MaximumResponseBytes / 1024 / 1024} MB, and was read no further.",
        uri)
    {
        StatusCode = response.StatusCode,
        RequestId = RequestId(response),
    };

    private async Task<EnPowerApiException> FailureAsync(
        Uri uri, HttpResponseMessage response, AccessToken token, CancellationToken cancellationToken)
    {
        int status = (int)response.StatusCode;
        (EnPowerErrorId errorId, string summary) = status switch
        {
            >= 300 and < 400 => (
                EnPowerErrorId.UnexpectedRedirect,
                $"{uri.Host} redirects to {Target(response.Headers.Location)}, which is not followed"),
            400 => (EnPowerErrorId.BadRequest, "The API refused the request"),
            401 => (EnPowerErrorId.Unauthorized, "The API refused the access token, and a new one as well"),
            403 => (EnPowerErrorId.Forbidden, $"The application lacks the permission {Permission}"),
            404 => (EnPowerErrorId.NotFound, $"{uri.Host} has nothing at {uri.AbsolutePath}"),
            429 => (EnPowerErrorId.Throttled, "The API is throttling requests"),
            408 or >= 500 => (EnPowerErrorId.ServiceUnavailable, "The API failed"),
            _ => (EnPowerErrorId.UnexpectedStatus, "The API answered with a status that it doesn't document"),
        };

        ErrorBody body = await ErrorBody.ReadAsync(response.Content, token.Value, cancellationToken).ConfigureAwait(false);
        string? requestId = RequestId(response) ?? body.RequestId;
        TimeSpan? retryAfter = response.Headers.RetryAfter.ToDelay(timeProvider);
        string message = $"{summary} (status {status}{(requestId is null ? null : $", request {requestId}")})"
            + (body.Message is null ? "." : $": {body.Message.ToSentence()}")
            + (retryAfter >= options.TotalTimeout
                ? $" It asks to wait {retryAfter.Value.TotalSeconds:0} seconds, longer than retries may go on."
                : null);
        return new EnPowerApiException(errorId, message, uri)
        {
            StatusCode = response.StatusCode,
            ErrorCode = body.Code,
            RequestId = requestId,
            IsTransient = status is 408 or 429 or 500 or 502 or 503 or 504,
            RetryAfter = retryAfter,
        };
    }

    // The place is in the message of some of these exceptions, but not of all.
    private static string Describe(JsonException exception) =>
        exception.Path is { } path && !exception.Message.Contains(path) ? $"{exception.Message} ({path})" : exception.Message;

    private static string Target(Uri? location) => location switch
    {
        null => "nowhere",
        { IsAbsoluteUri: true } => location.GetLeftPart(UriPartial.Path),
        _ => "another path",
    };

    private static string? RequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("request-id", out IEnumerable<string>? values)
        || response.Headers.TryGetValues("x-request-id", out values)
            ? ControlCharacters.MakeVisible(values.First())
            : null;
}
