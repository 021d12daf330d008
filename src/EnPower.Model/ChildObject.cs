namespace EnPower;

/// <summary>An object of a list that the API keeps for one other object, such as the runs of a flow.</summary>
public abstract class ChildObject : ApiObject, ITenantObject
{
    /// <summary>
    /// Gets the identifier of the tenant: that of the object whose list was read. The API names none, so this is
    /// <see langword="null"/> where the list was read by an identifier alone, or with a tenant's domain.
    /// </summary>
    [FromParent]
    public string? TenantId { get; internal set; }

    string? ITenantObject.TenantDomain => null;

    /// <summary>Gets or sets the identifier of the object whose list this is from.</summary>
    internal abstract string? ParentKey { get; set; }
}
