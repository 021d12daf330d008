namespace EnPower.Snapshots;

/// <summary>
/// Compares two snapshots. Keeps the hashed key and the hash of each object of the reference, and streams the difference. Lines
/// of objects that may have changed are then looked up in the reference. Memory grows with the number of keys only.
/// </summary>
internal sealed class SnapshotComparison
{
    // Lines of the difference that wait for the lookup in the reference: about ten thousand mailboxes.
    private const int MostWaiting = 16 * 1024 * 1024;

    // Replaces the hash of an object that is in the difference.
    private const ulong Met = 0;

    private static readonly string[] TenantFields = ["tenantId", "tenantDomain"];

    private readonly SnapshotSide _reference;
    private readonly SnapshotSide _difference;
    private readonly ComparisonOptions _options;
    private readonly ResourceModel _model;
    private readonly LineScanner _scanner;
    private readonly ObjectComparer _comparer;
    private readonly Dictionary<LineKey, ulong> _objects;
    private readonly Dictionary<LineKey, byte[]> _waiting = [];
    private readonly bool _isReferenceWhole;
    private readonly bool _isDifferenceWhole;
    private readonly List<string> _warnings = [];
    private int _bytesWaiting;
    private SnapshotReader? _lookup;
    private long _withoutKey;
    private long _repeated;

    /// <summary>Prepares a comparison.</summary>
    /// <exception cref="EnPowerException">The snapshots can't be compared, or a comparison would mislead.</exception>
    public SnapshotComparison(SnapshotSide reference, SnapshotSide difference, ComparisonOptions options)
    {
        _reference = reference;
        _difference = difference;
        _options = options;
        _model = reference.Model;
        IReadOnlyList<string> reasons = [.. Mismatches()];
        if (reasons.Count > 0 && !options.Force)
        {
            throw new EnPowerException(EnPowerErrorId.SnapshotsNotComparable, string.Join(" ", reasons));
        }

        bool isSameSelection = reference.Scope.HasSameFilters(difference.Scope)
            && reference.Footer.IsSelection == difference.Footer.IsSelection;
        _isReferenceWhole = isSameSelection && reference.Footer.IsComplete;
        _isDifferenceWhole = isSameSelection && difference.Footer.IsComplete;
        if (reference.Footer.IsSelection && difference.Footer.IsSelection)
        {
            _warnings.Add(
                "Both sides are filtered selections of the objects read. An added or removed object may have passed "
                + "or missed a filter.");
        }

        ResourceProperty[] compared = [.. Compared()];
        _comparer = new ObjectComparer(_model, compared, options);
        string? tenantField = TenantFields
            .FirstOrDefault(field => _model.Properties.Any(property => property.Field == field) && IsKnown(field));
        _scanner = new LineScanner(_model, tenantField, [.. _model.Properties.Select(property => compared.Contains(property))]);

        // Allocates the capacity once: a growing dictionary needs half as much again.
        long count = reference.Footer.Count + (reference.Footer.Count / 50);
        _objects = new Dictionary<LineKey, ulong>((int)Math.Min(count, int.MaxValue / 2));
    }

    /// <summary>Gets the warnings of the comparison. <see cref="Run"/> may add more.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Runs the comparison.</summary>
    /// <exception cref="EnPowerException">A line can't be read.</exception>
    public IEnumerable<Change> Run()
    {
        if (_reference.Model != _difference.Model)
        {
            yield break;
        }

        ReadReference();
        using (SnapshotReader difference = _difference.Open())
        {
            while (difference.Read())
            {
                foreach (Change change in Meet(difference))
                {
                    yield return change;
                }
            }
        }

        foreach (Change change in LookUp().Concat(FindRemoved()))
        {
            yield return change;
        }

        _lookup?.Dispose();
        WarnOf(_withoutKey, "have no key, and were not compared.");
        WarnOf(_repeated, "repeat the key of another on the same side. Only the first of each key was compared.");
    }

    private void WarnOf(long count, string reason)
    {
        if (count > 0)
        {
            _warnings.Add($"{count} objects {reason}");
        }
    }

    private IEnumerable<string> Mismatches()
    {
        if (_reference.Model != _difference.Model)
        {
            yield return $"{_reference.Name} contains {_reference.Header.Resource} objects, "
                + $"{_difference.Name} contains {_difference.Header.Resource} objects.";
            yield break;
        }

        foreach (SnapshotSide side in new[] { _reference, _difference })
        {
            if (!side.Footer.IsComplete)
            {
                yield return $"{side.Name} is incomplete. {side.Footer.Reason}";
            }
        }

        SnapshotScope reference = _reference.Scope;
        SnapshotScope difference = _difference.Scope;
        if (!reference.HasSameTenants(difference))
        {
            yield return $"{_reference.Name} covers {reference.DescribeTenants()}, "
                + $"{_difference.Name} covers {difference.DescribeTenants()}.";
        }
        else if (reference.Tenants is null && _reference.Footer.Tenants.Count > 0 && _difference.Footer.Tenants.Count > 0
            && !_reference.Footer.Tenants.Any(_difference.Footer.Tenants.Contains))
        {
            yield return $"{_reference.Name} and {_difference.Name} have no tenant in common.";
        }

        if (!reference.HasSameFilters(difference))
        {
            yield return $"{_reference.Name} was read with {reference.DescribeFilters()}, "
                + $"{_difference.Name} with {difference.DescribeFilters()}.";
        }

        if (_reference.Footer.IsSelection != _difference.Footer.IsSelection)
        {
            string selection = (_reference.Footer.IsSelection ? _reference : _difference).Name;
            yield return $"{selection} is a filtered selection of the objects read.";
        }
    }

    private bool IsKnown(string field) => _reference.Knows(field) && _difference.Knows(field);

    private IEnumerable<ResourceProperty> Compared()
    {
        string[] unknown =
        [
            .. _reference.Header.Fields.Union(_difference.Header.Fields, StringComparer.Ordinal)
                .Where(field => _reference.Knows(field) != _difference.Knows(field)
                    || (IsKnown(field) && !_model.Properties.Any(property => property.Field == field))),
        ];
        if (unknown.Length > 0)
        {
            _warnings.Add(
                "Fields that one side or this version of EnPower does not know were not compared: "
                + $"{string.Join(", ", unknown)}.");
        }

        return _model.Properties.Where(property => IsKnown(property.Field) && IsWanted(property));
    }

    private bool IsWanted(ResourceProperty property) => _options.IsWanted(property.Name, property)
        || (property.Group is { } group
            && group.Properties.Any(inner => _options.IsWanted($"{property.Name}.{inner.Name}", inner)));

    private void ReadReference()
    {
        using SnapshotReader reference = _reference.Open();
        while (reference.Read())
        {
            if (!reference.TryScan(_scanner, out LineKey key, out ulong hash))
            {
                _withoutKey++;
            }
            else if (_objects.TryGetValue(key, out _))
            {
                _repeated++;
            }
            else
            {
                _objects.Add(key, hash);
            }
        }
    }

    private IEnumerable<Change> Meet(SnapshotReader difference)
    {
        if (!difference.TryScan(_scanner, out LineKey key, out ulong hash))
        {
            _withoutKey++;
            return [];
        }

        bool isInReference = _objects.TryGetValue(key, out ulong before);
        if (isInReference && before == Met)
        {
            _repeated++;
            return [];
        }

        _objects[key] = Met;
        if (!isInReference)
        {
            ApiObject item = difference.ReadObject();
            return _isReferenceWhole && _reference.Covers(item, _difference) ? _comparer.Added(item) : [];
        }

        if (before == hash)
        {
            return _options.IncludesUnchanged ? [_comparer.Unchanged(difference.ReadObject())] : [];
        }

        _waiting[key] = difference.Line.ToArray();
        _bytesWaiting += difference.Line.Count;
        return _bytesWaiting > MostWaiting ? LookUp() : [];
    }

    // Continues where the last lookup ended, in a circle: both sides usually have the same order.
    private IEnumerable<Change> LookUp()
    {
        bool isSecondRound = false;
        while (_waiting.Count > 0)
        {
            _lookup ??= _reference.Open();
            if (!_lookup.Read())
            {
                _lookup.Dispose();
                _lookup = null;
                isSecondRound = isSecondRound ? throw ReferenceChanged() : true;
            }
            else if (_lookup.TryScan(_scanner, out LineKey key, out _) && _waiting.TryGetValue(key, out byte[]? line))
            {
                _waiting.Remove(key);
                ApiObject old = _lookup.ReadObject();
                foreach (Change change in _comparer.Compare(old, _model.Read(new ArraySegment<byte>(line))))
                {
                    yield return change;
                }
            }
        }

        _bytesWaiting = 0;
    }

    private EnPowerException ReferenceChanged() =>
        new(EnPowerErrorId.InvalidSnapshot, $"{_reference.Name} was changed during the comparison.");

    private IEnumerable<Change> FindRemoved()
    {
        if (!_isDifferenceWhole || _objects.Values.All(static hash => hash == Met))
        {
            yield break;
        }

        using SnapshotReader reference = _reference.Open();
        while (reference.Read())
        {
            if (reference.TryScan(_scanner, out LineKey key, out _) && _objects.TryGetValue(key, out ulong hash) && hash != Met)
            {
                _objects[key] = Met;
                ApiObject item = reference.ReadObject();
                if (_difference.Covers(item, _reference))
                {
                    foreach (Change change in _comparer.Removed(item))
                    {
                        yield return change;
                    }
                }
            }
        }
    }
}
