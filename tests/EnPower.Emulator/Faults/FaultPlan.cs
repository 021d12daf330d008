namespace EnPower.Emulator;

/// <summary>The planned faults. Thread-safe.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<Planned> _planned = [];

    /// <summary>Adds a fault, and starts counting its requests.</summary>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_lock)
        {
            _planned.Add(new Planned(fault));
        }
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _planned.Clear();
        }
    }

    /// <summary>Counts a request, and returns the fault that applies to it, if any.</summary>
    internal Fault? Next(string path, string? query)
    {
        lock (_lock)
        {
            Fault? first = null;
            foreach (Planned planned in _planned)
            {
                if (planned.Counts(path, query) && planned.Applies)
                {
                    first ??= planned.Fault;
                }
            }

            return first;
        }
    }

    private sealed class Planned(Fault fault)
    {
        private long _requests;

        public Fault Fault { get; } = fault;

        public bool Applies => _requests >= Fault.FromRequest
            && (Fault.Times is not { } times || _requests < (long)Fault.FromRequest + times);

        public bool Counts(string path, string? query)
        {
            if (!path.StartsWith(Fault.Path, StringComparison.OrdinalIgnoreCase)
                || (Fault.Query is { } part && query?.Contains(part, StringComparison.OrdinalIgnoreCase) != true))
            {
                return false;
            }

            _requests++;
            return true;
        }
    }
}
