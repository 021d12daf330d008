using EnPower.Emulator;

namespace EnPower;

public sealed class KnownTenantsTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public void An_identifier_that_is_learnt_later_is_kept_and_one_that_is_known_stays()
    {
        using Session session = fixture.Connect();
        Read(session, """{ "tenantDomain": "contoso.com" }""");
        Read(session, """{ "tenantDomain": "contoso.com", "tenantId": "1" }""");
        Read(session, """{ "tenantDomain": "contoso.com", "tenantId": "2" }, { "tenantDomain": "contoso.com" }""");

        Assert.Equal("1", Assert.Single(Complete(session, "")).ToolTip);
    }

    [Theory]
    [InlineData("con")]
    [InlineData("'con")]
    [InlineData("\"CON")]
    [InlineData("")]
    public void Only_what_is_a_host_name_is_completed(string word)
    {
        using Session session = fixture.Connect();
        Read(
            session, """{ "tenantDomain": "contoso.com" }, { "tenantDomain": "-contoso.com" }, { "tenantDomain": "con toso" }""");

        Assert.Equal("contoso.com", Assert.Single(Complete(session, word)).CompletionText);
    }

    [Fact]
    public void A_domain_that_begins_like_a_parameter_is_completed_nowhere()
    {
        using Session session = fixture.Connect();
        Read(session, """{ "tenantDomain": "-contoso.com" }""");

        Assert.Empty(Complete(session, "'-"));
    }

    private void Read(Session session, string items)
    {
        fixture.Emulator.Faults.Add(new Fault { Path = "/smp/exchange/mailboxes", ListJson = $"[{items}]", NextLink = "" });
        session.Run("Get-EnPowerMailbox");
    }

    private static List<CompletionResult> Complete(Session session, string word) =>
    [
        .. session.Complete("Get-EnPowerMailbox -Tenant " + word)
            .Where(match => match.ResultType == CompletionResultType.ParameterValue),
    ];
}
