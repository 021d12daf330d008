namespace EnPower.Emulator;

/// <summary>All received requests except control requests, in order of arrival. Thread-safe.</summary>
public sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    /// <summary>The requests so far.</summary>
    public IReadOnlyList<LoggedRequest> Snapshot()
    {
        lock (_lock)
        {
            return _entries.ConvertAll(entry => entry.Request);
        }
    }

    /// <summary>Clears the log.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
        }
    }

    internal Entry Add(LoggedRequest request)
    {
        var entry = new Entry(request);
        lock (_lock)
        {
            _entries.Add(entry);
        }

        return entry;
    }

    internal void Answer(Entry entry, int statusCode) => Change(entry, request => request with { StatusCode = statusCode });

    internal void Abort(Entry entry) => Change(entry, request => request with { IsAborted = true });

    private void Change(Entry entry, Func<LoggedRequest, LoggedRequest> change)
    {
        lock (_lock)
        {
            entry.Request = change(entry.Request);
        }
    }

    internal sealed class Entry(LoggedRequest request)
    {
        public LoggedRequest Request { get; set; } = request;
    }
}
