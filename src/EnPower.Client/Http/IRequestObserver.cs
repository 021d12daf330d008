using System.Net;

namespace EnPower.Http;

/// <summary>Observes requests. Called from any thread.</summary>
internal interface IRequestObserver
{
    void Responded(HttpExchange exchange);

    void Retrying(RetryNotice notice);

    /// <summary>A request is held back because the API is throttling the connection.</summary>
    void Holding(TimeSpan time);

    /// <summary>The connection sends requests again after it was held back.</summary>
    /// <param name="inFlight">How many of its requests may be in flight at a time.</param>
    void GoingOn(int inFlight);

    void TokenAcquired(Uri authority, DateTimeOffset? expiresOn);
}

/// <summary>A request and its response, without secrets.</summary>
internal sealed record HttpExchange(Uri Uri, HttpStatusCode StatusCode, Version Version, TimeSpan Elapsed, string? RequestId);

/// <summary>A failed request that is retried after a delay.</summary>
internal sealed record RetryNotice(string Reason, TimeSpan Delay, int Retry, int MaximumRetryCount);
