namespace EnPower.Snapshots;

/// <summary>A tenant with objects in a snapshot.</summary>
internal sealed record SnapshotTenant(string? Id, string? Domain)
{
    /// <summary>Gets whether a text is the identifier or the domain of the tenant.</summary>
    public bool IsNamed(string text) =>
        string.Equals(text, Id, StringComparison.OrdinalIgnoreCase)
        || string.Equals(text, Domain, StringComparison.OrdinalIgnoreCase);
}
