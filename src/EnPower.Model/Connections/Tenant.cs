namespace EnPower;

/// <summary>A tenant that has mailboxes in EnPower.</summary>
public sealed class Tenant
{
    internal Tenant(string? tenantId, string? tenantDomain) => (TenantId, TenantDomain) = (tenantId, tenantDomain);

    /// <summary>Gets the identifier of the tenant; <see langword="null"/> if no mailbox names it.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>Gets the domain of the tenant; <see langword="null"/> if no mailbox names it.</summary>
    public string? TenantDomain { get; internal set; }

    /// <summary>Gets the number of user mailboxes and shared mailboxes.</summary>
    public long MailboxCount { get; internal set; }

    /// <summary>Returns the domain, or the identifier if there is no domain.</summary>
    public override string ToString() => ControlCharacters.MakeVisible(TenantDomain ?? TenantId ?? string.Empty);
}
