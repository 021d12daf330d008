namespace EnPower;

/// <summary>What comes down the pipeline is a tenant, or a clear error before any request.</summary>
public sealed class PipelineInputTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Contoso = "contoso.onmicrosoft.com";

    private readonly EmulatorFixture _fixture;
    private readonly Session _session;

    public PipelineInputTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = fixture.Connect();
    }

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("[pscustomobject]@{ Domain = 'contoso.com' }", "PSCustomObject")]
    [InlineData("@{ Tenant = 'contoso.com' }", "Hashtable")]
    [InlineData("[IO.FileInfo]::new('/x')", "FileInfo")]
    [InlineData("42", "Int32")]
    [InlineData("$true", "Boolean")]
    [InlineData("[datetime]::Now", "DateTime")]
    [InlineData("' '", "The text is empty or blank. Omit the parameter to read all tenants.")]
    [InlineData("\"`t\"", "The text is empty or blank. Omit the parameter to read all tenants.")]
    [InlineData("'con*'", "Where-Object")]
    [InlineData("'contoso.co?'", "Where-Object")]
    public void What_is_no_tenant_is_refused_before_any_request(string input, string reason)
    {
        ErrorRecord error = _session.Fail($"{input} | Get-EnPowerMailbox");

        Assert.Contains(reason, error.Exception.Message);
        Assert.Empty(_fixture.PageQueries());
    }

    [Theory]
    [InlineData("Get-EnPowerPowerAppActivity -AppId", "an app", "Get-EnPowerPowerApp")]
    [InlineData("Get-EnPowerPowerPageActivity -PowerPageId", "a site of Power Pages", "Get-EnPowerPowerPage")]
    [InlineData("Get-EnPowerCloudFlowRun -FlowId", "a flow", "Get-EnPowerCloudFlow")]
    [InlineData("Get-EnPowerPowerBIArtifact -WorkspaceId", "a workspace", "Get-EnPowerPowerBIWorkspace")]
    [InlineData("Get-EnPowerCopilotAgentActivity -BotId", "an agent", "Get-EnPowerCopilotAgent")]
    [InlineData("Get-EnPowerPowerApp -EnvironmentId", "an environment", "Get-EnPowerEnvironment")]
    public void What_is_no_identifier_of_a_parent_is_refused_with_the_command_that_lists_them(
        string command, string parent, string list)
    {
        Assert.Contains(
            $"The text is empty or blank. Pass the ID of {parent}, or pipe the objects of {list}.",
            _session.Fail($"{command} ' '").Exception.Message);
        Assert.Contains(
            $"x* is a pattern, and {parent} requires its complete ID. To select by a pattern, filter the objects of {list} with "
            + "Where-Object, and pipe them.",
            _session.Fail($"{command} 'x*'").Exception.Message);
        Assert.Contains(
            $"An object of type Int32 is not text. Pass the ID of {parent}, or an object with ",
            _session.Fail($"{command} 5").Exception.Message);
    }

    [Theory]
    [InlineData("-Tenant @{ a = 1 }", "Hashtable")]
    [InlineData(
        "-Tenant 'a', 42",
        "An object of type Int32 is not text. Pass the ID or the domain of a tenant, or an object with one of the properties "
        + "Tenant, TenantId, TenantDomain.")]
    [InlineData(
        "-Tenant 'con*'",
        "-Tenant requires a complete ID or domain. To filter by a pattern, read all tenants: "
        + "| Where-Object TenantDomain -Like 'con*'.")]
    public void So_it_is_as_a_parameter(string parameter, string reason)
    {
        ErrorRecord error = _session.Fail($"Get-EnPowerMailbox {parameter}");

        Assert.Contains(reason, error.Exception.Message);
        Assert.Empty(_fixture.PageQueries());
    }

    [Theory]
    [InlineData($"'{Contoso}'")]
    [InlineData($"[pscustomobject]@{{ Tenant = '{Contoso}' }}")]
    [InlineData($"[pscustomobject]@{{ TenantDomain = '{Contoso}' }}")]
    [InlineData("(Get-EnPowerEnvironment -First 1)")]
    public void Text_and_objects_that_have_it_by_name_are_taken(string input)
    {
        IReadOnlyList<Mailbox> mailboxes = _session.Read($"{input} | Get-EnPowerMailbox -First 3");

        Assert.Equal([Contoso, Contoso, Contoso], mailboxes.Select(mailbox => mailbox.TenantDomain));
    }

    [Fact]
    public void An_identifier_is_taken_as_text()
    {
        _session.Run("[guid] '7d1a4c52-0f6e-4b8a-9e3d-5c2b1a0f9e8d' | Get-EnPowerMailbox -WarningAction SilentlyContinue");

        Assert.Contains("tenant=7d1a4c52-0f6e-4b8a-9e3d-5c2b1a0f9e8d", Assert.Single(_fixture.PageQueries()));
    }

    [Fact]
    public void A_connection_is_taken_as_the_connection() =>
        Assert.Equal(2, _session.Read("Get-EnPowerConnection | Get-EnPowerMailbox -First 2").Count);

    [Fact]
    public void A_tenant_that_the_API_knows_nothing_of_is_a_warning() => Assert.Equal(
        "EnPower has no mailboxes of the tenant nowhere.example.",
        _session.Run(
            "Get-EnPowerMailbox -Tenant nowhere.example -WarningVariable warned -WarningAction SilentlyContinue; \"$warned\"")
            .Single().BaseObject);

    [Fact]
    public void Values_of_another_type_are_one_warning_at_the_end()
    {
        _fixture.Emulator.Faults.Add(new Emulator.Fault
        {
            Path = "/smp/exchange/mailboxes", NextLink = "?top=2",
            ListJson = """[{ "itemCount": "many", "createTime": 5 }, { "itemCount": "few" }]""",
        });

        string warning = (string)_session.Run(
            "$null = Get-EnPowerMailbox -First 4 -WarningVariable warned -WarningAction SilentlyContinue; "
            + "@($warned).Count; \"$warned\"")[1].BaseObject;

        Assert.Contains("createTime (1 objects), itemCount (2 objects)", warning);
        Assert.Contains("AdditionalProperties", warning);
    }

    [Theory]
    [InlineData("Get-EnPowerMailbox:Tenant", "'x'")]
    [InlineData("Get-EnPower*:Tenant", "'x'")]
    [InlineData("*:Tenant", "'x'")]
    [InlineData("Get-EnPowerMailbox:MailboxType", "'Shared'")]
    [InlineData("Get-EnPowerMailbox:PageSize", "50")]
    public void A_default_of_the_session_is_no_parameter_that_ResumeFrom_conflicts_with(string key, string value)
    {
        string link = $"{_fixture.Emulator.Endpoint}smp/exchange/mailboxes?top=5&tenant={Contoso}";

        IReadOnlyList<Mailbox> mailboxes = _session.Read(
            $"$PSDefaultParameterValues = @{{ '{key}' = {value} }}; Get-EnPowerMailbox -ResumeFrom '{link}' -First 3");

        Assert.Equal(3, mailboxes.Count);
    }

    [Fact]
    public void What_a_user_writes_beside_a_default_conflicts_all_the_same()
    {
        ErrorRecord error = _session.Fail(
            "$PSDefaultParameterValues = @{ 'Get-EnPowerMailbox:Tenant' = 'x' }; "
            + $"Get-EnPowerMailbox -Tenant y -ResumeFrom '{_fixture.Emulator.Endpoint}smp/exchange/mailboxes'");

        Assert.StartsWith("InvalidResumeFrom,", error.FullyQualifiedErrorId);
    }

    [Fact]
    public void What_was_delivered_before_a_break_stays_with_the_caller()
    {
        string[] all = [.. _session.Read("Get-EnPowerMailbox -Top 100").Select(mailbox => mailbox.Id!)];
        _fixture.Emulator.Faults.Add(new Emulator.Fault { Path = "/smp/exchange/mailboxes", FromRequest = 4, Status = 404 });

        IReadOnlyList<Mailbox> mailboxes = _session.Read(
            "$error.Clear(); $m = @(Get-EnPowerMailbox -Top 100 -ErrorAction SilentlyContinue); "
            + "$m += Get-EnPowerMailbox -ResumeFrom $Error[0]; $m");

        Assert.Equal(all, mailboxes.Select(mailbox => mailbox.Id));
    }
}
