namespace EnPower;

public sealed class TenantTests
{
    [Theory]
    [InlineData("1", "contoso.com", "contoso.com")]
    [InlineData("1", null, "1")]
    [InlineData(null, null, "")]
    public void In_a_string_a_tenant_is_its_domain_or_else_its_identifier(string? id, string? domain, string expected) =>
        Assert.Equal(expected, new Tenant(id, domain).ToString());

    [Fact]
    public void No_domain_can_repaint_a_terminal() => Assert.DoesNotContain('\u001b', new Tenant("1", "\u001b[2J").ToString());
}
