namespace EnPower.Snapshots;

/// <summary>The properties that a user wants compared, by their names and by what changes them.</summary>
internal sealed class PropertySelection(string[]? property, string[]? excludeProperty, bool includeVolatile)
{
    private readonly WildcardPattern[]? _wanted = Patterns(property);
    private readonly WildcardPattern[] _excluded = Patterns(excludeProperty) ?? [];
    private readonly HashSet<string> _named = new(property ?? [], StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets whether a property is wanted. One that is volatile has to be asked for, by its own name or for all of them.</summary>
    public bool IsWanted(string name, ResourceProperty candidate) =>
        !Matches(_excluded, name) && (_wanted is null || Matches(_wanted, name))
            && (!candidate.IsVolatile || includeVolatile || _named.Contains(name));

    /// <summary>Makes sure that every name is that of a property.</summary>
    /// <exception cref="EnPowerException">One is not.</exception>
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

    // The name of an object means all that is within it.
    private static bool Matches(WildcardPattern[] patterns, string name)
    {
        string outer = name.Split('.')[0];
        return patterns.Any(pattern => pattern.IsMatch(name) || pattern.IsMatch(outer));
    }

    private static WildcardPattern[]? Patterns(string[]? names) =>
        names is null ? null : Array.ConvertAll(names, static name => new WildcardPattern(name, WildcardOptions.IgnoreCase));
}
