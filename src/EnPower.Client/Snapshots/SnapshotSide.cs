namespace EnPower.Snapshots;

/// <summary>One side of a comparison.</summary>
internal sealed class SnapshotSide
{
    private readonly Func<Stream> _open;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Reads a snapshot to its end, to validate it.</summary>
    /// <param name="name">The name of the snapshot in messages.</param>
    /// <param name="open">Opens the file. Called for each pass.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="EnPowerException">
    /// The file is not a snapshot, is truncated or damaged, or has a later version.
    /// </exception>
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

    /// <summary>Gets whether a field can have a value: the writing version of EnPower knew it, and the API sent it.</summary>
    public bool Knows(string field) =>
        Header.Fields.Contains(field, StringComparer.Ordinal) && !Footer.MissingFields.Contains(field, StringComparer.Ordinal);

    /// <summary>
    /// Gets whether the side would contain an object if it existed: its tenant and the list of its parent were read.
    /// </summary>
    public bool Covers(ApiObject item, SnapshotSide other)
    {
        if (item is ChildObject { ParentKey: { } parent }
            && Scope.Parents.Count > 0 && !Scope.Parents.Contains(parent, StringComparer.Ordinal))
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
