using EnPower.Emulator;

namespace EnPower;

public sealed class GetEnPowerTenantTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Path = "/smp/exchange/mailboxes";

    private readonly EmulatorFixture _fixture;
    private readonly Session _session;

    public GetEnPowerTenantTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = fixture.Connect();
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Each_tenant_comes_once_with_the_number_of_its_mailboxes_by_one_read()
    {
        IReadOnlyList<Tenant> tenants = _session.Read<Tenant>("Get-EnPowerTenant");

        Assert.Equal(["contoso.onmicrosoft.com", "fabrikam.onmicrosoft.com"], tenants.Select(tenant => tenant.TenantDomain));
        Assert.All(tenants, tenant => Assert.True(Guid.TryParse(tenant.TenantId, out _)));
        Assert.Equal(EmulatorFixture.Mailboxes, tenants.Sum(tenant => tenant.MailboxCount));
        Assert.Equal(3, _fixture.PageQueries().Count);
    }

    [Fact]
    public void A_tenant_pipes_into_a_list() => Assert.Equal(
        ["contoso.onmicrosoft.com"],
        _session.Read("Get-EnPowerTenant | Where-Object TenantDomain -like 'con*' | Get-EnPowerMailbox")
            .Select(mailbox => mailbox.TenantDomain).Distinct());

    [Fact]
    public void The_tenants_are_completed_afterwards()
    {
        _session.Run("Get-EnPowerTenant");

        Assert.Equal(
            "fabrikam.onmicrosoft.com", Assert.Single(_session.Complete("Get-EnPowerMailbox -Tenant fab")).CompletionText);
    }

    [Fact]
    public void Mailboxes_that_name_their_tenant_by_half_are_counted_with_the_others()
    {
        Answer(
            """{ "tenantDomain": "a.com" }, { "tenantId": "1", "tenantDomain": "A.com" }, """
            + """{ "tenantId": "1" }, { "tenantId": "2" }, { "id": "x" }""");

        Assert.Equal(
            [("2", null, 1L), ("1", "a.com", 3L)],
            _session.Read<Tenant>("Get-EnPowerTenant")
                .Select(tenant => (tenant.TenantId, tenant.TenantDomain, tenant.MailboxCount)));
    }

    [Fact]
    public void An_empty_ID_or_domain_is_none()
    {
        Answer(
            """{ "tenantId": "", "tenantDomain": "a.com" }, { "tenantId": "", "tenantDomain": "b.com" }, """
            + """{ "tenantId": "1", "tenantDomain": "" }, { "tenantId": "2", "tenantDomain": "" }, { "tenantId": "" }""");

        Assert.Equal(
            [("1", null), ("2", null), (null, "a.com"), (null, "b.com")],
            _session.Read<Tenant>("Get-EnPowerTenant").Select(tenant => (tenant.TenantId, tenant.TenantDomain)));
    }

    [Fact]
    public void Where_there_is_no_mailbox_there_is_no_tenant()
    {
        Answer("");

        Assert.Empty(_session.Run("Get-EnPowerTenant"));
    }

    [Fact]
    public void Of_a_read_that_broke_off_no_counts_come()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 2, Status = 404 });

        PSObject[] output = [.. _session.Run("try { Get-EnPowerTenant } catch { $_ }")];

        var error = Assert.IsType<ErrorRecord>(Assert.Single(output).BaseObject);
        Assert.Equal("NotFound,EnPower.Commands.GetEnPowerTenantCommand", error.FullyQualifiedErrorId);
        Assert.Null(((EnPowerException)error.Exception).ResumeLink);
    }

    [Fact]
    public void An_error_says_that_the_connections_that_follow_are_not_read()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Status = 404 });

        ErrorRecord error = _session.Fail("$c = Get-EnPowerConnection; $c, $c | Get-EnPowerTenant");

        Assert.Contains("The connections that follow in the pipeline are not read.", error.ErrorDetails.Message);
    }

    private void Answer(string items) =>
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, ListJson = $"[{items}]", NextLink = "" });
}
