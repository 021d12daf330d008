namespace EnPower.Snapshots;

/// <summary>The last line of a snapshot. A file without it is truncated.</summary>
/// <param name="Count">The number of objects.</param>
/// <param name="ReadCount">
/// The number of objects read, which is higher than the count if a command filtered them; <see langword="null"/> if unknown.
/// </param>
/// <param name="Reason">Why objects are missing; <see langword="null"/> if the snapshot is complete.</param>
/// <param name="Scope">The scope, if it was unknown when the first line was written.</param>
/// <param name="Tenants">The tenants of the objects.</param>
/// <param name="MissingFields">The documented fields that no object has.</param>
internal sealed record SnapshotFooter(
    long Count,
    long? ReadCount,
    string? Reason,
    SnapshotScope? Scope,
    IReadOnlyList<SnapshotTenant> Tenants,
    IReadOnlyCollection<string> MissingFields)
{
    public bool IsComplete => Reason is null;

    /// <summary>Gets whether a command filtered the objects before the snapshot.</summary>
    public bool IsSelection => ReadCount > Count;
}
