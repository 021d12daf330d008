namespace EnPower.Snapshots;

/// <summary>What was asked for when the objects of a snapshot were read.</summary>
/// <param name="Tenants">The tenants, as they were named; <see langword="null"/> for all.</param>
/// <param name="Parents">The parents whose lists were read; none where the API keeps one list only.</param>
/// <param name="Filters">The query parameters by which the API chose what to answer.</param>
internal sealed record SnapshotScope(
    IReadOnlyList<string>? Tenants, IReadOnlyList<string> Parents, IReadOnlyDictionary<string, string> Filters)
{
    /// <summary>Gets whether all of it is the same.</summary>
    public bool IsSame(SnapshotScope other) => HasSameTenants(other) && HasSameFilters(other) && Parents.SequenceEqual(other.Parents);

    public bool HasSameTenants(SnapshotScope other) => Tenants is null || other.Tenants is null
        ? Tenants == other.Tenants
        : new HashSet<string>(Tenants, StringComparer.OrdinalIgnoreCase).SetEquals(other.Tenants);

    public bool HasSameFilters(SnapshotScope other) =>
        Filters.Count == other.Filters.Count && Filters.All(filter => other.Filters.TryGetValue(filter.Key, out string? value) && value == filter.Value);

    /// <summary>Returns the tenants in words.</summary>
    public string DescribeTenants() => Tenants switch
    {
        null => "all tenants",
        { Count: <= 3 } => $"the tenants {string.Join(", ", Tenants)}",
        _ => $"{Tenants.Count} tenants",
    };

    /// <summary>Returns the filters in words.</summary>
    public string DescribeFilters() =>
        Filters.Count == 0 ? "no filter" : string.Join(", ", Filters.Select(static filter => $"{filter.Key}={filter.Value}"));
}
