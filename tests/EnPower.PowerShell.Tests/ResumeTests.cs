using EnPower.Emulator;

namespace EnPower;

public sealed class ResumeTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Path = "/smp/exchange/mailboxes";
    private const string Contoso = "contoso.onmicrosoft.com";
    private const string Fabrikam = "fabrikam.onmicrosoft.com";

    private readonly EmulatorFixture _fixture;
    private readonly Session _session;

    public ResumeTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = fixture.Connect();
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void An_error_says_how_many_objects_came_and_from_where_to_go_on()
    {
        ErrorRecord error = Break("Get-EnPowerMailbox -Top 100", page: 4);

        var exception = Assert.IsType<EnPowerApiException>(error.Exception);
        Assert.Equal(300, exception.DeliveredCount);
        Assert.Contains("continuation=", exception.ResumeLink);
        Assert.Empty(exception.RemainingTenants);
        Assert.Contains("300 objects were delivered before.", error.ToString());
        Assert.Contains("-ResumeFrom", error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("Get-EnPowerMailbox -Top 100", 1)]
    [InlineData("Get-EnPowerMailbox -Top 100", 4)]
    [InlineData("Get-EnPowerMailbox -Top 100", 25)]
    [InlineData("Get-EnPowerMailbox", 3)]
    [InlineData("Get-EnPowerMailbox -MailboxType Shared -Top 100", 2)]
    [InlineData("Get-EnPowerMailbox -Top 100 -First 450", 3)]
    [InlineData("Get-EnPowerMailbox -Top 100 -Skip 250", 2)]
    [InlineData("Get-EnPowerMailbox -Top 100 -Skip 250", 5)]
    [InlineData("Get-EnPowerMailbox -Top 100 -Skip 150 -First 300", 4)]
    [InlineData($"Get-EnPowerMailbox {Fabrikam}, {Contoso} -Top 100", 5)]
    [InlineData($"Get-EnPowerMailbox {Fabrikam}, {Contoso} -Top 100", 15)]
    [InlineData($"Get-EnPowerMailbox {Fabrikam}, {Contoso} -Top 100 -Skip 1200 -First 100", 2)]
    [InlineData($"Get-EnPowerMailbox {Fabrikam}, {Contoso} -MailboxType User -Top 100 -First 1100", 3)]
    public void The_error_itself_goes_on_with_exactly_the_rest(string command, int page)
    {
        string[] all = Ids(command);
        Break(command, page);
        string[] before = [.. _session.Run("$before").Select(id => (string)id.BaseObject)];
        string[] after = Ids("Get-EnPowerMailbox -ResumeFrom $failure");

        Assert.True(before.Length < all.Length);
        Assert.Equal(all, before.Concat(after));
    }

    [Theory]
    [InlineData("$failure.Exception.ResumeLink")]
    [InlineData("([uri]$failure.Exception.ResumeLink)")]
    public void The_link_goes_on_with_the_rest_of_the_list(string link)
    {
        string[] all = Ids("Get-EnPowerMailbox -Top 100");
        Break("Get-EnPowerMailbox -Top 100", page: 4);

        Assert.Equal(all[300..], Ids($"Get-EnPowerMailbox -ResumeFrom {link}"));
    }

    [Theory]
    [InlineData("-First 150", 0, 150)]
    [InlineData("-Skip 20", 20, 2180)]
    [InlineData("-Skip 20 -First 5", 20, 5)]
    [InlineData("-First 0", 0, 0)]
    public void First_and_Skip_count_from_there(string parameters, int skipped, int count)
    {
        string[] all = Ids("Get-EnPowerMailbox -Top 100");
        Break("Get-EnPowerMailbox -Top 100", page: 4);

        Assert.Equal(all[(300 + skipped)..(300 + skipped + count)], Ids($"Get-EnPowerMailbox -ResumeFrom $failure {parameters}"));
    }

    [Fact]
    public void A_read_that_goes_on_can_break_off_again()
    {
        string[] all = Ids("Get-EnPowerMailbox -Top 100 -First 1000");
        Break("Get-EnPowerMailbox -Top 100 -First 1000", page: 4);
        Break("Get-EnPowerMailbox -ResumeFrom $failure", page: 3);

        Assert.Equal(all[500..], Ids("Get-EnPowerMailbox -ResumeFrom $failure"));
    }

    [Fact]
    public void Tenants_whose_turn_had_not_come_are_named()
    {
        ErrorRecord error = Break($"Get-EnPowerMailbox -Tenant {Fabrikam}, {Contoso}, other.example -Top 100", page: 2);

        Assert.Equal([Contoso, "other.example"], ((EnPowerException)error.Exception).RemainingTenants);
        Assert.Contains($"Still to read: {Contoso}, other.example.", error.ToString());
    }

    [Fact]
    public void Tenants_of_the_pipeline_that_may_follow_are_not_kept_quiet()
    {
        ErrorRecord error = Break($"'{Fabrikam}', '{Contoso}' | Get-EnPowerMailbox -Top 100", page: 2);

        Assert.Contains("What may follow in the pipeline was not read.", error.ToString());
    }

    [Theory]
    [InlineData($"Get-EnPowerMailbox -ResumeFrom $failure -Tenant {Contoso}", "-Tenant")]
    [InlineData($"'{Contoso}' | Get-EnPowerMailbox -ResumeFrom $failure", "-Tenant")]
    [InlineData("Get-EnPowerMailbox -ResumeFrom $failure -Top 5 -MailboxType User", "-MailboxType and -Top")]
    [InlineData("Get-EnPowerMailbox -ResumeFrom $failure -IncludeTotalCount", "-IncludeTotalCount")]
    public void Parameters_that_the_link_decides_are_refused_before_any_request(string command, string refused)
    {
        Break("Get-EnPowerMailbox -Top 100", page: 2);
        _fixture.Emulator.Requests.Clear();

        ErrorRecord error = _session.Fail(command);

        Assert.StartsWith("InvalidResumeFrom,", error.FullyQualifiedErrorId);
        Assert.Contains(refused, error.Exception.Message);
        Assert.Empty(_fixture.PageQueries());
    }

    [Theory]
    [InlineData("'Q29udGludWU='", "absolute address")]
    [InlineData("''", "absolute address")]
    [InlineData("'/smp/exchange/mailboxes?continuation=x'", "absolute address")]
    [InlineData("$null", "null")]
    [InlineData("$(try { throw 'other' } catch { $_ })", "names no page")]
    public void What_is_no_place_to_go_on_from_is_refused(string point, string reason)
    {
        ErrorRecord error = _session.Fail($"Get-EnPowerMailbox -ResumeFrom {point}");

        Assert.Contains(reason, error.Exception.Message);
        Assert.Empty(_fixture.PageQueries());
    }

    [Theory]
    [InlineData("https://evil.example/smp/exchange/mailboxes?top=5")]
    [InlineData("http://localhost/smp/exchange/mailboxes?top=5")]
    [InlineData("https://localhost:1/smp/exchange/mailboxes?top=5")]
    public void A_link_to_another_server_is_refused(string link)
    {
        ErrorRecord error = _session.Fail($"Get-EnPowerMailbox -ResumeFrom '{link}'");

        Assert.StartsWith("InvalidNextLink,", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.SecurityError, error.CategoryInfo.Category);
        Assert.Empty(_fixture.PageQueries());
    }

    [Fact]
    public void An_error_before_anything_was_read_names_no_page()
    {
        ErrorRecord error = Break("Get-EnPowerMailbox -IncludeTotalCount", page: 1);

        Assert.Null(((EnPowerException)error.Exception).ResumeLink);
        Assert.DoesNotContain("-ResumeFrom", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_connection_that_was_closed_meanwhile_leaves_a_place_to_go_on_from()
    {
        string[] all = Ids("Get-EnPowerMailbox -Top 100");

        ErrorRecord error = _session.Run("""
            $before = [Collections.ArrayList]::new()
            try { Get-EnPowerMailbox -Top 100 | ForEach-Object { $null = $before.Add($_.Id); if ($before.Count -eq 150) { Disconnect-EnPower } } }
            catch { $failure = $_; $failure }
            Connect-EnPower @connect
            """).Select(item => item.BaseObject).OfType<ErrorRecord>().Single();
        int delivered = (int)((EnPowerException)error.Exception).DeliveredCount;

        Assert.StartsWith("ConnectionClosed,", error.FullyQualifiedErrorId);
        Assert.Equal(all[delivered..], Ids("Get-EnPowerMailbox -ResumeFrom $failure"));
    }

    [Fact]
    public void Progress_ends_with_the_command_that_failed()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Times = 2, Delay = TimeSpan.FromSeconds(0.7) });
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 3, Times = null, Status = 404 });
        using PowerShell shell = _session.Create("try { Get-EnPowerMailbox -Top 100 } catch { }");
        shell.Invoke();

        Assert.Equal(ProgressRecordType.Processing, shell.Streams.Progress[0].RecordType);
        Assert.Equal(ProgressRecordType.Completed, shell.Streams.Progress[^1].RecordType);
    }

    /// <summary>Has a page fail for good, and leaves the error in <c>$failure</c>, what came before in <c>$before</c>.</summary>
    private ErrorRecord Break(string command, int page)
    {
        _fixture.Emulator.Faults.Clear();
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = page, Times = null, Status = 404 });
        IReadOnlyList<PSObject> output = _session.Run($$"""
            $failed = $null
            $before = [Collections.ArrayList]::new()
            try { {{command}} | ForEach-Object { $null = $before.Add($_.Id) } } catch { $failed = $_ }
            $failure = $failed
            $failure
            """);
        _fixture.Emulator.Faults.Clear();
        return Assert.IsType<ErrorRecord>(Assert.Single(output).BaseObject);
    }

    private string[] Ids(string command) => [.. _session.Read(command).Select(mailbox => mailbox.Id!)];
}
