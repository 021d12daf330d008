namespace EnPower;

/// <summary>An object of a list that belongs to a parent, such as a run of a flow.</summary>
public abstract class ChildObject : ApiObject, ITenantObject
{
    /// <summary>
    /// Gets the identifier of the tenant, from the parent. The API does not return it, so it is <see langword="null"/> if the
    /// list was read by the identifier of the parent alone, or with the domain of a tenant.
    /// </summary>
    [FromParent]
    public string? TenantId { get; internal set; }

    string? ITenantObject.TenantDomain => null;

    /// <summary>Gets or sets the identifier of the parent.</summary>
    internal abstract string? ParentKey { get; set; }
}
