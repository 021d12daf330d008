using System.Collections.Concurrent;
using System.Globalization;
using EnPower.Http;

namespace EnPower.Pipeline;

/// <summary>
/// Queues the messages of other threads about requests for the pipeline thread, which alone may write.
/// </summary>
internal sealed class PipelineObserver : IRequestObserver
{
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(5);

    private readonly BlockingCollection<Action<Cmdlet>> _messages = [];

    public void Responded(HttpExchange exchange)
    {
        _messages.Add(cmdlet =>
        {
            cmdlet.WriteVerbose($"GET {exchange.Uri.ToDisplayString()}");
            cmdlet.WriteDebug(
                $"{(int)exchange.StatusCode} {exchange.StatusCode} over HTTP/{exchange.Version} after "
                + $"{exchange.Elapsed.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms, "
                + $"request {exchange.RequestId ?? "without ID"}");
        });
    }

    public void Retrying(RetryNotice notice)
    {
        string text = $"{notice.Reason.ToSentence()} Retry {notice.Retry} of {notice.MaximumRetryCount} follows in "
            + $"{notice.Delay.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} seconds.";
        _messages.Add(notice.Delay > LongWait
            ? cmdlet => cmdlet.WriteWarning(text)
            : cmdlet => cmdlet.WriteVerbose(text));
    }

    public void Holding(TimeSpan time)
    {
        string text = "The API is throttling this connection. Requests are held back for "
            + $"{time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} seconds.";
        _messages.Add(time > LongWait
            ? cmdlet => cmdlet.WriteWarning(text)
            : cmdlet => cmdlet.WriteVerbose(text));
    }

    public void GoingOn(int inFlight) => _messages.Add(cmdlet => cmdlet.WriteVerbose(
        $"The API no longer throttles this connection. It continues with {inFlight} "
        + $"{(inFlight == 1 ? "request" : "requests")} in flight."));

    public void TokenAcquired(Uri authority, DateTimeOffset? expiresOn) =>
        _messages.Add(cmdlet => cmdlet.WriteVerbose(
            $"New access token from {authority}, "
            + $"{(expiresOn is { } end ? $"valid until {end.ToLocalTime():G}" : "with an unknown expiry")}"));

    /// <summary>Waits for a task, and writes the queued messages.</summary>
    public void WriteUntilDone(Task work, Cmdlet cmdlet, CancellationToken cancellationToken)
    {
        if (!work.IsCompleted)
        {
            // Wakes the loop below.
            work.ContinueWith(
                _ => _messages.Add(static _ => { }),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        while (!work.IsCompleted)
        {
            _messages.Take(cancellationToken)(cmdlet);
        }

        while (_messages.TryTake(out Action<Cmdlet>? write))
        {
            write(cmdlet);
        }
    }
}
