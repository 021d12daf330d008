namespace EnPower.Pipeline;

/// <summary>Accepts the ID or the domain of a tenant.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TenantOfPipelineAttribute : TextOfPipelineAttribute
{
    private protected override string Expected => "the ID or the domain of a tenant";

    private protected override IReadOnlyList<string> PropertyNames { get; } = ["Tenant", "TenantId", "TenantDomain"];

    private protected override IReadOnlyList<string> OtherPropertyNames { get; } =
        ["Connection", "Identity", "UserPrincipalName", "PrimarySmtpAddress", "EmailAddress"];

    private protected override string InsteadOfBlank() => "Omit the parameter to read all tenants.";

    private protected override string InsteadOfPattern(string pattern) =>
        "-Tenant requires a complete ID or domain. To filter by a pattern, read all tenants: "
        + $"| Where-Object TenantDomain -Like '{pattern}'.";
}
