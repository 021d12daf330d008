namespace EnPower.Snapshots;

/// <summary>Chooses the properties that are compared.</summary>
/// <param name="name">The name in PowerShell, with a dot where the property is one of an object within.</param>
/// <param name="property">The property.</param>
internal delegate bool PropertyFilter(string name, ResourceProperty property);

/// <summary>What of a comparison is wanted.</summary>
/// <param name="IsWanted">Which properties are compared.</param>
internal sealed record ComparisonOptions(PropertyFilter IsWanted)
{
    /// <summary>Gets whether changes that don't matter to security are left out.</summary>
    public bool IsOnlySecurityRelevant { get; init; }

    /// <summary>Gets whether objects that did not change come out too.</summary>
    public bool IncludesUnchanged { get; init; }

    /// <summary>Gets whether sides that don't match are compared in what both cover.</summary>
    public bool Force { get; init; }
}
