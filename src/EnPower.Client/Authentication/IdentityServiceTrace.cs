using System.Net;
using System.Net.Http.Headers;

namespace EnPower.Authentication;

/// <summary>Remembers the last request to the identity service and its answer, which tell what went wrong.</summary>
internal sealed class IdentityServiceTrace(HttpMessageHandler transport) : DelegatingHandler(transport)
{
    /// <summary>Gets the address that was asked last; <see langword="null"/> before the first.</summary>
    public Uri? Url { get; private set; }

    /// <summary>Gets the answer's status; <see langword="null"/> where none came.</summary>
    public HttpStatusCode? StatusCode { get; private set; }

    public RetryConditionHeaderValue? RetryAfter { get; private set; }

    public string? MediaType { get; private set; }

    public string? Body { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (Url, StatusCode, RetryAfter, MediaType, Body) = (request.RequestUri, null, null, null, null);
        if (Url!.Scheme != Uri.UriSchemeHttps)
        {
            throw new EnPowerAuthenticationException(
                EnPowerErrorId.InvalidIdentityResponse,
                $"The identity service names a token endpoint that is not https ({Url}). Nothing was sent there.")
            {
                Url = Url.AbsoluteUri,
            };
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        (StatusCode, RetryAfter) = (response.StatusCode, response.Headers.RetryAfter);
        MediaType = response.Content.Headers.ContentType?.MediaType;
        if (response.StatusCode != HttpStatusCode.OK)
        {
            await response.Content.LoadIntoBufferAsync().ConfigureAwait(false);
            Body = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
        }

        return response;
    }
}
