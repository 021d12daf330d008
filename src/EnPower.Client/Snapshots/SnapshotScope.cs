namespace EnPower.Snapshots;

/// <summary>The scope of the reads of a snapshot.</summary>
/// <param name="Tenants">The tenants by domain or identifier; <see langword="null"/> for all.</param>
/// <param name="Parents">The parents whose lists were read; none for a list without parent.</param>
/// <param name="Filters">The query parameters that filter the list.</param>
internal sealed record SnapshotScope(
    IReadOnlyList<string>? Tenants, IReadOnlyList<string> Parents, IReadOnlyDictionary<string, string> Filters)
{
    /// <summary>Gets whether two scopes are equal.</summary>
    public bool IsSame(SnapshotScope other) =>
        HasSameTenants(other) && HasSameFilters(other) && Parents.SequenceEqual(other.Parents);

    public bool HasSameTenants(SnapshotScope other) => Tenants is null || other.Tenants is null
        ? Tenants == other.Tenants
        : new HashSet<string>(Tenants, StringComparer.OrdinalIgnoreCase).SetEquals(other.Tenants);

    public bool HasSameFilters(SnapshotScope other) =>
        Filters.Count == other.Filters.Count
        && Filters.All(filter => other.Filters.TryGetValue(filter.Key, out string? value) && value == filter.Value);

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
