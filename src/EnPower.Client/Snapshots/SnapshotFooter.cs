namespace EnPower.Snapshots;

/// <summary>The last line of a snapshot. A file without it was cut.</summary>
/// <param name="Count">How many objects there are.</param>
/// <param name="ReadCount">How many were read; more than there are where a command in between chose. <see langword="null"/> where that isn't known.</param>
/// <param name="Reason">Why there may be more than what was read; <see langword="null"/> where the snapshot is complete.</param>
/// <param name="Scope">What was asked for, where the first line could not say it.</param>
/// <param name="Tenants">The tenants of the objects.</param>
/// <param name="MissingFields">The fields that the API documents and sent for no object.</param>
internal sealed record SnapshotFooter(
    long Count,
    long? ReadCount,
    string? Reason,
    SnapshotScope? Scope,
    IReadOnlyList<SnapshotTenant> Tenants,
    IReadOnlyCollection<string> MissingFields)
{
    public bool IsComplete => Reason is null;

    /// <summary>Gets whether a command between the read and the snapshot chose among the objects.</summary>
    public bool IsSelection => ReadCount > Count;
}
