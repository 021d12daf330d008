using EnPower.Emulator;

namespace EnPower;

public sealed class GetEnPowerMailboxTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Path = "/smp/exchange/mailboxes";

    private readonly EmulatorFixture _fixture;
    private readonly Session _session;

    public GetEnPowerMailboxTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = fixture.Connect();
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void All_pages_are_read_a_thousand_mailboxes_at_a_time()
    {
        IReadOnlyList<Mailbox> mailboxes = _session.Read("Get-EnPowerMailbox");

        Assert.Equal(EmulatorFixture.Mailboxes, mailboxes.Select(mailbox => mailbox.Id).Distinct().Count());
        Assert.Equal(3, _fixture.PageQueries().Count);
        Assert.All(_fixture.PageQueries(), query => Assert.Contains("top=1000", query));
    }

    [Theory]
    [InlineData("-Top 700")]
    [InlineData("-PageSize 700")]
    public void Top_is_the_page_size_and_changes_nothing_else(string parameter)
    {
        IReadOnlyList<Mailbox> mailboxes = _session.Read($"Get-EnPowerMailbox {parameter}");

        Assert.Equal(EmulatorFixture.Mailboxes, mailboxes.Count);
        Assert.All(_fixture.PageQueries(), query => Assert.Contains("top=700", query));
    }

    [Theory]
    [InlineData("-Top 0", "1")]
    [InlineData("-Top 1001", "1000")]
    [InlineData("-Top -1", "1")]
    [InlineData("-Top abc", "Int32")]
    [InlineData("-MailboxType Room", "Both, User, Shared")]
    [InlineData("-MailboxType 3", "Both,User,Shared")]
    [InlineData("-Tenant ''", "empty")]
    [InlineData("-Tenant $null", "null")]
    public void Bad_input_is_refused_before_any_request_and_the_error_says_what_is_allowed(string parameter, string allowed)
    {
        ErrorRecord error = _session.Fail($"Get-EnPowerMailbox {parameter}");

        Assert.Contains(allowed, error.Exception.Message);
        Assert.Empty(_fixture.PageQueries());
    }

    [Theory]
    [InlineData("User", "mailboxType=1", "User mailbox")]
    [InlineData("shared", "mailboxType=2", "Shared mailbox")]
    [InlineData("2", "mailboxType=2", "Shared mailbox")]
    public void A_mailbox_type_goes_by_name_and_by_the_APIs_number(string type, string query, string recipientType)
    {
        IReadOnlyList<Mailbox> mailboxes = _session.Read($"Get-EnPowerMailbox -MailboxType {type}");

        Assert.NotEmpty(mailboxes);
        Assert.All(mailboxes, mailbox => Assert.Equal(recipientType, mailbox.RecipientType));
        Assert.All(_fixture.PageQueries(), sent => Assert.Contains(query, sent));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(999)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(2499)]
    [InlineData(2500)]
    [InlineData(2501)]
    public void First_caps_the_number_of_mailboxes(int first)
    {
        IReadOnlyList<Mailbox> mailboxes = _session.Read($"Get-EnPowerMailbox -First {first}");

        Assert.Equal(Math.Min(first, EmulatorFixture.Mailboxes), mailboxes.Count);
        Assert.Equal((Math.Min(first, EmulatorFixture.Mailboxes) + 999) / 1000, _fixture.PageQueries().Count);
    }

    [Fact]
    public void First_asks_for_no_more_than_it_needs()
    {
        _session.Read("Get-EnPowerMailbox -First 3");

        Assert.Contains("top=3&", Assert.Single(_fixture.PageQueries()));
    }

    [Fact]
    public void First_0_asks_for_nothing()
    {
        Assert.Empty(_session.Read("Get-EnPowerMailbox -First 0"));
        Assert.Empty(_fixture.PageQueries());
    }

    [Theory]
    [InlineData("-Skip 10", 10, 2490)]
    [InlineData("-Skip 10 -First 5", 10, 5)]
    [InlineData("-Skip 995 -First 10", 995, 10)]
    [InlineData("-Skip 2498 -First 10", 2498, 2)]
    [InlineData("-Skip 2500", 2500, 0)]
    public void Skip_leaves_out_the_first_ones(string parameters, int skipped, int count)
    {
        string[] all = [.. _session.Read("Get-EnPowerMailbox").Select(mailbox => mailbox.Id!)];

        IReadOnlyList<Mailbox> mailboxes = _session.Read($"Get-EnPowerMailbox {parameters}");

        Assert.Equal(all[skipped..Math.Min(skipped + count, all.Length)], mailboxes.Select(mailbox => mailbox.Id));
    }

    [Fact]
    public void The_total_count_comes_first()
    {
        IReadOnlyList<PSObject> output = _session.Run("Get-EnPowerMailbox -First 2 -IncludeTotalCount");

        Assert.Equal(3, output.Count);
        Assert.Equal((ulong)EmulatorFixture.Mailboxes, output[0].BaseObject);
        Assert.Equal(1.0, output[0].Properties["Accuracy"].Value);
    }

    [Fact]
    public void A_command_that_follows_gets_mailboxes_only_and_the_total_count_is_verbose()
    {
        using PowerShell shell = _session.Create(
            "Get-EnPowerMailbox -First 2 -IncludeTotalCount -Verbose | ForEach-Object { $_ }");

        Assert.All(shell.Invoke(), item => Assert.IsType<Mailbox>(item.BaseObject));
        Assert.Contains($"Total count: {EmulatorFixture.Mailboxes}.", shell.Streams.Verbose.Select(record => record.Message));
    }

    [Fact]
    public void A_count_that_is_no_larger_than_its_page_may_be_that_of_the_page()
    {
        _fixture.Emulator.Faults.Add(new Fault
        {
            Path = Path, Body = """{ "totalCount": 2, "mailboxes": [{ "id": "a" }, { "id": "b" }], "nextLink": "?page=2" }""",
        });
        using PowerShell shell = _session.Create(
            "Get-EnPowerMailbox -First 2 -IncludeTotalCount -Verbose | ForEach-Object { $_ }");

        shell.Invoke();

        Assert.Contains(
            "Total count: 2, which can be that of one page.", shell.Streams.Verbose.Select(record => record.Message));
    }

    [Fact]
    public void Values_of_another_type_than_documented_are_one_warning_that_counts_them()
    {
        _fixture.Emulator.Faults.Add(new Fault
        {
            Path = Path,
            Body = """
                { "mailboxes": [{ "itemCount": "many", "displayName": {} }, { "itemCount": "few" }], "nextLink": "" }
                """,
        });
        using PowerShell shell = _session.Create("Get-EnPowerMailbox");

        shell.Invoke();

        Assert.Equal(
            "Some mailboxes have values of another type than the API documents: displayName (1 objects), itemCount (2 objects). "
            + "The properties are $null. AdditionalProperties has the values as they came.",
            Assert.Single(shell.Streams.Warning).Message);
    }

    [Fact]
    public void A_page_size_in_a_script_is_no_reason_for_a_warning()
    {
        using PowerShell shell = _session.Create("Get-EnPowerMailbox -Top 500");

        shell.Invoke();

        Assert.Empty(shell.Streams.Warning);
    }

    [Fact]
    public void A_request_without_ID_is_told_as_one()
    {
        _fixture.Emulator.Faults.Add(new Fault
        {
            Path = Path, Status = 200, Headers = new Dictionary<string, string> { ["request-id"] = "" },
        });
        using PowerShell shell = _session.Create("Get-EnPowerMailbox -First 1 -Debug");

        shell.Invoke();

        Assert.Matches("^200 OK over HTTP/2.0 after [0-9]+ ms, request without ID$", shell.Streams.Debug[0].Message);
    }

    [Fact]
    public void A_count_of_tenants_of_which_one_fails_is_of_the_others_and_not_exact()
    {
        int contoso = _session.Read("Get-EnPowerMailbox -Tenant contoso.onmicrosoft.com").Count;
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Query = "tenant=fabrikam", Status = 404 });
        using PowerShell shell = _session.Create(
            "Get-EnPowerMailbox -Tenant fabrikam.onmicrosoft.com, contoso.onmicrosoft.com -IncludeTotalCount");

        PSObject[] output = [.. shell.Invoke()];

        Assert.Equal(
            ((ulong)contoso, 0.0), ((ulong)output[0].BaseObject, (double)output[0].Properties["Accuracy"].Value));
        Assert.Equal(contoso, output.Length - 1);
        Assert.Null(Assert.IsType<EnPowerApiException>(Assert.Single(shell.Streams.Error).Exception).ResumeLink);
    }

    [Fact]
    public void The_total_count_alone_goes_to_the_command_that_follows() => Assert.Equal(
        (ulong)EmulatorFixture.Mailboxes,
        Assert.Single(_session.Run("Get-EnPowerMailbox -First 0 -IncludeTotalCount | ForEach-Object { $_ }")).BaseObject);

    [Fact]
    public void The_total_count_is_of_all_tenants_together()
    {
        IReadOnlyList<PSObject> output = _session.Run(
            "'contoso.onmicrosoft.com', 'fabrikam.onmicrosoft.com' | Get-EnPowerMailbox -First 0 -IncludeTotalCount");

        Assert.Equal((ulong)EmulatorFixture.Mailboxes, Assert.Single(output).BaseObject);
    }

    [Theory]
    [InlineData("Get-EnPowerMailbox -Tenant contoso.onmicrosoft.com")]
    [InlineData("'contoso.onmicrosoft.com' | Get-EnPowerMailbox")]
    [InlineData("[pscustomobject]@{ Tenant = 'contoso.onmicrosoft.com' } | Get-EnPowerMailbox")]
    [InlineData("[pscustomobject]@{ TenantDomain = 'contoso.onmicrosoft.com' } | Get-EnPowerMailbox")]
    public void A_tenant_comes_by_parameter_and_from_the_pipeline(string script)
    {
        IReadOnlyList<Mailbox> mailboxes = _session.Read(script);

        Assert.NotEmpty(mailboxes);
        Assert.All(mailboxes, mailbox => Assert.Equal("contoso.onmicrosoft.com", mailbox.TenantDomain));
    }

    [Fact]
    public void Of_a_tenant_that_follows_no_more_is_asked_for_than_is_still_wanted()
    {
        int contoso = _session.Read("Get-EnPowerMailbox -Tenant contoso.onmicrosoft.com").Count;
        _fixture.Emulator.Requests.Clear();

        _session.Run($"Get-EnPowerMailbox -Tenant contoso.onmicrosoft.com, fabrikam.onmicrosoft.com -First {contoso + 7}");

        Assert.StartsWith("?top=7&", Assert.Single(_fixture.PageQueries(), query => query.Contains("fabrikam")));
    }

    [Fact]
    public void Several_tenants_are_read_one_after_the_other_with_a_throttle_limit_of_1()
    {
        IReadOnlyList<Mailbox> mailboxes = _session.Read(
            "Get-EnPowerMailbox -Tenant fabrikam.onmicrosoft.com, contoso.onmicrosoft.com -ThrottleLimit 1");

        Assert.Equal(EmulatorFixture.Mailboxes, mailboxes.Count);
        Assert.Equal(
            ["fabrikam.onmicrosoft.com", "contoso.onmicrosoft.com"],
            mailboxes.Select(mailbox => mailbox.TenantDomain).Distinct());
    }

    [Fact]
    public void First_and_Skip_count_over_all_tenants()
    {
        IReadOnlyList<Mailbox> mailboxes = _session.Read(
            "'fabrikam.onmicrosoft.com', 'contoso.onmicrosoft.com' | Get-EnPowerMailbox -Skip 1249 -First 2");

        Assert.Equal(
            ["fabrikam.onmicrosoft.com", "contoso.onmicrosoft.com"], mailboxes.Select(mailbox => mailbox.TenantDomain));
    }

    [Fact]
    public void No_tenant_from_the_pipeline_is_not_all_tenants()
    {
        Assert.Empty(_session.Read("@() | Get-EnPowerMailbox"));
        Assert.Empty(_fixture.PageQueries());
    }

    [Fact]
    public void An_unknown_tenant_has_no_mailboxes() => Assert.Empty(_session.Read("Get-EnPowerMailbox -Tenant nowhere.example"));

    [Fact]
    public void The_first_mailbox_is_out_while_the_second_page_is_still_to_come()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 2, Hang = true });
        using PowerShell shell = _session.Create("Get-EnPowerMailbox -Top 5");
        using var output = new PSDataCollection<PSObject>();
        using var fifth = new ManualResetEventSlim();
        output.DataAdded += (_, added) =>
        {
            if (added.Index == 4)
            {
                fifth.Set();
            }
        };
        shell.BeginInvoke<PSObject, PSObject>(input: null, output);

        Assert.True(fifth.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        shell.Stop();
        Assert.Equal(5, output.Count);
    }

    [Fact]
    public void Stopping_ends_the_command_while_the_server_does_not_answer()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Hang = true });
        using PowerShell shell = _session.Create("Get-EnPowerMailbox");
        IAsyncResult running = shell.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => _fixture.PageQueries().Count == 1, TimeSpan.FromSeconds(20)));

        shell.Stop();

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Empty(shell.Streams.Error);
    }

    [Fact]
    public void A_failing_command_downstream_ends_the_read()
    {
        ErrorRecord error = _session.Fail("Get-EnPowerMailbox -Top 5 | ForEach-Object { throw 'enough' }");

        Assert.Equal("enough", error.Exception.Message);
        Assert.InRange(_fixture.PageQueries().Count, 1, 2);
    }

    [Fact]
    public void What_came_before_an_error_was_delivered()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 3, Times = null, Status = 404 });

        IReadOnlyList<PSObject> output = _session.Run(
            "$read = Get-EnPowerMailbox -Top 100 -ErrorVariable failures -ErrorAction SilentlyContinue; "
            + "$failures[0].FullyQualifiedErrorId; $read.Count");

        Assert.Equal("NotFound,EnPower.Commands.GetEnPowerMailboxCommand", output[0].BaseObject);
        Assert.Equal(200, output[1].BaseObject);
    }

    [Fact]
    public void Without_a_connection_the_error_says_to_run_Connect_EnPower()
    {
        using var session = new Session(_fixture.Emulator);

        ErrorRecord error = session.Fail("Get-EnPowerMailbox");

        Assert.Equal("NotConnected,EnPower.Commands.GetEnPowerMailboxCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Contains("Connect-EnPower", error.Exception.Message);
        Assert.DoesNotContain("Connect-EnPower", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_given_connection_goes_before_the_default()
    {
        using var session = new Session(_fixture.Emulator);

        Assert.Single(session.Read(
            "$c = Connect-EnPower @connect -PassThru; Connect-EnPower @connect; Disconnect-EnPower; "
            + "Get-EnPowerMailbox -First 1 -Connection $c"));
    }

    [Fact]
    public void Each_request_is_a_line_in_the_verbose_stream()
    {
        using PowerShell shell = _session.Create("Get-EnPowerMailbox -Tenant contoso.onmicrosoft.com -Top 500 -Verbose");
        shell.Invoke();

        Assert.Equal(3, shell.Streams.Verbose.Count);
        Assert.Equal(
            $"GET {_fixture.Emulator.Endpoint}smp/exchange/mailboxes?top=500&tenant=contoso.onmicrosoft.com&mailboxType=0",
            shell.Streams.Verbose[0].Message);
        Assert.Contains("continuation=…", shell.Streams.Verbose[1].Message);
    }

    [Fact]
    public void A_mailbox_costs_the_pipeline_thread_no_more_than_the_engine_takes_to_pass_it_on()
    {
        const string Measure = """
            Get-EnPowerMailbox | Out-Null
            $before = [GC]::GetAllocatedBytesForCurrentThread()
            Get-EnPowerMailbox | Out-Null
            [GC]::GetAllocatedBytesForCurrentThread() - $before
            """;

        var bytes = (long)Assert.Single(_session.Run(Measure)).BaseObject;

        // About 700 are the engine's own. A mailbox built of NoteProperties would be 5000 and more.
        Assert.InRange(bytes / EmulatorFixture.Mailboxes, 0, 2000);
    }

    [Fact]
    public void A_mailbox_that_the_pipeline_is_done_with_is_free_before_its_page_is()
    {
        const string Measure = """
            $written = [System.Collections.Generic.List[WeakReference]]::new()
            Get-EnPowerMailbox -First 100 | ForEach-Object {
                $written.Add([WeakReference]::new($_.PSObject.BaseObject))
                if ($written.Count -eq 100) {
                    [GC]::Collect()
                    @($written | Where-Object IsAlive).Count
                }
            }
            """;

        // The one in the pipeline, and what a stack may still have of those before it.
        Assert.InRange((int)Assert.Single(_session.Run(Measure)).BaseObject, 1, 10);
    }
}
