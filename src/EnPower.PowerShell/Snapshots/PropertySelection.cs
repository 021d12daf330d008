namespace EnPower.Snapshots;

/// <summary>Selects the properties to compare by name and volatility.</summary>
internal sealed class PropertySelection(string[]? property, string[]? excludeProperty, bool includeVolatile)
{
    private readonly WildcardPattern[]? _wanted = Patterns(property);
    private readonly WildcardPattern[] _excluded = Patterns(excludeProperty) ?? [];
    private readonly HashSet<string> _named = new(property ?? [], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Gets whether a property is selected. Volatile properties must be included explicitly, by name or all together.
    /// </summary>
    public bool IsWanted(string name, ResourceProperty candidate) =>
        !Matches(_excluded, name) && (_wanted is null || Matches(_wanted, name))
            && (!candidate.IsVolatile || includeVolatile || _named.Contains(name));

    /// <summary>Validates that every pattern matches a property.</summary>
    /// <exception cref="EnPowerException">A pattern matches no property.</exception>
    public void Validate(ResourceModel model)
    {
        string[] names =
        [
            .. model.Properties.Select(static candidate => candidate.Name),
            .. model.Properties.Where(static candidate => candidate.Group is not null).SelectMany(static candidate =>
                candidate.Group!.Properties.Select(inner => $"{candidate.Name}.{inner.Name}")),
        ];
        foreach (string pattern in (property ?? []).Concat(excludeProperty ?? []))
        {
            if (!names.Any(name => Matches(Patterns([pattern])!, name)))
            {
                throw new EnPowerException(EnPowerErrorId.UnknownProperty, $"{model.Name} has no property {pattern}.");
            }
        }
    }

    // The name of a nested object selects all of its properties.
    private static bool Matches(WildcardPattern[] patterns, string name)
    {
        string outer = name.Split('.')[0];
        return patterns.Any(pattern => pattern.IsMatch(name) || pattern.IsMatch(outer));
    }

    private static WildcardPattern[]? Patterns(string[]? names) =>
        names is null ? null : Array.ConvertAll(names, static name => new WildcardPattern(name, WildcardOptions.IgnoreCase));
}
