namespace EnPower.Http;

/// <summary>
/// Holds back the requests of a connection while the API is throttling it, whichever of them was refused, and gives them their
/// turn afterwards. Safe to share by threads.
/// </summary>
/// <remarks>
/// A connection that was never throttled has no limit. After a refusal nothing is sent until the hold is over. Then requests
/// follow each other at a <see cref="RequestPace"/>, with one in flight at a time; each round of successes permits one more,
/// each further refusal half as many.
/// </remarks>
internal sealed class ThrottleGate : IDisposable
{
    // Longer than any wait that is waited for; a server can name the year 9999.
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(30);

    // No retry comes sooner than this.
    private static readonly TimeSpan ShortestHold = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan ShortestHoldToTell = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MeasuredTime = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _timeProvider;
    private readonly object _lock = new();
    private readonly Queue<Waiter> _waiting = [];
    private readonly ITimer _alarm;

    // Timestamps rather than times of day: the clock may be put right meanwhile.
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

    /// <summary>Gets the time that is left of the hold.</summary>
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
    /// <param name="longestHold">How long the API may ask to wait.</param>
    /// <param name="observer">Is told when the connection is held back, and when it goes on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The turn, to be disposed once the request is over; <see langword="null"/> where the hold is too long.</returns>
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

    /// <summary>Lets no request through for a time. One that ends sooner than what was said before changes nothing.</summary>
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

            GiveTurns();
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
                    // Timers know whole milliseconds only; one that is set for less than is left would go off too soon.
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

    /// <summary>How long no request may be sent; infinite where that is so until one in flight is over.</summary>
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
            // A timer that goes off late doesn't slow the pace down: one interval of delay is made up for.
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

            // A limit that isn't reached says nothing about the next.
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

            // One that was sent before the limit was last reduced doesn't reduce it again.
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

    /// <summary>The turn of a request, from before it is sent until its answer is here.</summary>
    internal sealed class Turn(ThrottleGate gate, int refusalsBefore) : IDisposable
    {
        /// <summary>Notes that the API answered something else than that it is throttling.</summary>
        public void LetThrough() => gate.OnLetThrough(refusalsBefore);

        /// <summary>Notes that the API is throttling.</summary>
        /// <param name="hold">For how long.</param>
        /// <param name="observer">Is told when the connection goes on.</param>
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

        /// <summary>Gets when the hold has to be over by.</summary>
        public TimeSpan LatestOpening { get; }

        /// <summary>Ends the wait, unless it was cancelled.</summary>
        public bool TryEnd(Turn? turn)
        {
            _cancellation.Dispose();
            return TrySetResult(turn);
        }
    }
}
