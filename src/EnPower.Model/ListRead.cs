namespace EnPower;

/// <summary>
/// The read of one command, or the contents of one file. Its objects refer to it, so that commands further down the pipeline
/// know whether they are complete.
/// </summary>
internal sealed class ListRead
{
    private readonly SortedSet<string> _tenants = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _parents = new(StringComparer.Ordinal);
    private HashSet<string>? _missingFields;
    private bool _isOfAllTenants;
    private bool _hasEnded;
    private string? _reason;

    /// <summary>Gets the requested tenants; <see langword="null"/> for all.</summary>
    public IReadOnlyCollection<string>? Tenants => _isOfAllTenants ? null : _tenants;

    /// <summary>Gets the parents whose lists were requested; none for a list without parent.</summary>
    public IReadOnlyCollection<string> Parents => _parents;

    /// <summary>Gets or sets the query parameters that filter the list.</summary>
    public IReadOnlyList<(string Name, string? Value)> Filters { get; set; } = [];

    /// <summary>Gets or sets the number of objects.</summary>
    public long Count { get; set; }

    /// <summary>Gets the documented fields that no object has.</summary>
    public IReadOnlyCollection<string> MissingFields => (IReadOnlyCollection<string>?)_missingFields ?? [];

    /// <summary>Gets why objects may be missing; <see langword="null"/> if the read is complete.</summary>
    public string? ReasonOfIncompleteness => _reason ?? (_hasEnded ? null : "The read was stopped before its end.");

    /// <summary>Gets whether a known reason left objects out.</summary>
    public bool IsBroken => _reason is not null;

    /// <summary>Records that the list of a parent is read.</summary>
    public void AddParent(string parent) => _parents.Add(parent);

    /// <summary>Records that a tenant is read; all tenants if <see langword="null"/>.</summary>
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

    /// <summary>Records the fields that no object of a page has. Fields that no page has are missing.</summary>
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

    /// <summary>Records why objects are missing. The first reason is kept.</summary>
    public void Break(string reason) => _reason ??= reason;

    /// <summary>Records that the read has ended.</summary>
    public void End() => _hasEnded = true;
}
