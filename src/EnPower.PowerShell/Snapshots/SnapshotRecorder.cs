namespace EnPower.Snapshots;

/// <summary>
/// Creates a snapshot of pipeline objects of one resource, with the scope and the completeness of their reads.
/// </summary>
/// <param name="stream">The stream to write to. The caller disposes it.</param>
/// <param name="before">The read that is in progress in the same pipeline, if any.</param>
internal sealed class SnapshotRecorder(Stream stream, (Type Model, ListRead Read)? before) : IDisposable
{
    private readonly HashSet<ListRead> _reads = [];
    private readonly List<string> _warnings = [];
    private SnapshotWriter? _writer;
    private ResourceModel? _model;
    private ListRead? _latest;
    private SnapshotScope? _scopeOfHeader;
    private bool _isOfUnknownReads;

    /// <summary>Gets the warnings about the snapshot, after its end.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Adds an object.</summary>
    /// <exception cref="EnPowerException">
    /// The object is not of a resource of EnPower, or of another resource than the previous ones.
    /// </exception>
    public void Add(PSObject value)
    {
        ApiObject item = SnapshotObject.From(value);
        Note(item.Read);
        _writer ??= Begin(item.GetType());
        if (item.GetType() != _model!.Type)
        {
            throw new EnPowerException(
                EnPowerErrorId.NotOfOneResource,
                $"A snapshot contains one resource. An object of {item.GetType().Name} followed objects of {_model.Name}.");
        }

        _writer.Write(item);
    }

    /// <summary>Ends the snapshot.</summary>
    /// <exception cref="EnPowerException">There are no objects, and their resource is unknown.</exception>
    public void End()
    {
        if (before is { } inFlight && (_model is null || _model.Type == inFlight.Model))
        {
            Note(inFlight.Read);
            _writer ??= Begin(inFlight.Model);
        }

        if (_writer is null)
        {
            throw new EnPowerException(
                EnPowerErrorId.NotOfOneResource, "There are no objects, so the resource of the snapshot is unknown.");
        }

        SnapshotScope scope = Scope();
        string? reason = _reads.Select(static read => read.ReasonOfIncompleteness)
            .FirstOrDefault(static reason => reason is not null);
        _writer.End(new SnapshotFooter(
            _writer.Count,
            _isOfUnknownReads ? null : _reads.Sum(static read => read.Count),
            reason,
            _scopeOfHeader?.IsSame(scope) == true ? null : scope,
            _writer.Tenants,
            MissingFields()));
        Warn(reason);
    }

    public void Dispose() => _writer?.Dispose();

    private SnapshotWriter Begin(Type type)
    {
        _model = ResourceModel.Of(type);
        _scopeOfHeader = _reads.Count > 0 ? Scope() : null;
        DateTime now = DateTime.UtcNow;
        return new SnapshotWriter(stream, new SnapshotHeader(
            _model.Name,
            _scopeOfHeader,
            now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)),
            typeof(SnapshotRecorder).Assembly.GetName().Version!.ToString(3),
            [.. _model.Properties.Select(static property => property.Field)]));
    }

    private void Note(ListRead? read)
    {
        if (read is null)
        {
            _isOfUnknownReads = true;
        }
        else if (read != _latest)
        {
            _latest = read;
            _reads.Add(read);
        }
    }

    private SnapshotScope Scope()
    {
        IEnumerable<string> ofUnknown = _isOfUnknownReads
            ? _writer!.Tenants.Select(static tenant => tenant.Id ?? tenant.Domain).OfType<string>()
            : [];
        return new SnapshotScope(
            _reads.Any(static read => read.Tenants is null)
                ? null
                : [.. _reads.SelectMany(static read => read.Tenants!).Concat(ofUnknown)
                    .Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. _reads.SelectMany(static read => read.Parents).Distinct()],
            _reads.SelectMany(static read => read.Filters).Where(static filter => filter.Value is not null)
                .GroupBy(static filter => filter.Name)
                .ToDictionary(
                    static filter => filter.Key,
                    static filter => string.Join(
                        ",",
                        filter.Select(static one => one.Value!).Distinct()
                            .OrderBy(static value => value, StringComparer.Ordinal))));
    }

    private IReadOnlyCollection<string> MissingFields()
    {
        IReadOnlyCollection<string> missing = _isOfUnknownReads
            ? []
            : _reads.Select(static read => read.MissingFields).Aggregate(static (one, other) => [.. one.Intersect(other)]);
        return [.. missing.OrderBy(static field => field, StringComparer.Ordinal)];
    }

    private void Warn(string? reason)
    {
        if (reason is not null)
        {
            _warnings.Add($"The snapshot is incomplete. {reason}");
        }

        if (_isOfUnknownReads)
        {
            _warnings.Add(
                "Objects from a file or another process have no information about their read. The snapshot assumes that they are "
                + "complete for their tenants.");
        }
    }
}
