namespace EnPower.Connections;

/// <summary>The tenants whose mailboxes were read, and how many each has.</summary>
internal sealed class TenantCount
{
    private readonly Dictionary<string, Tenant> _tenants = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the tenants by their domains.</summary>
    public IEnumerable<Tenant> InOrder => _tenants.Values.Distinct()
        .OrderBy(static tenant => tenant.TenantDomain ?? tenant.TenantId, StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts mailboxes. One that names no tenant is of none.</summary>
    public void Add(IEnumerable<Mailbox> mailboxes)
    {
        foreach (Mailbox mailbox in mailboxes)
        {
            string? id = string.IsNullOrEmpty(mailbox.TenantId) ? null : mailbox.TenantId;
            string? domain = string.IsNullOrEmpty(mailbox.TenantDomain) ? null : mailbox.TenantDomain;
            if ((id ?? domain) is not null)
            {
                Find(id, domain).MailboxCount++;
            }
        }
    }

    // Identified by its ID, or by its domain if a mailbox has no ID.
    private Tenant Find(string? id, string? domain)
    {
        if ((id is null || !_tenants.TryGetValue(id, out Tenant? tenant))
            && !(domain is not null && _tenants.TryGetValue(domain, out tenant)))
        {
            tenant = new Tenant(id, domain);
        }

        tenant!.TenantId ??= id;
        tenant.TenantDomain ??= domain;
        if (id is not null)
        {
            _tenants[id] = tenant;
        }

        if (domain is not null)
        {
            _tenants[domain] = tenant;
        }

        return tenant;
    }
}
