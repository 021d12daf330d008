using EnPower.Http;
using Microsoft.Extensions.Time.Testing;

namespace EnPower;

/// <summary>
/// A server in fake time that lets a number of requests through in each second and refuses the rest, asking for a second's wait;
/// and clients that send it a number of requests, as many at once as are allowed.
/// </summary>
internal sealed class RateLimitedServer(int requestsPerSecond, TimeSpan latency, int clients)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new();
    private readonly List<int> _windows = [];

    /// <summary>Gets how many requests were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Gets how long it took.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Gets the time that no client could do with less of.</summary>
    public TimeSpan Floor(int requests) => TimeSpan.FromSeconds(
        Math.Max((double)requests / requestsPerSecond, requests * latency.TotalSeconds / clients));

    /// <summary>Has requests sent until each was let through.</summary>
    public void Serve(int requests)
    {
        using var gate = new ThrottleGate(_time);
        var observer = new RecordingObserver();
        long began = _time.GetTimestamp();
        int waiting = requests;
        var atGate = new List<Task<ThrottleGate.Turn?>>();
        var onTheWay = new Queue<(TimeSpan Due, ThrottleGate.Turn Turn)>();
        var answers = new Queue<(TimeSpan Due, ThrottleGate.Turn Turn, bool IsLetThrough)>();
        var retries = new Queue<TimeSpan>();
        int clientsAtRest = clients;
        for (int done = 0; done < requests; _time.Advance(Step))
        {
            TimeSpan now = Elapsed = _time.GetElapsedTime(began);
            while (answers.TryPeek(out (TimeSpan Due, ThrottleGate.Turn Turn, bool IsLetThrough) answer) && answer.Due <= now)
            {
                answers.Dequeue();
                if (answer.IsLetThrough)
                {
                    answer.Turn.LetThrough();
                    clientsAtRest++;
                    done++;
                }
                else
                {
                    Refused++;
                    answer.Turn.Refuse(RetryAfter, observer);
                    retries.Enqueue(now + RetryAfter);
                }

                answer.Turn.Dispose();
            }

            for (; retries.TryPeek(out TimeSpan retry) && retry <= now; retries.Dequeue())
            {
                atGate.Add(gate.WaitAsync(TimeSpan.FromMinutes(10), observer, CancellationToken.None));
            }

            for (; clientsAtRest > 0 && waiting > 0; clientsAtRest--, waiting--)
            {
                atGate.Add(gate.WaitAsync(TimeSpan.FromMinutes(10), observer, CancellationToken.None));
            }

            foreach (Task<ThrottleGate.Turn?> turn in atGate.FindAll(turn => turn.IsCompletedSuccessfully))
            {
                onTheWay.Enqueue((now + (latency / 2), turn.GetAwaiter().GetResult()!));
                atGate.Remove(turn);
            }

            while (onTheWay.TryPeek(out (TimeSpan Due, ThrottleGate.Turn Turn) request) && request.Due <= now)
            {
                onTheWay.Dequeue();
                answers.Enqueue((now + (latency / 2), request.Turn, IsLetThrough(now)));
            }
        }
    }

    private bool IsLetThrough(TimeSpan now)
    {
        int window = (int)now.TotalSeconds;
        while (_windows.Count <= window)
        {
            _windows.Add(0);
        }

        return _windows[window]++ < requestsPerSecond;
    }
}
