namespace EnPower.Snapshots;

/// <summary>Compares two objects with the same key, property by property.</summary>
internal sealed class ObjectComparer(ResourceModel model, IReadOnlyList<ResourceProperty> compared, ComparisonOptions options)
{
    private readonly JsonLine _old = new(isCanonical: true);
    private readonly JsonLine _new = new(isCanonical: true);

    public IEnumerable<Change> Compare(ApiObject old, ApiObject @new)
    {
        bool isChanged = false;
        foreach (ResourceProperty property in compared)
        {
            object? oldValue = property.ValueOf(old);
            object? newValue = property.ValueOf(@new);
            if (IsSame(oldValue, newValue))
            {
                continue;
            }

            bool isOneGroup = property.Group is { } group && oldValue is null or ApiObject && newValue is null or ApiObject
                && IsOneObject(group, (ApiObject?)oldValue, (ApiObject?)newValue);
            IEnumerable<(string Name, ResourceProperty Property, object? Old, object? New)> changed = isOneGroup
                ? CompareWithin(property, (ApiObject?)oldValue, (ApiObject?)newValue)
                : [(property.Name, property, oldValue, newValue)];
            foreach ((string name, ResourceProperty part, object? before, object? after) in changed)
            {
                if (options.IsWanted(name, part) && (part.IsSecurityRelevant || !options.IsOnlySecurityRelevant))
                {
                    isChanged = true;
                    yield return Create(ChangeType.Changed, @new, name, before, after, part.IsSecurityRelevant);
                }
            }
        }

        if (!isChanged && options.IncludesUnchanged)
        {
            yield return Unchanged(@new);
        }
    }

    public Change Unchanged(ApiObject item) =>
        Create(ChangeType.Unchanged, item, property: null, oldValue: null, newValue: null, isSecurityRelevant: false);

    public IEnumerable<Change> Added(ApiObject item) => Whole(ChangeType.Added, item, oldValue: null, item);

    public IEnumerable<Change> Removed(ApiObject item) => Whole(ChangeType.Removed, item, item, newValue: null);

    private IEnumerable<Change> Whole(ChangeType type, ApiObject item, ApiObject? oldValue, ApiObject? newValue)
    {
        bool isSecurityRelevant = model.Properties.Any(property =>
            property.IsSecurityRelevant && property.ValueOf(item) is var value and not false && !IsSame(value, other: null));
        if (isSecurityRelevant || !options.IsOnlySecurityRelevant)
        {
            yield return Create(type, item, property: null, oldValue, newValue, isSecurityRelevant);
        }
    }

    private IEnumerable<(string Name, ResourceProperty Property, object? Old, object? New)> CompareWithin(
        ResourceProperty outer, ApiObject? old, ApiObject? @new)
    {
        foreach (ResourceProperty inner in outer.Group!.Properties)
        {
            object? oldValue = old is null ? null : inner.ValueOf(old);
            object? newValue = @new is null ? null : inner.ValueOf(@new);
            if (!IsSame(oldValue, newValue))
            {
                yield return ($"{outer.Name}.{inner.Name}", inner, oldValue, newValue);
            }
        }
    }

    // A nested object without a key, such as policies, is always the same one. A contact with another key is a different one.
    private static bool IsOneObject(ResourceModel group, ApiObject? old, ApiObject? @new) => group.Key.Count == 0
        || (old is not null && @new is not null && group.KeyOf(old) is { Length: > 0 } key && key == group.KeyOf(@new));

    private bool IsSame(object? value, object? other)
    {
        _old.Clear();
        _new.Clear();
        WriteNormalized(_old, value);
        WriteNormalized(_new, other);
        return _old.Written.AsSpan().SequenceEqual(_new.Written);
    }

    private static void WriteNormalized(JsonLine line, object? value)
    {
        line.WriteValue(value);
        if (JsonLine.IsNothing(line.Written))
        {
            line.Clear();
        }
    }

    private Change Create(
        ChangeType type, ApiObject item, string? property, object? oldValue, object? newValue, bool isSecurityRelevant) => new()
    {
        ChangeType = type,
        Resource = model.Name,
        Key = model.KeyOf(item),
        DisplayName = model.DisplayName?.Get(item) as string,
        TenantId = (item as ITenantObject)?.TenantId,
        TenantDomain = (item as ITenantObject)?.TenantDomain,
        Property = property,
        OldValue = oldValue,
        NewValue = newValue,
        IsSecurityRelevant = isSecurityRelevant,
    };
}
