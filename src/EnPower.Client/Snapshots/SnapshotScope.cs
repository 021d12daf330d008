namespace EnPower.Snapshots;

/// <summary>What was asked for when the objects of a snapshot were read.</summary>
/// <param name="Tenants">The tenants, as they were named; <see langword="null"/> for all.</param>
/// <param name="Filters">The query parameters by which the API chose what to answer.</param>
internal sealed record SnapshotScope(IReadOnlyList<string>? Tenants, IReadOnlyDictionary<string, string> Filters)
{
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
