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
    public void The_error_itself_goes_on_with_exactly_the_rest(string command, int page)
    {
        string[] all = Ids(command);
        Break(command, page);
        string[] before = [.. _session.Run("$before").Select(id => (string)id.BaseObject)];
        string[] after = Ids("Get-EnPowerMailbox -ResumeFrom $failure");

        Assert.True(before.Length < all.Length);
        Assert.Equal(all, before.Concat(after));
    }

    [Fact]
    public void The_error_of_one_tenant_goes_on_with_the_rest_of_that_tenant()
    {
        string[] fabrikam = Ids($"Get-EnPowerMailbox -Tenant {Fabrikam} -Top 100");
        string[] contoso = Ids($"Get-EnPowerMailbox -Tenant {Contoso} -Top 100");
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 4, Times = 1, Status = 404 });

        string[] before = [.. _session.Run(
            $"(Get-EnPowerMailbox -Tenant {Fabrikam}, {Contoso} -Top 100 -ThrottleLimit 1 -ErrorVariable failures -ErrorAction "
            + "SilentlyContinue).Id")
            .Select(id => (string)id.BaseObject)];
        string[] rest = Ids("Get-EnPowerMailbox -ResumeFrom $failures[0]");

        Assert.Equal([.. fabrikam[..300], .. contoso], before);
        Assert.Equal(fabrikam[300..], rest);
    }

    [Theory]
    [InlineData("$failure.Exception.ResumeLink")]
    [InlineData("([uri]$failure.Exception.ResumeLink)")]
    [InlineData("$failure.Exception")]
    [InlineData("([Exception]::new('outer', $failure.Exception))")]
    [InlineData("([AggregateException]::new($failure.Exception))")]
    [InlineData("@($failure)")]
    [InlineData("([System.Management.Automation.PSSerializer]::Deserialize("
        + "[System.Management.Automation.PSSerializer]::Serialize($failure)))")]
    public void What_a_user_holds_of_an_error_goes_on_with_the_rest_of_the_list(string link)
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
    public void A_tenant_that_fails_is_an_error_and_the_next_is_read()
    {
        string[] contoso = Ids($"Get-EnPowerMailbox -Tenant {Contoso}");

        string[] read = BreakOn(Fabrikam, $"Get-EnPowerMailbox -Tenant {Fabrikam}, {Contoso}", out ErrorRecord error);

        Assert.Equal(contoso, read);
        Assert.Equal(Fabrikam, error.TargetObject);
    }

    [Fact]
    public void A_tenant_of_the_pipeline_that_fails_is_an_error_and_the_next_is_read()
    {
        string[] contoso = Ids($"Get-EnPowerMailbox -Tenant {Contoso}");

        Assert.Equal(contoso, BreakOn(Fabrikam, $"'{Fabrikam}', '{Contoso}' | Get-EnPowerMailbox", out _));
    }

    [Fact]
    public void Without_default_values_of_the_session_every_parameter_is_one_of_the_call()
    {
        ErrorRecord error = _session.Fail(
            "$PSDefaultParameterValues = $null; Get-EnPowerMailbox -ResumeFrom https://localhost/x -Top 5");

        Assert.StartsWith("InvalidResumeFrom,", error.FullyQualifiedErrorId);
        Assert.Contains("-ResumeFrom can't be combined with -Top:", error.ToString());
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(429, "Throttled")]
    [InlineData(null, "ConnectionFailed")]
    public void An_error_of_the_whole_connection_is_the_end_and_no_other_tenant_is_read(int? status, string errorId)
    {
        _session.Run("Connect-EnPower @connect -MaximumRetryCount 0");
        _fixture.Emulator.Requests.Clear();
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Times = null, Status = status, Abort = status is null });

        ErrorRecord error = _session.Fail($"Get-EnPowerMailbox -Tenant {Fabrikam}, {Contoso} -ThrottleLimit 1");

        Assert.StartsWith($"{errorId},", error.FullyQualifiedErrorId);
        Assert.All(_fixture.PageQueries(), query => Assert.Contains(Fabrikam, query));
    }

    [Fact]
    public void Where_First_counts_over_several_tenants_a_break_is_the_end_and_names_the_tenants_not_read()
    {
        string[] read = BreakOn(Fabrikam, $"Get-EnPowerMailbox -Tenant {Fabrikam}, {Contoso} -First 10", out ErrorRecord error);

        Assert.Empty(read);
        Assert.Contains($"Not read: {Contoso}.", error.ToString());
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
        Assert.Equal(
            $"-ResumeFrom can't be combined with {refused}: the link contains the query and the page size. "
            + "-First and -Skip are permitted, and count from the link.",
            error.Exception.Message);
        Assert.Empty(_fixture.PageQueries());
    }

    [Theory]
    [InlineData("'Q29udGludWU='", "'Q29udGludWU=' is not a ResumeLink, which is an absolute address.")]
    [InlineData("''", "absolute address")]
    [InlineData("'/smp/exchange/mailboxes?continuation=x'", "absolute address")]
    [InlineData("$null", "null")]
    [InlineData("$(try { throw 'other' } catch { $_ })", "The error has no ResumeLink. Only errors of reads have one.")]
    [InlineData(
        "$(($loop = [pscustomobject]@{ InnerException = $null }).InnerException = $loop; $loop)", "The error has no ResumeLink.")]
    public void What_is_no_place_to_go_on_from_is_refused(string point, string reason)
    {
        ErrorRecord error = _session.Fail($"Get-EnPowerMailbox -ResumeFrom {point}");

        Assert.Contains(reason, error.Exception.Message);
        Assert.Empty(_fixture.PageQueries());
    }

    [Fact]
    public void The_error_of_another_command_is_refused_before_any_request()
    {
        Break("Get-EnPowerMailbox -Top 100", page: 2);
        _fixture.Emulator.Requests.Clear();

        ErrorRecord error = _session.Fail("Get-EnPowerResourceMailbox -ResumeFrom $failure");

        Assert.Equal("InvalidResumeFrom,EnPower.Commands.GetEnPowerResourceMailboxCommand", error.FullyQualifiedErrorId);
        Assert.Equal("The error comes from another command, Get-EnPowerMailbox.", error.Exception.Message);
        Assert.Empty(_fixture.Emulator.Requests.Snapshot());
    }

    [Fact]
    public void The_errors_of_several_other_commands_are_refused_before_any_request()
    {
        Break("Get-EnPowerMailbox -Top 100", page: 2);
        _session.Run("$failures = @($failure)");
        Break("Get-EnPowerMailbox -Top 100", page: 3);
        _session.Run(
            "$other = [Management.Automation.ErrorRecord]::new("
            + "$failure.Exception, 'Throttled,EnPower.Commands.GetEnPowerTenantCommand', 0, $null)");
        _fixture.Emulator.Requests.Clear();

        ErrorRecord error = _session.Fail("Get-EnPowerResourceMailbox -ResumeFrom ($failures + $other)");

        Assert.Equal("InvalidResumeFrom,EnPower.Commands.GetEnPowerResourceMailboxCommand", error.FullyQualifiedErrorId);
        Assert.Empty(_fixture.Emulator.Requests.Snapshot());
    }

    [Fact]
    public void An_error_that_names_no_command_goes_on_too()
    {
        string[] all = Ids("Get-EnPowerMailbox -Top 100");
        Break("Get-EnPowerMailbox -Top 100", page: 4);
        _session.Run("$renamed = [Management.Automation.ErrorRecord]::new($failure.Exception, 'Mine,EnPower.Mailbox', 0, $null)");

        Assert.Equal(all[300..], Ids("Get-EnPowerMailbox -ResumeFrom $renamed"));
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
            $ErrorActionPreference = 'Stop'
            try { Get-EnPowerMailbox -Top 100 | ForEach-Object { $null = $before.Add($_.Id); if ($before.Count -eq 150) { Disconnect-EnPower } } }
            catch { $failure = $_; $failure }
            Connect-EnPower @connect
            """).Select(item => item.BaseObject).OfType<ErrorRecord>().Single();
        int delivered = (int)((EnPowerException)error.Exception).DeliveredCount;

        Assert.StartsWith("ConnectionClosed,", error.FullyQualifiedErrorId);
        Assert.Equal("The connection was closed during the read.", error.Exception.Message);
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

    [Fact]
    public void Tab_offers_the_last_error_first_and_then_the_variables_that_hold_one()
    {
        ShowVariables();
        Break("Get-EnPowerMailbox -Top 100", page: 2);
        _session.Run("$failed = $null; $link = $failure.Exception.ResumeLink");

        IReadOnlyList<CompletionResult> completed = _session.Complete("Get-EnPowerMailbox -ResumeFrom ");

        Assert.Equal(["$Error[0]", "$failure"], completed.Select(result => result.CompletionText));
        Assert.Equal("The error that came last", completed[0].ToolTip);
    }

    [Fact]
    public void Tab_offers_a_variable_with_a_resume_point_and_no_last_error_where_there_is_none()
    {
        ShowVariables();
        _session.Set("point", new ResumePoint("https://localhost/page"));

        Assert.Equal("$point", Assert.Single(_session.Complete("Get-EnPowerMailbox -ResumeFrom ")).CompletionText);
    }

    /// <summary>The engine alone does not have Get-Variable, which every shell has.</summary>
    private void ShowVariables() =>
        _session.Run("function Get-Variable { $ExecutionContext.InvokeProvider.ChildItem.Get('Variable:', $false) }");

    /// <summary>Has every page of a tenant fail.</summary>
    private string[] BreakOn(string tenant, string command, out ErrorRecord error)
    {
        _fixture.Emulator.Faults.Clear();
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Query = $"tenant={tenant}", Times = null, Status = 403 });
        IReadOnlyList<PSObject> output = _session.Run(
            $"{command} -ErrorVariable failures -ErrorAction SilentlyContinue; $failures");
        _fixture.Emulator.Faults.Clear();
        error = Assert.Single(output.Select(static item => item.BaseObject).OfType<ErrorRecord>());
        return [.. output.Select(static item => item.BaseObject).OfType<Mailbox>().Select(static mailbox => mailbox.Id!)];
    }

    /// <summary>
    /// Makes a page fail permanently. The error is in <c>$failure</c>, the previous objects are in <c>$before</c>.
    /// </summary>
    private ErrorRecord Break(string command, int page)
    {
        _fixture.Emulator.Faults.Clear();
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = page, Times = null, Status = 404 });
        IReadOnlyList<PSObject> output = _session.Run($$"""
            $failed = $null
            $before = [Collections.ArrayList]::new()
            $ErrorActionPreference = 'Stop'
            try { {{command}} | ForEach-Object { $null = $before.Add($_.Id) } } catch { $failed = $_ }
            $failure = $failed
            $failure
            """);
        _fixture.Emulator.Faults.Clear();
        return Assert.IsType<ErrorRecord>(Assert.Single(output).BaseObject);
    }

    private string[] Ids(string command) => [.. _session.Read(command).Select(mailbox => mailbox.Id!)];
}
