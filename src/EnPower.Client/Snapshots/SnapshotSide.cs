namespace EnPower.Snapshots;

/// <summary>One of two snapshots that are compared.</summary>
internal sealed class SnapshotSide
{
    private readonly Func<Stream> _open;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Reads a snapshot to its end, to know that it is whole and what it is of.</summary>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="open">Opens it, as often as it is read.</param>
    /// <param name="cancellationToken">Ends reading, if only with an exception.</param>
    /// <exception cref="EnPowerException">It is no snapshot, was cut or damaged, or is of a later version.</exception>
    public SnapshotSide(string name, Func<Stream> open, CancellationToken cancellationToken)
    {
        Name = name;
        _open = open;
        _cancellationToken = cancellationToken;
        using SnapshotReader reader = Open();
        while (reader.Read())
        {
        }

        Header = reader.Header;
        Footer = reader.Footer!;
        Model = reader.Model;
        Scope = Footer.Scope ?? Header.Scope ?? new SnapshotScope(Tenants: null, [], new Dictionary<string, string>());
    }

    public string Name { get; }

    public SnapshotHeader Header { get; }

    public SnapshotFooter Footer { get; }

    public ResourceModel Model { get; }

    public SnapshotScope Scope { get; }

    public SnapshotReader Open() => new(_open(), Name, _cancellationToken);

    /// <summary>Gets whether a field could have a value here: this version of EnPower knew it, and the API sent it.</summary>
    public bool Knows(string field) => Header.Fields.Contains(field, StringComparer.Ordinal) && !Footer.MissingFields.Contains(field, StringComparer.Ordinal);

    /// <summary>Gets whether an object would be here if it was there: its tenant was read, and its parent's list.</summary>
    public bool Covers(ApiObject item, SnapshotSide other)
    {
        if (item is ChildObject { ParentKey: { } parent } && Scope.Parents.Count > 0 && !Scope.Parents.Contains(parent, StringComparer.Ordinal))
        {
            return false;
        }

        if (Scope.HasSameTenants(other.Scope) || Scope.Tenants is null || item is not ITenantObject owned)
        {
            return true;
        }

        var tenant = new SnapshotTenant(owned.TenantId, owned.TenantDomain);
        return Scope.Tenants.Any(tenant.IsNamed) || Footer.Tenants.Contains(tenant);
    }
}
