namespace BareClient;

internal sealed class User
{
    public string? Id { get; set; }

    public string? DisplayName { get; set; }

    public string? Email { get; set; }

    public string? TenantId { get; set; }

    public string? UserPrincipalName { get; set; }

    public string? ObjectId { get; set; }

    public string? JobTitle { get; set; }

    public string? Department { get; set; }

    public string? CompanyName { get; set; }

    public string? Office { get; set; }

    public string? City { get; set; }

    public string? CountryOrRegion { get; set; }
}
