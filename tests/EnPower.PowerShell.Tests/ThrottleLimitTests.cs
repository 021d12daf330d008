using System.Text.RegularExpressions;
using EnPower.Emulator;

namespace EnPower;

/// <summary>Several tenants at once, up to -ThrottleLimit.</summary>
public sealed partial class ThrottleLimitTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Path = "/smp/exchange/mailboxes";
    private const string Contoso = "contoso.onmicrosoft.com";
    private const string Fabrikam = "fabrikam.onmicrosoft.com";

    private readonly EmulatorFixture _fixture;
    private readonly Session _session;
    private readonly object _connection;

    public ThrottleLimitTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = fixture.Connect();
        _connection = _session.Run("Get-EnPowerConnection").Single().BaseObject;
    }

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData($"Get-EnPowerMailbox -Tenant {Contoso}, {Fabrikam} -Top 100")]
    [InlineData($"'{Contoso}', '{Fabrikam}' | Get-EnPowerMailbox -Top 100")]
    public void A_tenant_that_answers_is_read_while_another_one_does_not(string command)
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Query = $"tenant={Contoso}", Times = null, Hang = true });

        ErrorRecord error = _session.Fail(
            $"$read = 0; {command} | ForEach-Object {{ if ($_.TenantDomain -eq '{Fabrikam}' -and ++$read -eq 250) {{ "
            + "throw 'enough' } }");

        Assert.Equal("enough", error.Exception.Message);
    }

    [Theory]
    [InlineData("-ThrottleLimit 1")]
    [InlineData("-First 100000")]
    [InlineData("-Skip 1")]
    public void One_after_the_other_they_come_in_their_order(string parameter)
    {
        string[] domains = [.. _session.Read($"Get-EnPowerMailbox -Tenant {Fabrikam}, {Contoso} -Top 100 {parameter}")
            .Select(mailbox => mailbox.TenantDomain!)];

        Assert.Equal([Fabrikam, Contoso], domains.Distinct());
        Assert.Equal(domains.OrderDescending(), domains);
    }

    [Fact]
    public void At_once_every_object_comes_once_and_each_tenant_in_its_own_order()
    {
        string[] contoso = Ids($"Get-EnPowerMailbox -Tenant {Contoso}");
        string[] fabrikam = Ids($"Get-EnPowerMailbox -Tenant {Fabrikam}");

        IReadOnlyList<Mailbox> both = _session.Read(
            $"Get-EnPowerMailbox -Tenant {Contoso}, {Fabrikam} -Top 100 -ThrottleLimit 2");

        Assert.Equal(contoso, both.Where(mailbox => mailbox.TenantDomain == Contoso).Select(mailbox => mailbox.Id));
        Assert.Equal(fabrikam, both.Where(mailbox => mailbox.TenantDomain == Fabrikam).Select(mailbox => mailbox.Id));
    }

    [Fact]
    public void Two_tenants_that_break_off_are_two_errors_each_with_its_own_rest()
    {
        string[] all = [.. Ids($"Get-EnPowerMailbox -Tenant {Contoso}, {Fabrikam}").Order()];
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 3, Times = 2, Status = 404 });

        string[] read = Ids($$"""
            Get-EnPowerMailbox -Tenant {{Contoso}}, {{Fabrikam}} -Top 100 -ErrorVariable failures -ErrorAction SilentlyContinue
            foreach ($failure in $failures) { Get-EnPowerMailbox -ResumeFrom $failure }
            """);

        Assert.Equal(all, read.Order());
    }

    [Theory]
    [InlineData("0", "1")]
    [InlineData("33", "32")]
    public void The_limit_is_1_to_32(string limit, string allowed) =>
        Assert.Contains(allowed, _session.Fail($"Get-EnPowerMailbox -ThrottleLimit {limit}").Exception.Message);

    [Theory]
    [InlineData("2", "Verbose")]
    [InlineData("7", "Warning")]
    public void A_command_that_waits_for_a_throttled_connection_says_so_and_a_long_wait_is_a_warning(
        string seconds, string stream)
    {
        _fixture.Emulator.Faults.Add(new Fault
        {
            Path = Path, Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = seconds },
        });
        using PowerShell throttled = _session.Create("Get-EnPowerMailbox -First 1 -Verbose");
        IAsyncResult running = throttled.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(
            () => Messages(throttled).Any(message => message.Contains("Retry 1")), TimeSpan.FromMinutes(1)));
        using var session = new Session(_fixture.Emulator);
        session.Set("connection", _connection);
        using PowerShell waiting = session.Create("Get-EnPowerMailbox -First 1 -Connection $connection -Verbose");

        Assert.Single(waiting.Invoke());

        Assert.Single(throttled.EndInvoke(running));
        Assert.Single(Messages(waiting, stream), message => HeldBack().IsMatch(message));
        Assert.Single(
            Messages(waiting, "Verbose"),
            message => message == "The API no longer throttles this connection. It continues with 1 request in flight.");
    }

    private static string[] Messages(PowerShell shell, string? stream = null) =>
    [
        .. shell.Streams.Verbose.Where(_ => stream is not "Warning").Select(record => record.Message),
        .. shell.Streams.Warning.Where(_ => stream is not "Verbose").Select(record => record.Message),
    ];

    [GeneratedRegex(@"^The API is throttling this connection\. Requests are held back for \d(\.\d)? seconds\.$")]
    private static partial Regex HeldBack();

    private string[] Ids(string command) => [.. _session.Read(command).Select(mailbox => mailbox.Id!)];
}
