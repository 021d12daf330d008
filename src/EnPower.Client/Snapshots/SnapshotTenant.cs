namespace EnPower.Snapshots;

/// <summary>A tenant of which a snapshot has objects.</summary>
internal sealed record SnapshotTenant(string? Id, string? Domain)
{
    /// <summary>Gets whether a text names the tenant.</summary>
    public bool IsNamed(string text) =>
        string.Equals(text, Id, StringComparison.OrdinalIgnoreCase) || string.Equals(text, Domain, StringComparison.OrdinalIgnoreCase);
}
