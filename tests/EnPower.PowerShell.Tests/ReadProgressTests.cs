using System.Diagnostics;
using EnPower.Emulator;

namespace EnPower;

public sealed class ReadProgressTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Path = "/smp/exchange/mailboxes";

    // The first page comes at once, the second after the time for which no progress is shown.
    private static readonly Fault SlowSecondPage = new() { Path = Path, FromRequest = 2, Delay = TimeSpan.FromSeconds(1.2) };

    private readonly EmulatorFixture _fixture;
    private readonly Session _session;

    public ReadProgressTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = fixture.Connect();
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_long_read_shows_how_far_it_is()
    {
        _fixture.Emulator.Faults.Add(SlowSecondPage);

        IReadOnlyList<ProgressRecord> records = Run("Get-EnPowerMailbox -Tenant contoso.onmicrosoft.com -Top 500");

        // On a busy machine the first page can come late enough to be shown too.
        ProgressRecord record = Assert.Single(records, static record => record.StatusDescription == $"{1000:N0} of {1250:N0}");
        Assert.Equal("Reading mailboxes", record.Activity);
        Assert.Equal("contoso.onmicrosoft.com", record.CurrentOperation);
        Assert.Equal(80, record.PercentComplete);
        Assert.InRange(record.SecondsRemaining, 0, 60);
    }

    [Fact]
    public void The_last_page_makes_it_whole()
    {
        _fixture.Emulator.Faults.Add(SlowSecondPage);

        IReadOnlyList<ProgressRecord> records = Run("Get-EnPowerMailbox -Tenant contoso.onmicrosoft.com -Top 625");

        ProgressRecord record = Assert.Single(records, static record => record.StatusDescription == $"{1250:N0} of {1250:N0}");
        Assert.Equal((100, 0), (record.PercentComplete, record.SecondsRemaining));
    }

    [Fact]
    public void A_read_of_several_tenants_shows_how_many_are_complete()
    {
        // The first page of the second tenant comes after the whole first tenant.
        _fixture.Emulator.Faults.Add(
            new Fault { Path = Path, Query = "tenant=fabrikam.onmicrosoft.com", Delay = TimeSpan.FromSeconds(1.5) });

        IReadOnlyList<ProgressRecord> records = Run(
            "Get-EnPowerMailbox -Tenant contoso.onmicrosoft.com, fabrikam.onmicrosoft.com -Top 500");

        Assert.Contains(records, record => record.StatusDescription == $"{1750:N0}, 1 of 2 tenants");
    }

    [Theory]
    [InlineData("""{ "mailboxes": [], "totalCount": 0 }""", "0")]
    [InlineData("""{ "mailboxes": [{}, {}], "totalCount": 1 }""", "2")]
    [InlineData("""{ "mailboxes": [{}, {}] }""", "2")]
    public void Without_a_total_that_can_be_it_shows_what_came_and_no_percentage(string page, string status)
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Body = page, Delay = TimeSpan.FromSeconds(1.2) });

        ProgressRecord record = Run("Get-EnPowerMailbox")[0];

        Assert.Equal(status, record.StatusDescription);
        Assert.Equal((-1, -1), (record.PercentComplete, record.SecondsRemaining));
    }

    [Theory]
    [InlineData("Get-EnPowerResourceMailbox", "Reading resource mailboxes")]
    [InlineData("Get-EnPowerTenant", "Counting the mailboxes of tenants")]
    [InlineData("Invoke-EnPowerRequest /smp/exchange/mailboxes, /smp/exchange/resourcemailboxes", "Reading paths")]
    [InlineData("Invoke-EnPowerRequest /smp/exchange/mailboxes", "Reading /smp/exchange/mailboxes")]
    public void It_says_what_is_read(string command, string activity)
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = "/smp/exchange", Times = null, Delay = TimeSpan.FromSeconds(1.2) });

        Assert.Equal(activity, Run($"{command} -WarningAction Ignore")[0].Activity);
    }

    [Fact]
    public void The_name_of_a_tenant_can_not_repaint_the_terminal()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Delay = TimeSpan.FromSeconds(1.2) });

        ProgressRecord record = Run("Get-EnPowerMailbox -Tenant \"$([char]27)[2Jcontoso\"")[0];

        Assert.EndsWith("[2Jcontoso", record.CurrentOperation);
        Assert.DoesNotContain('\u001b', record.CurrentOperation);
    }

    [Fact]
    public void It_is_brought_up_to_date_twice_a_second_at_most()
    {
        _fixture.Emulator.Faults.Add(SlowSecondPage);
        var watch = Stopwatch.StartNew();

        IReadOnlyList<ProgressRecord> records = Run("Get-EnPowerMailbox -Top 10");

        // The first when one second is over, then one each half a second; and the one that takes it away.
        double most = 1 + ((watch.Elapsed - TimeSpan.FromSeconds(1)) / TimeSpan.FromSeconds(0.5)) + 1;
        Assert.InRange(records.Count, 2, most);
    }

    [Theory]
    [InlineData("Get-EnPowerMailbox -Top 500")]
    [InlineData("Get-EnPowerMailbox -Top 500 | ForEach-Object { if (++$count -gt 1500) { throw 'enough' } }")]
    public void Its_last_record_is_that_it_is_over(string script)
    {
        _fixture.Emulator.Faults.Add(SlowSecondPage);

        IReadOnlyList<ProgressRecord> records = Run(script);

        Assert.All(records.SkipLast(1), static record => Assert.Equal(ProgressRecordType.Processing, record.RecordType));
        Assert.Equal(ProgressRecordType.Completed, records[^1].RecordType);
        Assert.Single(records.Select(static record => record.ActivityId).Distinct());
    }

    [Fact]
    public void A_read_that_fails_takes_its_progress_away()
    {
        _fixture.Emulator.Faults.Add(SlowSecondPage);
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 3, Status = 400 });

        IReadOnlyList<ProgressRecord> records = Run("Get-EnPowerMailbox -Top 500");

        Assert.Equal(ProgressRecordType.Completed, records[^1].RecordType);
    }

    [Theory]
    [InlineData("$ProgressPreference = 'SilentlyContinue'; Get-EnPowerMailbox -Top 500")]
    [InlineData("Get-EnPowerMailbox -Top 500 -ProgressAction SilentlyContinue")]
    public void Progress_that_is_not_wanted_is_not_shown(string script)
    {
        _fixture.Emulator.Faults.Add(SlowSecondPage);

        Assert.Empty(Run(script));
    }

    [Fact]
    public void A_read_of_less_than_a_second_shows_none()
    {
        IReadOnlyList<ProgressRecord> records;
        var watch = new Stopwatch();
        do
        {
            // A busy machine may take longer.
            watch.Restart();
            records = Run("Get-EnPowerMailbox -First 10");
        }
        while (watch.Elapsed > TimeSpan.FromSeconds(1));

        Assert.Empty(records);
    }

    private IReadOnlyList<ProgressRecord> Run(string script)
    {
        using PowerShell shell = _session.Create(script);
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException)
        {
            // Some of the reads are meant to fail.
        }

        return [.. shell.Streams.Progress];
    }
}
