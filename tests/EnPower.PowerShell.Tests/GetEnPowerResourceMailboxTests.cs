using EnPower.Emulator;

namespace EnPower;

public sealed class GetEnPowerResourceMailboxTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Path = "/smp/exchange/resourcemailboxes";

    private readonly EmulatorFixture _fixture;
    private readonly Session _session;

    public GetEnPowerResourceMailboxTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = fixture.Connect();
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void All_pages_are_read_a_thousand_mailboxes_at_a_time()
    {
        IReadOnlyList<ResourceMailbox> mailboxes = Read("Get-EnPowerResourceMailbox");

        Assert.Equal(EmulatorFixture.Mailboxes, mailboxes.Select(mailbox => mailbox.Id).Distinct().Count());
        Assert.Equal(3, PageQueries().Count);
        Assert.All(PageQueries(), query => Assert.Contains("top=1000", query));
    }

    [Theory]
    [InlineData("Room", "resourceMailboxType=1", "Room mailbox")]
    [InlineData("equipment", "resourceMailboxType=2", "Equipment mailbox")]
    [InlineData("2", "resourceMailboxType=2", "Equipment mailbox")]
    public void A_mailbox_type_goes_by_name_and_by_the_APIs_number(string type, string query, string recipientType)
    {
        IReadOnlyList<ResourceMailbox> mailboxes = Read($"Get-EnPowerResourceMailbox -ResourceMailboxType {type}");

        Assert.NotEmpty(mailboxes);
        Assert.All(mailboxes, mailbox => Assert.Equal(recipientType, mailbox.RecipientType));
        Assert.All(PageQueries(), sent => Assert.Contains(query, sent));
    }

    [Theory]
    [InlineData("-Top 0", "1")]
    [InlineData("-Top 1001", "1000")]
    [InlineData("-ResourceMailboxType Shared", "Both, Room, Equipment")]
    [InlineData("-ResourceMailboxType 3", "Both,Room,Equipment")]
    [InlineData("-Tenant ''", "empty")]
    public void Bad_input_is_refused_before_any_request_and_the_error_says_what_is_allowed(string parameter, string allowed)
    {
        ErrorRecord error = _session.Fail($"Get-EnPowerResourceMailbox {parameter}");

        Assert.Contains(allowed, error.Exception.Message);
        Assert.Empty(PageQueries());
    }

    [Theory]
    [InlineData("-First 1001", 1001)]
    [InlineData("-Skip 2400", 100)]
    [InlineData("-Skip 10 -First 5", 5)]
    [InlineData("-Top 7 -First 20", 20)]
    public void First_and_Skip_count_objects(string parameters, int count) =>
        Assert.Equal(count, Read($"Get-EnPowerResourceMailbox {parameters}").Count);

    [Fact]
    public void The_total_count_comes_first()
    {
        IReadOnlyList<PSObject> output = _session.Run("Get-EnPowerResourceMailbox -First 2 -IncludeTotalCount");

        Assert.Equal(3, output.Count);
        Assert.Equal((ulong)EmulatorFixture.Mailboxes, output[0].BaseObject);
    }

    [Theory]
    [InlineData("Get-EnPowerResourceMailbox -Tenant contoso.onmicrosoft.com")]
    [InlineData("'contoso.onmicrosoft.com' | Get-EnPowerResourceMailbox")]
    [InlineData("[pscustomobject]@{ TenantDomain = 'contoso.onmicrosoft.com' } | Get-EnPowerResourceMailbox")]
    public void A_tenant_comes_by_parameter_and_from_the_pipeline(string script)
    {
        IReadOnlyList<ResourceMailbox> mailboxes = Read(script);

        Assert.NotEmpty(mailboxes);
        Assert.All(mailboxes, mailbox => Assert.Equal("contoso.onmicrosoft.com", mailbox.TenantDomain));
    }

    [Fact]
    public void What_came_before_an_error_was_delivered()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 3, Times = null, Status = 404 });

        IReadOnlyList<PSObject> output = _session.Run(
            "$read = Get-EnPowerResourceMailbox -Top 100 -ErrorVariable failures -ErrorAction SilentlyContinue; "
            + "$failures[0].FullyQualifiedErrorId; $read.Count");

        Assert.Equal("NotFound,EnPower.Commands.GetEnPowerResourceMailboxCommand", output[0].BaseObject);
        Assert.Equal(200, output[1].BaseObject);
    }

    [Fact]
    public void Its_parameters_are_shown_in_the_verbose_stream()
    {
        using PowerShell shell = _session.Create("Get-EnPowerResourceMailbox -First 1 -ResourceMailboxType Room -Verbose");
        shell.Invoke();

        Assert.EndsWith("?top=1&resourceMailboxType=1", shell.Streams.Verbose[0].Message);
    }

    private IReadOnlyList<ResourceMailbox> Read(string script) => _session.Read<ResourceMailbox>(script);

    private IReadOnlyList<string> PageQueries() => _fixture.PageQueries(Path);
}
