using System.Collections;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace EnPower.Connections;

/// <summary>The tenants whose objects were read in one runspace. Goes when its runspace goes.</summary>
internal sealed class KnownTenants
{
    private static readonly ConditionalWeakTable<Runspace, KnownTenants> ByRunspace = new();

    private readonly Dictionary<string, string?> _idsByDomain = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the tenants of the runspace that this thread works for.</summary>
    public static KnownTenants Current => ByRunspace.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>Gets the domains of the tenants in their order, with the identifier of each.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ByDomain =>
        _idsByDomain.OrderBy(static tenant => tenant.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes whose objects these are.</summary>
    public void Add(IEnumerable items)
    {
        foreach (object? item in items)
        {
            if (item is ITenantObject { TenantDomain: { Length: > 0 } domain } owned
                && (!_idsByDomain.TryGetValue(domain, out string? id) || string.IsNullOrEmpty(id)))
            {
                _idsByDomain[domain] = owned.TenantId;
            }
        }
    }
}
