namespace EnPower;

/// <summary>An object of the API that belongs to a tenant.</summary>
internal interface ITenantObject
{
    string? TenantId { get; }

    string? TenantDomain { get; }
}
