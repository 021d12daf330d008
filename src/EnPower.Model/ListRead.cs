namespace EnPower;

/// <summary>
/// What one command read, or one file holds: the objects that came of it know it, so that who takes them later can tell
/// whether they are all there are.
/// </summary>
internal sealed class ListRead
{
    private readonly SortedSet<string> _tenants = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _parents = new(StringComparer.Ordinal);
    private HashSet<string>? _missingFields;
    private bool _isOfAllTenants;
    private bool _hasEnded;
    private string? _reason;

    /// <summary>Gets the tenants that were asked for, in their order; <see langword="null"/> for all.</summary>
    public IReadOnlyCollection<string>? Tenants => _isOfAllTenants ? null : _tenants;

    /// <summary>Gets the parents whose lists were asked for; none where the API keeps one list only.</summary>
    public IReadOnlyCollection<string> Parents => _parents;

    /// <summary>Gets or sets the query parameters by which the API chose what to answer.</summary>
    public IReadOnlyList<(string Name, string? Value)> Filters { get; set; } = [];

    /// <summary>Gets or sets how many objects came of it.</summary>
    public long Count { get; set; }

    /// <summary>Gets the fields that the API documents and sent for no object.</summary>
    public IReadOnlyCollection<string> MissingFields => (IReadOnlyCollection<string>?)_missingFields ?? [];

    /// <summary>Gets why there may be objects that did not come; <see langword="null"/> where all came.</summary>
    public string? ReasonOfIncompleteness => _reason ?? (_hasEnded ? null : "The read was stopped before its end.");

    /// <summary>Gets whether something is known that left objects out.</summary>
    public bool IsBroken => _reason is not null;

    /// <summary>Notes that the list of a parent is read.</summary>
    public void AddParent(string parent) => _parents.Add(parent);

    /// <summary>Notes that a tenant is read; all of them where none is named.</summary>
    public void AddTenant(string? tenant)
    {
        if (tenant is null)
        {
            _isOfAllTenants = true;
        }
        else
        {
            _tenants.Add(tenant);
        }
    }

    /// <summary>Notes the fields that no object of a page has. Only what no page has is missing.</summary>
    public void NarrowMissingFields(IReadOnlyCollection<string> fields)
    {
        if (_missingFields is null)
        {
            _missingFields = [.. fields];
        }
        else
        {
            _missingFields.IntersectWith(fields);
        }
    }

    /// <summary>Notes why objects are left out. The first reason stays.</summary>
    public void Break(string reason) => _reason ??= reason;

    /// <summary>Notes that nothing more comes.</summary>
    public void End() => _hasEnded = true;
}
