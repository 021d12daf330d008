namespace EnPower.Http;

/// <summary>
/// Holds back all requests of a connection while the API throttles it, and releases them step by step afterwards.
/// Thread-safe.
/// </summary>
/// <remarks>
/// A connection that was never throttled has no limit. After a 429, no request is sent until the hold ends. Then requests
/// follow each other at a <see cref="RequestPace"/>, with one in flight. Each round of successes permits one more,
/// and each further 429 halves the number.
/// </remarks>
internal sealed class ThrottleGate : IDisposable
{
    // Longer than any wait that is possible; a server can send the year 9999.
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(30);

    // The shortest backoff of a retry.
    private static readonly TimeSpan ShortestHold = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan ShortestHoldToTell = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MeasuredTime = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _timeProvider;
    private readonly object _lock = new();
    private readonly Queue<Waiter> _waiting = [];
    private readonly ITimer _alarm;

    // Timestamps instead of times of day, because the clock can be adjusted.
    private readonly long _origin;
    private readonly Queue<TimeSpan> _letThrough = [];
    private readonly HashSet<IRequestObserver> _told = [];
    private TimeSpan _opensOn;
    private TimeSpan _nextTurn;
    private TimeSpan? _refusedOn;
    private bool _isHeld;
    private RequestPace? _pace;
    private int _refusals;
    private int _limit = int.MaxValue;
    private int _inFlight;
    private int _successes;
    private bool _isLimitReached;

    public ThrottleGate(TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _origin = timeProvider.GetTimestamp();
        _alarm = timeProvider.CreateTimer(
            static gate => ((ThrottleGate)gate!).GiveTurns(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gets the remaining time of the hold.</summary>
    public TimeSpan Remaining
    {
        get
        {
            lock (_lock)
            {
                return _opensOn > Now ? _opensOn - Now : TimeSpan.Zero;
            }
        }
    }

    private TimeSpan Now => _timeProvider.GetElapsedTime(_origin);

    /// <summary>Waits for the turn of a request.</summary>
    /// <param name="longestHold">The longest hold to wait for.</param>
    /// <param name="observer">Observes the start and the end of a hold.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The turn, to be disposed after the request; <see langword="null"/> if the hold is too long.</returns>
    public Task<Turn?> WaitAsync(TimeSpan longestHold, IRequestObserver observer, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            TimeSpan now = Now;
            if (_waiting.Count == 0 && WaitFrom(now) == TimeSpan.Zero)
            {
                return Task.FromResult<Turn?>(Pass(now));
            }

            if (_opensOn > now && _opensOn - now >= longestHold)
            {
                return Task.FromResult<Turn?>(null);
            }

            if (_opensOn - now >= ShortestHoldToTell && _told.Add(observer))
            {
                observer.Holding(_opensOn - now);
            }

            var waiter = new Waiter(now + longestHold, cancellationToken);
            _waiting.Enqueue(waiter);
            GiveTurns();
            return waiter.Task;
        }
    }

    /// <summary>Holds back all requests for a time, unless the current hold is longer.</summary>
    public void HoldFor(TimeSpan time)
    {
        lock (_lock)
        {
            TimeSpan opensOn = Now + (time < LongestHold ? time : LongestHold);
            if (opensOn <= _opensOn)
            {
                return;
            }

            _opensOn = opensOn;
            _isHeld = true;
            foreach (Waiter waiter in _waiting.Where(waiter => waiter.LatestOpening <= opensOn))
            {
                waiter.TryEnd(null);
            }
        }
    }

    public void Dispose() => _alarm.Dispose();

    private void GiveTurns()
    {
        lock (_lock)
        {
            while (_waiting.Count > 0)
            {
                if (_waiting.Peek().Task.IsCompleted)
                {
                    _waiting.Dequeue();
                    continue;
                }

                TimeSpan now = Now;
                TimeSpan wait = WaitFrom(now);
                if (wait != TimeSpan.Zero)
                {
                    // Timers have whole milliseconds, so round up: a timer must not fire too early.
                    _alarm.Change(
                        wait < TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)),
                        Timeout.InfiniteTimeSpan);
                    return;
                }

                Turn turn = Pass(now);
                if (!_waiting.Dequeue().TryEnd(turn))
                {
                    turn.Dispose();
                }
            }
        }
    }

    /// <summary>Gets the time until the next request; infinite if a request in flight must end first.</summary>
    private TimeSpan WaitFrom(TimeSpan now)
    {
        if (now < _opensOn)
        {
            return _opensOn - now;
        }

        if (_isHeld)
        {
            GoOn(now);
        }

        if (_inFlight >= _limit)
        {
            _isLimitReached = true;
            return Timeout.InfiniteTimeSpan;
        }

        return now < _nextTurn ? _nextTurn - now : TimeSpan.Zero;
    }

    private void GoOn(TimeSpan now)
    {
        _isHeld = false;
        if (_refusedOn is { } refusedOn)
        {
            _pace = RequestPace.After(_pace, _letThrough.Count, refusedOn, now);
            _letThrough.Clear();
            _nextTurn = now;
            _refusedOn = null;
        }

        foreach (IRequestObserver observer in _told)
        {
            observer.GoingOn(_limit);
        }

        _told.Clear();
    }

    private Turn Pass(TimeSpan now)
    {
        _inFlight++;
        if (_pace is not null)
        {
            // A late timer does not reduce the pace: up to one interval of delay is made up.
            TimeSpan interval = _pace.IntervalAt(now);
            _nextTurn = (_nextTurn > now - interval ? _nextTurn : now - interval) + interval;
        }

        return new Turn(this, _refusals);
    }

    private void OnLetThrough(int refusalsBefore)
    {
        lock (_lock)
        {
            _letThrough.Enqueue(Now);
            if (!_isHeld)
            {
                ForgetBefore(Now - MeasuredTime);
            }

            if (refusalsBefore != _refusals || _limit == int.MaxValue || ++_successes < _limit)
            {
                return;
            }

            // A limit that was not reached does not justify a higher one.
            _limit += _isLimitReached ? 1 : 0;
            _successes = 0;
            _isLimitReached = false;
        }
    }

    private void OnRefused(int refusalsBefore, TimeSpan hold, IRequestObserver observer)
    {
        lock (_lock)
        {
            _told.Add(observer);
            HoldFor(hold > ShortestHold ? hold : ShortestHold);

            // A request that was sent before the last reduction does not reduce the limit again.
            if (refusalsBefore == _refusals)
            {
                _refusals++;
                _limit = _limit == int.MaxValue ? 1 : Math.Max(1, _limit / 2);
                _successes = 0;
                _isLimitReached = false;
                _refusedOn = Now;
                ForgetBefore(Now - MeasuredTime);
            }
        }
    }

    private void OnOver()
    {
        lock (_lock)
        {
            _inFlight--;
            GiveTurns();
        }
    }

    private void ForgetBefore(TimeSpan time)
    {
        while (_letThrough.Count > 0 && _letThrough.Peek() < time)
        {
            _letThrough.Dequeue();
        }
    }

    /// <summary>The turn of a request, until its response has arrived.</summary>
    internal sealed class Turn(ThrottleGate gate, int refusalsBefore) : IDisposable
    {
        /// <summary>Notes a response other than 429.</summary>
        public void LetThrough() => gate.OnLetThrough(refusalsBefore);

        /// <summary>Notes a 429.</summary>
        /// <param name="hold">The time to wait.</param>
        /// <param name="observer">Observes the end of the hold.</param>
        public void Refuse(TimeSpan hold, IRequestObserver observer) => gate.OnRefused(refusalsBefore, hold, observer);

        public void Dispose() => gate.OnOver();
    }

    private sealed class Waiter : TaskCompletionSource<Turn?>
    {
        private readonly CancellationTokenRegistration _cancellation;

        public Waiter(TimeSpan latestOpening, CancellationToken cancellationToken)
            : base(TaskCreationOptions.RunContinuationsAsynchronously)
        {
            LatestOpening = latestOpening;
            _cancellation = cancellationToken.Register(() => TrySetCanceled(cancellationToken));
        }

        /// <summary>Gets the latest acceptable end of the hold.</summary>
        public TimeSpan LatestOpening { get; }

        /// <summary>Ends the wait, unless it was cancelled.</summary>
        public bool TryEnd(Turn? turn)
        {
            _cancellation.Dispose();
            return TrySetResult(turn);
        }
    }
}
