namespace EnPower.Snapshots;

/// <summary>Selects the properties that are compared.</summary>
/// <param name="name">The name in PowerShell; <c>Outer.Inner</c> for a property of a nested object.</param>
/// <param name="property">The property.</param>
internal delegate bool PropertyFilter(string name, ResourceProperty property);

/// <summary>The options of a comparison.</summary>
/// <param name="IsWanted">Selects the properties that are compared.</param>
internal sealed record ComparisonOptions(PropertyFilter IsWanted)
{
    /// <summary>Gets whether only changes of security-relevant properties are reported.</summary>
    public bool IsOnlySecurityRelevant { get; init; }

    /// <summary>Gets whether unchanged objects are reported as well.</summary>
    public bool IncludesUnchanged { get; init; }

    /// <summary>Gets whether incomplete or mismatched snapshots are compared, as far as both cover an object.</summary>
    public bool Force { get; init; }
}
