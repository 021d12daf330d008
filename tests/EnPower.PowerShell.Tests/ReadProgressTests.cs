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

        ProgressRecord record = records[0];
        Assert.Equal("Reading mailboxes", record.Activity);
        Assert.Equal($"{1000:N0} of {1250:N0}", record.StatusDescription);
        Assert.Equal("contoso.onmicrosoft.com", record.CurrentOperation);
        Assert.Equal(80, record.PercentComplete);
        Assert.InRange(record.SecondsRemaining, 0, 60);
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
