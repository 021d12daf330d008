namespace EnPower;

/// <summary>Several connections in one runspace: named, listed, selected and closed.</summary>
public sealed class NamedConnectionTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private readonly EmulatorFixture _fixture;
    private readonly Session _session;

    public NamedConnectionTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = new Session(fixture.Emulator);
        _session.Run("Connect-EnPower @connect -Name contoso; Connect-EnPower @connect -Name fabrikam");
        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Requests.Clear();
    }

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("Get-EnPowerMailbox -First 2 -Connection contoso")]
    [InlineData("Get-EnPowerMailbox -First 2 -Connection CONTOSO")]
    [InlineData("$c = Get-EnPowerConnection; Get-EnPowerMailbox -First 2 -Connection $c")]
    public void A_command_takes_the_name_or_the_connection(string script) => Assert.Equal(2, _session.Read(script).Count);

    [Theory]
    [InlineData("fab", "fabrikam")]
    [InlineData("north", "'north wind'")]
    [InlineData("o'", "'o''neill'")]
    public void A_name_is_completed_in_quotes_where_it_needs_them(string start, string expected)
    {
        _session.Run("Connect-EnPower @connect -Name 'north wind'; Connect-EnPower @connect -Name \"o'neill\"");

        Assert.Equal(expected, Assert.Single(_session.Complete($"Get-EnPowerMailbox -Connection {start}")).CompletionText);
    }

    [Fact]
    public void As_text_a_connection_is_its_name_its_client_ID_and_its_endpoint() => Assert.Equal(
        $"contoso: {_fixture.Emulator.ClientId} at {_fixture.Emulator.Endpoint}",
        Assert.Single(_session.Run("(Get-EnPowerConnection -All)[0].ToString()")).ToString());

    [Fact]
    public void An_unknown_name_is_refused_with_those_that_are_known()
    {
        ErrorRecord error = _session.Fail("Get-EnPowerMailbox -Connection tailspin");

        Assert.EndsWith(
            "No open connection of this runspace has the name tailspin. The names are: contoso, fabrikam.",
            error.Exception.Message);
        Assert.Empty(_fixture.PageQueries());
    }

    [Fact]
    public void All_open_connections_are_listed_the_oldest_first() =>
        Assert.Equal(["contoso", "fabrikam"], Names("Get-EnPowerConnection -All"));

    [Fact]
    public void The_latest_is_the_default_until_another_is_selected()
    {
        Assert.Equal(["fabrikam"], Names("Get-EnPowerConnection"));
        Assert.Equal(["contoso"], Names("Select-EnPowerConnection contoso -PassThru"));
        Assert.Equal(["contoso"], Names("Get-EnPowerConnection"));
    }

    [Fact]
    public void A_connection_that_is_closed_can_t_be_selected()
    {
        ErrorRecord error = _session.Fail("$c = Get-EnPowerConnection; Disconnect-EnPower; Select-EnPowerConnection $c");

        Assert.StartsWith("ConnectionClosed,", error.FullyQualifiedErrorId);
        Assert.StartsWith("The connection of fabrikam", error.Exception.Message);
        Assert.EndsWith(" was closed. Run Connect-EnPower to make a new one.", error.Exception.Message);
    }

    [Fact]
    public void One_is_closed_by_its_name_and_the_others_stay()
    {
        _session.Run("Disconnect-EnPower contoso");

        Assert.Equal(["fabrikam"], Names("Get-EnPowerConnection -All"));
    }

    [Fact]
    public void All_are_closed_at_once() =>
        Assert.Empty(_session.Run("Disconnect-EnPower -All; Get-EnPowerConnection -All; Get-EnPowerConnection"));

    [Fact]
    public void WhatIf_closes_none() =>
        Assert.Equal(["contoso", "fabrikam"], Names("Disconnect-EnPower -All -WhatIf; Get-EnPowerConnection -All"));

    [Fact]
    public void A_connection_says_what_is_read_by_it_now()
    {
        Assert.Equal(
            "mailboxes of contoso.onmicrosoft.com",
            _session.Run(
                "Get-EnPowerMailbox -Tenant contoso.onmicrosoft.com -First 1 | "
                + "ForEach-Object { (Get-EnPowerConnection).Reading }").Single().BaseObject);
        Assert.Empty(_session.Run("(Get-EnPowerConnection).Reading"));
    }

    [Fact]
    public void Where_no_connection_has_a_name_the_error_says_what_names_one() => Assert.Contains(
        "Connect-EnPower -Name names a connection.",
        _session.Fail("Disconnect-EnPower -All; Get-EnPowerMailbox -Connection nobody").Exception.Message);

    [Fact]
    public void Tab_completes_names() => Assert.Equal(
        ["fabrikam"],
        _session.Run("(TabExpansion2 'Get-EnPowerMailbox -Connection f' 32).CompletionMatches.CompletionText")
            .Select(text => (string)text.BaseObject));

    private IEnumerable<string> Names(string script) =>
        _session.Run(script).Select(connection => ((EnPowerConnection)connection.BaseObject).Name!);
}
