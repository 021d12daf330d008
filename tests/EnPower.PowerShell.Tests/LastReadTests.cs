using EnPower.Emulator;

namespace EnPower;

/// <summary>What a connection keeps of reads that did not come to their end, and how they go on.</summary>
public sealed class LastReadTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Path = "/smp/exchange/mailboxes";
    private const string Contoso = "contoso.onmicrosoft.com";
    private const string Fabrikam = "fabrikam.onmicrosoft.com";

    private readonly EmulatorFixture _fixture;
    private readonly Session _session;
    private readonly string[] _all;

    public LastReadTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = fixture.Connect();
        _all = Ids("Get-EnPowerMailbox");
        fixture.Emulator.Requests.Clear();
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public void A_read_that_is_stopped_while_it_waits_goes_on_with_exactly_the_rest()
    {
        string[] before = Stop("Get-EnPowerMailbox -Top 100", page: 4);

        UnfinishedRead read = Assert.Single(LastRead());
        Assert.Equal(("Get-EnPowerMailbox", (string?)null, 300L), (read.Command, read.Source, read.DeliveredCount));
        Assert.Equal(
            "Get-EnPowerMailbox: The read was stopped. 300 objects were delivered before.", read.ToString());
        Assert.Equal(_all, before.Concat(Ids("Get-EnPowerMailbox -ResumeFrom (Get-EnPowerConnection).LastRead")));
    }

    [Fact]
    public void A_read_that_ends_within_a_page_goes_on_with_the_object_that_was_on_its_way()
    {
        _session.Fail(
            "$got = @(); Get-EnPowerMailbox -Top 100 | ForEach-Object { if ($got.Count -eq 250) { throw 'disk full' "
            + "}; $got += $_.Id }");

        Assert.Equal(250, Assert.Single(LastRead()).DeliveredCount);
        Assert.Equal(_all[250..], Ids("Get-EnPowerMailbox -ResumeFrom (Get-EnPowerConnection).LastRead"));
    }

    [Theory]
    [InlineData("-Skip 30 -First 500", 30, 530)]
    [InlineData("-First 400", 0, 400)]
    public void It_knows_what_First_and_Skip_had_left(string parameters, int from, int to)
    {
        _session.Fail(
            $"$got = 0; Get-EnPowerMailbox -Top 100 {parameters} | ForEach-Object {{ if ($got -eq 150) {{ throw 'disk "
            + "full' }; $got++ }");

        Assert.Equal(_all[(from + 150)..to], Ids("Get-EnPowerMailbox -ResumeFrom (Get-EnPowerConnection).LastRead"));
    }

    [Fact]
    public void A_choice_goes_on_with_it()
    {
        string pattern = _session.Read("Get-EnPowerMailbox -First 1").Single().EmailAddress!.Split('.')[0] + ".*";
        string[] chosen = Ids($"Get-EnPowerMailbox '{pattern}'");
        _session.Fail(
            $"$got = 0; Get-EnPowerMailbox '{pattern}' -Top 100 | ForEach-Object {{ if ($got -eq 2) {{ throw 'disk "
            + "full' }; $got++ }");

        Assert.Equal(chosen[2..], Ids($"Get-EnPowerMailbox '{pattern}' -ResumeFrom (Get-EnPowerConnection).LastRead"));
    }

    [Fact]
    public void A_read_that_breaks_off_is_kept_with_its_reason()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 4, Status = 404 });
        string[] before = Ids("Get-EnPowerMailbox -Top 100 -ErrorAction SilentlyContinue");

        Assert.Contains("404", Assert.Single(LastRead()).Reason);
        Assert.Equal(_all, before.Concat(Ids("Get-EnPowerMailbox -ResumeFrom (Get-EnPowerConnection).LastRead")));
    }

    [Fact]
    public void Each_tenant_that_was_in_flight_or_still_to_be_read_is_kept()
    {
        string[] before = Stop($"Get-EnPowerMailbox -Tenant {Fabrikam}, {Contoso} -Top 100 -ThrottleLimit 1", page: 3);

        IReadOnlyList<UnfinishedRead> reads = LastRead();
        Assert.Equal([Fabrikam, Contoso], reads.Select(read => read.Source));
        Assert.StartsWith($"Get-EnPowerMailbox of {Fabrikam}: ", reads[0].ToString());
        string[] after = [.. reads.SelectMany(
            (_, index) => Ids("Get-EnPowerMailbox -ResumeFrom (Get-EnPowerConnection).LastRead[0]"))];
        Assert.Equal(_all.Order(), before.Concat(after).Order());
        Assert.Empty(LastRead());
    }

    [Theory]
    [InlineData("(Get-EnPowerConnection).LastRead[0]", typeof(UnfinishedRead))]
    [InlineData("(Get-EnPowerConnection).Scopes[0]", typeof(string))]
    [InlineData("(Test-EnPowerConnection -Detailed).Steps[0]", typeof(ConnectionTestStep))]
    public void A_list_gives_one_of_its_items_by_its_index(string script, Type item)
    {
        Stop("Get-EnPowerMailbox -Top 100", page: 3);

        Assert.IsType(item, _session.Run($", ({script})").Single().BaseObject);
    }

    [Fact]
    public void Several_of_one_command_are_gone_on_with_one_at_a_time()
    {
        Stop($"Get-EnPowerMailbox -Tenant {Fabrikam}, {Contoso} -Top 100 -ThrottleLimit 1", page: 3);

        Assert.Contains(
            "There are 2 interrupted reads. Resume one at a time, such as -ResumeFrom $failures[0].",
            _session.Fail("Get-EnPowerMailbox -ResumeFrom (Get-EnPowerConnection).LastRead").ToString());
    }

    [Fact]
    public void Several_of_one_command_beside_another_one_are_gone_on_with_one_at_a_time()
    {
        Stop("Get-EnPowerResourceMailbox -Top 100", page: 2, "/smp/exchange/resourcemailboxes");
        Stop($"Get-EnPowerMailbox -Tenant {Fabrikam}, {Contoso} -Top 100 -ThrottleLimit 1", page: 3);

        ErrorRecord error = _session.Fail("Get-EnPowerMailbox -ResumeFrom (Get-EnPowerConnection).LastRead");

        Assert.StartsWith("InvalidResumeFrom,", error.FullyQualifiedErrorId);
        Assert.Contains("There are 2 interrupted reads.", error.ToString());
    }

    [Fact]
    public void A_read_that_is_stopped_while_another_command_works_goes_on_with_the_object_that_it_was_given()
    {
        using var working = new ManualResetEventSlim();
        _session.Set("working", working);
        using PowerShell shell = _session.Create(
            "$got = 0; Get-EnPowerMailbox -Top 100 | "
            + "ForEach-Object { if (++$got -eq 150) { $working.Set(); while ($true) { } } }");
        IAsyncResult running = shell.BeginInvoke();
        Assert.True(working.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        shell.Stop();

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Equal("The read was stopped.", Assert.Single(LastRead()).Reason);
        Assert.Equal(_all[149..], Ids("Get-EnPowerMailbox -ResumeFrom (Get-EnPowerConnection).LastRead"));
    }

    [Fact]
    public void A_read_that_is_stopped_while_the_command_before_it_works_is_kept()
    {
        using var working = new ManualResetEventSlim();
        _session.Set("working", working);
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Times = null, Hang = true });
        using PowerShell shell = _session.Create(
            "& { 'contoso.onmicrosoft.com'; $working.Set(); while ($true) { } } | Get-EnPowerMailbox");
        IAsyncResult running = shell.BeginInvoke();
        Assert.True(working.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        shell.Stop();

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Equal("The read was stopped.", Assert.Single(LastRead()).Reason);
    }

    [Fact]
    public void A_link_to_another_server_is_none_to_go_on_from()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, NextLink = "https://evil.example/smp/exchange/mailboxes" });
        string[] read = Ids("Get-EnPowerMailbox -Top 100 -ErrorVariable failure -ErrorAction SilentlyContinue");

        Assert.Equal(_all[..100], read);
        Assert.StartsWith(
            "InvalidNextLink,", _session.Run("$failure[0].FullyQualifiedErrorId")[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(LastRead());
    }

    [Fact]
    public void Each_command_takes_its_own()
    {
        Stop("Get-EnPowerMailbox -Top 100", page: 4);
        Stop("Get-EnPowerResourceMailbox -Top 100", page: 2, "/smp/exchange/resourcemailboxes");

        Assert.Equal(["Get-EnPowerMailbox", "Get-EnPowerResourceMailbox"], LastRead().Select(read => read.Command));
        Assert.Equal(_all[300..], Ids("Get-EnPowerMailbox -ResumeFrom (Get-EnPowerConnection).LastRead"));
        Assert.Equal("Get-EnPowerResourceMailbox", Assert.Single(LastRead()).Command);
        Assert.Contains(
            "another command, Get-EnPowerResourceMailbox",
            _session.Fail("Get-EnPowerMailbox -ResumeFrom (Get-EnPowerConnection).LastRead").ToString());
    }

    [Fact]
    public void Each_command_takes_its_own_in_any_order()
    {
        Stop("Get-EnPowerResourceMailbox -Top 100", page: 2, "/smp/exchange/resourcemailboxes");
        Stop("Get-EnPowerMailbox -Top 100", page: 4);

        Assert.Equal(_all[300..], Ids("Get-EnPowerMailbox -ResumeFrom (Get-EnPowerConnection).LastRead"));
    }

    [Fact]
    public void The_last_one_of_a_command_takes_the_place_of_the_one_before()
    {
        Stop("Get-EnPowerMailbox -Top 100", page: 4);
        Stop("Get-EnPowerMailbox -Top 100", page: 3);

        Assert.Equal(200, Assert.Single(LastRead()).DeliveredCount);
    }

    [Theory]
    [InlineData("$null = Get-EnPowerMailbox -Top 100")]
    [InlineData("$null = Get-EnPowerMailbox -Top 100 -First 5")]
    [InlineData("foreach ($one in 1) { Get-EnPowerMailbox -Top 100 | ForEach-Object { break } }")]
    public void A_read_that_came_to_its_end_or_was_left_on_purpose_is_none(string script)
    {
        _session.Run(script);

        Assert.Empty(LastRead());
    }

    private string[] Ids(string script) => [.. _session.Read(script).Select(mailbox => mailbox.Id!)];

    private IReadOnlyList<UnfinishedRead> LastRead() =>
        (IReadOnlyList<UnfinishedRead>)_session.Run("Get-EnPowerConnection")[0].Properties["LastRead"].Value;

    // Stops a command, as Ctrl+C does, while it waits for a page that does not come.
    private string[] Stop(string command, int page, string path = Path)
    {
        _fixture.Emulator.Requests.Clear();
        _fixture.Emulator.Faults.Add(new Fault { Path = path, FromRequest = page, Hang = true });
        using PowerShell shell = _session.Create(command);
        using var output = new PSDataCollection<PSObject>();
        IAsyncResult running = shell.BeginInvoke<PSObject, PSObject>(input: null, output);
        Assert.True(SpinWait.SpinUntil(
            () => output.Count == (page - 1) * 100 && _fixture.PageQueries(path).Count == page, TimeSpan.FromSeconds(30)));
        shell.Stop();
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        _fixture.Emulator.Faults.Clear();
        return [.. output.Select(item => item.Properties["Id"].Value.ToString()!)];
    }
}
