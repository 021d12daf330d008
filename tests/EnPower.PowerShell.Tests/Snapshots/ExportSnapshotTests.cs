using System.Text.Json;
using EnPower.Emulator;

namespace EnPower;

public sealed class ExportSnapshotTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string MailboxesPath = "/smp/exchange/mailboxes";
    private const string Contoso = "contoso.onmicrosoft.com";
    private const string Fabrikam = "fabrikam.onmicrosoft.com";

    private readonly EmulatorFixture _fixture;
    private readonly SnapshotFolder _folder = new();
    private readonly Session _session;

    public ExportSnapshotTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = fixture.Connect();
        _session.Set("path", _folder["s"]);
        _session.Set("folder", _folder["."]);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Mailboxes_come_back_as_they_were()
    {
        _session.Run("Get-EnPowerMailbox | Export-EnPowerSnapshot $path");
        string[] lines = _folder.Lines("s");

        _session.Set("copy", _folder["copy"]);
        Assert.Equal(
            EmulatorFixture.Mailboxes,
            _session.Read("$back = Import-EnPowerSnapshot $path; $back | Export-EnPowerSnapshot $copy; $back").Count);

        Assert.Equal(lines[1..^1], _folder.Lines("copy")[1..^1]);
        Assert.Equal(
            Header(lines).GetProperty("scope").ToString(), Header(_folder.Lines("copy")).GetProperty("scope").ToString());
    }

    [Theory]
    [InlineData("Get-EnPowerMailbox", """{"allTenants":true,"filters":{"mailboxType":"0"}}""")]
    [InlineData("$m = Get-EnPowerMailbox; $m", """{"allTenants":true,"filters":{"mailboxType":"0"}}""")]
    [InlineData(
        $"Get-EnPowerMailbox -Tenant {Fabrikam}, {Contoso} -MailboxType User",
        $$$"""{"tenants":["{{{Contoso}}}","{{{Fabrikam}}}"],"filters":{"mailboxType":"1"}}""")]
    public void The_first_line_says_what_was_asked_for(string command, string scope)
    {
        _session.Run($"{command} | Export-EnPowerSnapshot $path");

        Assert.Equal(scope, Header(_folder.Lines("s")).GetProperty("scope").ToString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", Header(_folder.Lines("s")).GetProperty("time").GetString());
        Assert.True(End().GetProperty("complete").GetBoolean());
        Assert.False(End().TryGetProperty("scope", out _));
    }

    [Fact]
    public void The_last_line_says_what_was_asked_for_where_the_pipeline_told_it_later()
    {
        _session.Run($"'{Contoso}', '{Fabrikam}' | Get-EnPowerMailbox -ThrottleLimit 1 | Export-EnPowerSnapshot $path");

        Assert.Equal(
            [Contoso, Fabrikam],
            End().GetProperty("scope").GetProperty("tenants").EnumerateArray().Select(tenant => tenant.GetString()));
    }

    [Fact]
    public void Filters_of_several_commands_are_told_in_order_and_once()
    {
        _session.Run(
            "& { foreach ($type in 'Shared', 'User', 'Shared') { Get-EnPowerMailbox -MailboxType $type } } | "
            + "Export-EnPowerSnapshot $path");

        Assert.Equal("1,2", End().GetProperty("scope").GetProperty("filters").GetProperty("mailboxType").GetString());
    }

    [Fact]
    public void A_read_that_broke_off_makes_an_incomplete_snapshot_that_says_so()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = MailboxesPath, FromRequest = 3, Times = 1, Status = 404 });
        IReadOnlyList<PSObject> warnings = _session.Run(
            "Get-EnPowerMailbox -Top 100 -ErrorAction SilentlyContinue | Export-EnPowerSnapshot $path -WarningVariable w "
            + "-WarningAction SilentlyContinue; $w");

        Assert.Equal(200, End().GetProperty("count").GetInt32());
        Assert.False(End().GetProperty("complete").GetBoolean());
        Assert.NotEmpty(End().GetProperty("reason").GetString()!);
        Assert.StartsWith("The snapshot is incomplete.", Assert.Single(warnings).ToString());
    }

    [Fact]
    public void A_tenant_that_could_not_be_read_makes_an_incomplete_snapshot()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = MailboxesPath, FromRequest = 1, Times = 1, Status = 404 });
        _session.Run(
            $"Get-EnPowerMailbox -Tenant {Contoso}, {Fabrikam} -ErrorAction SilentlyContinue | "
            + "Export-EnPowerSnapshot $path -WarningAction SilentlyContinue");

        Assert.False(End().GetProperty("complete").GetBoolean());
        Assert.Equal(EmulatorFixture.Mailboxes / 2, End().GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData("Get-EnPowerMailbox -First 10")]
    [InlineData("Get-EnPowerMailbox -Skip 2490")]
    public void Objects_that_paging_chose_are_incomplete(string command)
    {
        _session.Run($"{command} | Export-EnPowerSnapshot $path -WarningAction SilentlyContinue");

        Assert.Equal(10, End().GetProperty("count").GetInt32());
        Assert.False(End().GetProperty("complete").GetBoolean());
    }

    [Fact]
    public void Objects_that_an_identity_chose_are_incomplete()
    {
        _session.Run("Get-EnPowerMailbox '*' | Export-EnPowerSnapshot $path -WarningAction SilentlyContinue");

        Assert.Equal(
            (false, "The read was filtered by -Identity."),
            (End().GetProperty("complete").GetBoolean(), End().GetProperty("reason").GetString()));
    }

    [Fact]
    public void Objects_that_a_command_in_between_chose_are_known_to_be_fewer_than_were_read()
    {
        _session.Run("Get-EnPowerMailbox | Where-Object ExternalEmailForwardingEnabled | Export-EnPowerSnapshot $path");

        Assert.True(End().GetProperty("complete").GetBoolean());
        Assert.Equal(EmulatorFixture.Mailboxes, End().GetProperty("readCount").GetInt32());
        Assert.InRange(End().GetProperty("count").GetInt32(), 1, EmulatorFixture.Mailboxes - 1);
    }

    [Fact]
    public void Objects_of_several_commands_are_as_many_as_all_of_them_read()
    {
        _session.Run("& { Get-EnPowerMailbox; Get-EnPowerMailbox -MailboxType User } | Export-EnPowerSnapshot $path");

        (int count, int readCount) = CountsOf("s");
        Assert.InRange(count, EmulatorFixture.Mailboxes + 1, int.MaxValue);
        Assert.Equal(count, readCount);
    }

    [Fact]
    public void The_read_of_another_resource_in_the_pipeline_is_none_of_the_snapshot()
    {
        _session.Run(
            "$rooms = Get-EnPowerResourceMailbox -ResourceMailboxType Room; "
            + "Get-EnPowerMailbox -First 1 | ForEach-Object { $rooms } | Export-EnPowerSnapshot $path");

        Assert.Equal(
            """{"allTenants":true,"filters":{"resourceMailboxType":"1"}}""",
            Header(_folder.Lines("s")).GetProperty("scope").ToString());
        Assert.False(End().TryGetProperty("scope", out _));
    }

    [Fact]
    public void A_field_is_missing_that_no_object_of_any_page_has()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = MailboxesPath, ListJson = """[{"id":"a","status":"Normal"}]""" });
        _fixture.Emulator.Faults.Add(
            new Fault { Path = MailboxesPath, FromRequest = 2, ListJson = """[{"id":"b","alias":"b"}]""", NextLink = "" });

        _session.Run("Get-EnPowerMailbox -Top 100 | Export-EnPowerSnapshot $path");

        string?[] missing = [.. End().GetProperty("missingFields").EnumerateArray().Select(field => field.GetString())];
        Assert.Contains("displayName", missing);
        Assert.Equal(missing.Order(StringComparer.Ordinal), missing);
        Assert.DoesNotContain(missing, field => field is "id" or "status" or "alias");
    }

    [Fact]
    public void A_field_is_missing_that_no_object_of_any_command_has()
    {
        _fixture.Emulator.Faults.Add(
            new Fault { Path = MailboxesPath, Times = 1, ListJson = """[{"id":"a","status":"Normal"}]""", NextLink = "" });
        _fixture.Emulator.Faults.Add(
            new Fault { Path = MailboxesPath, FromRequest = 2, ListJson = """[{"id":"b","alias":"b"}]""", NextLink = "" });

        _session.Run(
            $"& {{ Get-EnPowerMailbox -Tenant {Contoso}; Get-EnPowerMailbox -Tenant {Fabrikam} }} | "
            + "Export-EnPowerSnapshot $path");

        string?[] missing = [.. End().GetProperty("missingFields").EnumerateArray().Select(field => field.GetString())];
        Assert.Contains("displayName", missing);
        Assert.DoesNotContain(missing, field => field is "id" or "status" or "alias");
    }

    [Fact]
    public void No_field_is_known_to_be_missing_where_objects_of_another_process_are_among_them()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = MailboxesPath, ListJson = """[{"id":"a"}]""", NextLink = "" });

        _session.Run(
            "$mailboxes = Get-EnPowerMailbox; @($mailboxes; [System.Management.Automation.PSSerializer]::Deserialize("
            + "[System.Management.Automation.PSSerializer]::Serialize($mailboxes, 3))) | Export-EnPowerSnapshot $path");

        Assert.Empty(End().GetProperty("missingFields").EnumerateArray());
    }

    [Fact]
    public void Objects_of_another_process_are_taken_for_all_of_their_tenants_and_a_warning_says_so()
    {
        _fixture.Emulator.Faults.Add(new Fault
        {
            Path = MailboxesPath,
            ListJson = """[{"id":"a","tenantId":"1","tenantDomain":"a.com"},{"id":"b","tenantDomain":"b.com"}]""",
            NextLink = "",
        });
        using PowerShell shell = _session.Create(
            "[System.Management.Automation.PSSerializer]::Deserialize("
            + "[System.Management.Automation.PSSerializer]::Serialize((Get-EnPowerMailbox), 3)) | Export-EnPowerSnapshot $path");

        shell.Invoke();

        Assert.Equal(
            ["1", "b.com"],
            End().GetProperty("scope").GetProperty("tenants").EnumerateArray().Select(tenant => tenant.GetString()));
        Assert.False(End().TryGetProperty("readCount", out _));
        Assert.Equal(
            "Objects from a file or another process have no information about their read. The snapshot assumes that they are "
            + "complete for their tenants.",
            Assert.Single(shell.Streams.Warning).Message);
    }

    [Fact]
    public void An_incomplete_snapshot_is_incomplete_when_it_comes_back()
    {
        _session.Run("Get-EnPowerMailbox -First 10 | Export-EnPowerSnapshot $path -WarningAction SilentlyContinue");
        string reason = End().GetProperty("reason").GetString()!;
        _session.Set("copy", _folder["copy"]);
        using PowerShell shell = _session.Create("$back = Import-EnPowerSnapshot $path; $back | Export-EnPowerSnapshot $copy");

        shell.Invoke();

        Assert.Equal(
            [$"s is incomplete. {reason}", $"The snapshot is incomplete. {reason}"],
            shell.Streams.Warning.Select(warning => warning.Message));
    }

    [Fact]
    public void How_many_objects_a_snapshot_was_selected_from_comes_back_with_it()
    {
        _session.Set("copy", _folder["copy"]);
        _session.Run(
            "Get-EnPowerMailbox | Export-EnPowerSnapshot $copy; "
            + "$one = @(Import-EnPowerSnapshot $copy)[0]; $one | Export-EnPowerSnapshot $path");
        Assert.Equal((1, EmulatorFixture.Mailboxes), CountsOf("s"));

        _session.Run("$one = Import-EnPowerSnapshot $path; $one | Export-EnPowerSnapshot $copy");
        Assert.Equal((1, EmulatorFixture.Mailboxes), CountsOf("copy"));
    }

    [Fact]
    public void The_parents_of_a_snapshot_come_back_with_its_objects()
    {
        _session.Set("copy", _folder["copy"]);
        object app = _session.Run(
            "$app = (Get-EnPowerPowerApp -First 1).Id; Get-EnPowerPowerAppUser $app | Export-EnPowerSnapshot $path; "
            + "Import-EnPowerSnapshot $path | Export-EnPowerSnapshot $copy; $app").Single().BaseObject;

        JsonElement parents = Header(_folder.Lines("copy")).GetProperty("scope").GetProperty("parents");
        Assert.Equal([(string)app], parents.EnumerateArray().Select(parent => parent.GetString()!));
    }

    [Fact]
    public void A_list_without_objects_is_a_snapshot_without_objects()
    {
        _session.Run("Get-EnPowerMailbox -Tenant nowhere.example -WarningAction SilentlyContinue | Export-EnPowerSnapshot $path");

        Assert.Equal("Mailbox", Header(_folder.Lines("s")).GetProperty("resource").GetString());
        Assert.Equal((0, true), (End().GetProperty("count").GetInt32(), End().GetProperty("complete").GetBoolean()));
    }

    [Theory]
    [InlineData("@()", "There are no objects, so the resource of the snapshot is unknown.")]
    [InlineData("1", "An object of type System.Int32 is not a resource of EnPower.")]
    [InlineData(
        "[pscustomobject]@{ Id = 1 }",
        "An object of type System.Management.Automation.PSCustomObject is not a resource of EnPower.")]
    [InlineData(
        "& { Get-EnPowerMailbox -First 1; Get-EnPowerResourceMailbox -First 1 }",
        "A snapshot contains one resource. An object of ResourceMailbox followed objects of Mailbox.")]
    public void What_is_not_of_one_resource_is_refused_and_leaves_no_file(string input, string reason)
    {
        ErrorRecord error = _session.Fail($"{input} | Export-EnPowerSnapshot $path");

        Assert.StartsWith("NotOfOneResource,", error.FullyQualifiedErrorId);
        Assert.Equal(reason, error.Exception.Message);
        Assert.Empty(_folder.Files);
    }

    [Theory]
    [InlineData(
        "Get-EnPowerMailbox -Top 100 | ForEach-Object { if ((++$script:n) -gt 150) { throw 'stop' }; $_ } | "
        + "Export-EnPowerSnapshot $path")]
    [InlineData("Get-EnPowerMailbox -Top 100 | ForEach-Object { $_; 1 } | Export-EnPowerSnapshot $path")]
    public void A_snapshot_that_is_not_written_to_its_end_leaves_the_old_one(string command)
    {
        File.WriteAllText(_folder["s"], "old");

        _session.Fail(command);

        Assert.Equal("old", File.ReadAllText(_folder["s"]));
        Assert.Equal(["s"], _folder.Files);
    }

    [Fact]
    public async Task A_snapshot_that_is_stopped_leaves_the_old_one()
    {
        File.WriteAllText(_folder["s"], "old");
        _fixture.Emulator.Faults.Add(new Fault { Path = MailboxesPath, FromRequest = 2, Times = 1, Hang = true });
        using PowerShell shell = _session.Create("Get-EnPowerMailbox -Top 100 | Export-EnPowerSnapshot $path");
        IAsyncResult running = shell.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => _fixture.PageQueries().Count > 1, TimeSpan.FromMinutes(1)));

        await Task.Factory.FromAsync(shell.BeginStop, shell.EndStop, state: null);

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Equal("old", File.ReadAllText(_folder["s"]));
        Assert.Equal(["s"], _folder.Files);
    }

    [Theory]
    [InlineData("missing/s", "The file can't be written. ")]
    [InlineData(".", " is a folder.")]
    [InlineData("s -NoClobber", " exists, and -NoClobber was given.")]
    public void A_file_that_can_not_be_written_is_refused_before_any_request(string arguments, string reason)
    {
        File.WriteAllText(_folder["s"], "old");
        _session.Run("$ExecutionContext.SessionState.Path.SetLocation($folder)");

        ErrorRecord error = _session.Fail($"Get-EnPowerMailbox | Export-EnPowerSnapshot {arguments}");

        Assert.StartsWith("OutFileFailed,", error.FullyQualifiedErrorId);
        Assert.Contains(reason, error.Exception.Message);
        Assert.Empty(_fixture.PageQueries());
        Assert.Equal("old", File.ReadAllText(_folder["s"]));
    }

    [Fact]
    public void A_file_that_is_read_only_is_replaced_by_force_only()
    {
        File.WriteAllText(_folder["s"], "old");
        File.SetAttributes(_folder["s"], FileAttributes.ReadOnly);

        ErrorRecord error = _session.Fail("Get-EnPowerMailbox | Export-EnPowerSnapshot $path");
        Assert.StartsWith("OutFileFailed,", error.FullyQualifiedErrorId);
        Assert.EndsWith(" is read-only. -Force replaces it nonetheless.", error.Exception.Message);
        _session.Run("Get-EnPowerMailbox | Export-EnPowerSnapshot $path -Force");

        Assert.Equal(EmulatorFixture.Mailboxes, End().GetProperty("count").GetInt32());
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        _session.Run("Get-EnPowerMailbox | Export-EnPowerSnapshot $path -WhatIf");

        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void PassThru_writes_the_file()
    {
        FileInfo file = Assert.IsType<FileInfo>(
            Assert.Single(_session.Run("Get-EnPowerMailbox | Export-EnPowerSnapshot $path -PassThru")).BaseObject);

        Assert.Equal(new FileInfo(_folder["s"]).Length, file.Length);
    }

    [Fact]
    public void Several_snapshots_are_read_one_after_the_other()
    {
        _session.Run(
            $"Get-EnPowerMailbox -Tenant {Contoso} | Export-EnPowerSnapshot $path-a; Get-EnPowerMailbox -Tenant {Fabrikam} | "
            + "Export-EnPowerSnapshot $path-b");

        Assert.Equal(EmulatorFixture.Mailboxes, _session.Read("Import-EnPowerSnapshot $path-*").Count);
    }

    [Theory]
    [InlineData("Import-EnPowerSnapshot missing", "NoSnapshot", "missing")]
    [InlineData("Import-EnPowerSnapshot missing*", "NoSnapshot", "There is no file missing*.")]
    [InlineData("Import-EnPowerSnapshot Env:PATH", "NoSnapshot", "There is no file Env:PATH.")]
    [InlineData("Import-EnPowerSnapshot -LiteralPath *", "NoSnapshot", "The snapshot can't be opened. ")]
    [InlineData("Get-EnPowerMailbox | Compare-EnPowerSnapshot missing", "NoSnapshot", "The snapshot can't be opened. ")]
    [InlineData("Get-EnPowerMailbox | Compare-EnPowerSnapshot $path", "InvalidSnapshot", "s, line 1: ")]
    public void A_file_that_is_no_snapshot_is_refused_before_any_request(string command, string errorId, string reason)
    {
        File.WriteAllText(_folder["s"], "old");
        _session.Run("$ExecutionContext.SessionState.Path.SetLocation($folder)");

        ErrorRecord error = _session.Fail(command);

        Assert.StartsWith($"{errorId},", error.FullyQualifiedErrorId);
        Assert.Contains(reason, error.Exception.Message);
        Assert.Empty(_fixture.PageQueries());
    }

    private static JsonElement Header(string[] lines) => JsonDocument.Parse(lines[0]).RootElement.GetProperty("enPowerSnapshot");

    private JsonElement End(string file = "s") =>
        JsonDocument.Parse(_folder.Lines(file)[^1]).RootElement.GetProperty("enPowerSnapshotEnd");

    private (int Count, int ReadCount) CountsOf(string file) =>
        (End(file).GetProperty("count").GetInt32(), End(file).GetProperty("readCount").GetInt32());
}
