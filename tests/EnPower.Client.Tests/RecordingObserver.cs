using System.Collections.Concurrent;
using EnPower.Http;

namespace EnPower;

/// <summary>Records all notifications.</summary>
internal class RecordingObserver : IRequestObserver
{
    public ConcurrentQueue<HttpExchange> Exchanges { get; } = [];

    public ConcurrentQueue<RetryNotice> Retries { get; } = [];

    public ConcurrentQueue<TimeSpan> Holds { get; } = [];

    public ConcurrentQueue<int> Limits { get; } = [];

    public ConcurrentQueue<DateTimeOffset?> Tokens { get; } = [];

    public virtual void Responded(HttpExchange exchange) => Exchanges.Enqueue(exchange);

    public void Retrying(RetryNotice notice) => Retries.Enqueue(notice);

    public void Holding(TimeSpan time) => Holds.Enqueue(time);

    public void GoingOn(int inFlight) => Limits.Enqueue(inFlight);

    public void TokenAcquired(Uri authority, DateTimeOffset? expiresOn) => Tokens.Enqueue(expiresOn);
}
