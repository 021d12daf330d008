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

    internal void Answer(Entry entry, int statusCode)
    {
        lock (_lock)
        {
            entry.Request = entry.Request with { StatusCode = statusCode };
        }
    }

    internal sealed class Entry(LoggedRequest request)
    {
        public LoggedRequest Request { get; set; } = request;
    }
}
