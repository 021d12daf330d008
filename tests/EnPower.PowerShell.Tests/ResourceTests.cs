using System.Globalization;
using EnPower.Emulator;

namespace EnPower;

/// <summary>
/// The cmdlets of Power Platform and of the end of life: what pipes into what, and what is asked of the API for it.
/// </summary>
public sealed class ResourceTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Flows = "/smp/powerplatform/powerautomate/cloudflows";
    private const string Apps = "/smp/powerplatform/powerapps";

    private readonly EmulatorFixture _fixture;
    private readonly Session _session;

    public ResourceTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = fixture.Connect();
    }

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("Get-EnPowerPowerAppActivity", "apps", "/smp/powerplatform/powerapps/1/activities")]
    [InlineData("Get-EnPowerPowerAppLaunch", "apps", "/smp/powerplatform/powerapps/1/launches")]
    [InlineData("Get-EnPowerPowerAppUser", "apps", "/smp/powerplatform/powerapps/1/launched-users")]
    [InlineData("Get-EnPowerCloudFlowRun", "flows", "/smp/powerplatform/powerautomate/cloudflows/1/runs")]
    [InlineData("Get-EnPowerCloudFlowActivity", "flows", "/smp/powerplatform/powerautomate/cloudflows/1/activities")]
    [InlineData("Get-EnPowerCloudFlowConnection", "flows", "/smp/powerplatform/connectionusage/cloudflows")]
    [InlineData("Get-EnPowerDesktopFlowRun", "flows", "/smp/powerplatform/powerautomate/desktopflows/1/runs")]
    [InlineData("Get-EnPowerCopilotAgentActivity", "agents", "/smp/powerplatform/bot/1/activities")]
    [InlineData("Get-EnPowerPowerPageActivity", "sites", "/smp/powerplatform/powerpages/1/activities")]
    public void An_error_that_ends_the_command_names_the_parents_that_are_left(string command, string parents, string path)
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = path, Times = null, Status = 404 });

        IReadOnlyList<PSObject> errors = _session.Run(
            $"'1', '2' | {command} -First 5 -ErrorAction SilentlyContinue -ErrorVariable failures; $failures");

        Assert.Contains($"The {parents} that follow in the pipeline are not read.", Assert.Single(errors).ToString());
    }

    [Theory]
    [InlineData("Get-EnPowerPowerApp", "Get-EnPowerPowerAppActivity", "AppId", "/smp/powerplatform/powerapps/{0}/activities")]
    [InlineData("Get-EnPowerPowerApp", "Get-EnPowerPowerAppLaunch", "AppId", "/smp/powerplatform/powerapps/{0}/launches")]
    [InlineData("Get-EnPowerPowerApp", "Get-EnPowerPowerAppUser", "AppId", "/smp/powerplatform/powerapps/{0}/launched-users")]
    [InlineData(
        "Get-EnPowerCloudFlow", "Get-EnPowerCloudFlowRun", "FlowId", "/smp/powerplatform/powerautomate/cloudflows/{0}/runs")]
    [InlineData(
        "Get-EnPowerCloudFlow",
        "Get-EnPowerCloudFlowActivity",
        "FlowId",
        "/smp/powerplatform/powerautomate/cloudflows/{0}/activities")]
    [InlineData(
        "Get-EnPowerCloudFlow", "Get-EnPowerCloudFlowConnection", "FlowId", "/smp/powerplatform/connectionusage/cloudflows")]
    [InlineData(
        "Get-EnPowerDesktopFlow",
        "Get-EnPowerDesktopFlowRun",
        "FlowId",
        "/smp/powerplatform/powerautomate/desktopflows/{0}/runs")]
    [InlineData("Get-EnPowerCopilotAgent", "Get-EnPowerCopilotAgentActivity", "BotId", "/smp/powerplatform/bot/{0}/activities")]
    [InlineData(
        "Get-EnPowerPowerPage", "Get-EnPowerPowerPageActivity", "PowerPageId", "/smp/powerplatform/powerpages/{0}/activities")]
    public void A_parent_pipes_into_its_children_which_carry_its_key_and_tenant(
        string parents,
        string children,
        string key,
        string path)
    {
        PSObject[] output = [.. _session.Run(
            $"{parents} -First 2 | ForEach-Object {{ $_; $_ | {children} -First 3 }}")];

        Assert.Equal(8, output.Length);
        foreach (PSObject[] family in new[] { output[..4], output[4..] })
        {
            PSObject parent = family[0];
            string id = (string)parent.Properties[key].Value;
            Assert.All(family[1..], child =>
            {
                Assert.Equal(id, child.Properties[key].Value);
                Assert.Equal(parent.Properties["TenantId"].Value, child.Properties["TenantId"].Value);
            });
            string asked = string.Format(CultureInfo.InvariantCulture, path, id);
            Assert.Contains(
                _fixture.PageQueries(asked), query => query.Contains($"tenant={parent.Properties["TenantId"].Value}"));
        }
    }

    [Theory]
    [InlineData("Get-EnPowerPowerPlatformConnection", "/smp/powerplatform/connections")]
    [InlineData("Get-EnPowerPowerApp", Apps)]
    [InlineData("Get-EnPowerCloudFlow", Flows)]
    [InlineData("Get-EnPowerDesktopFlow", "/smp/powerplatform/powerautomate/desktopflows")]
    [InlineData("Get-EnPowerCopilotAgent", "/smp/powerplatform/bot")]
    [InlineData("Get-EnPowerPowerPage", "/smp/powerplatform/powerpages")]
    public void Environments_that_are_piped_choose_from_a_list_that_is_read_once(string command, string path)
    {
        // The first and third of a tenant; the emulator puts all into the first three.
        PSObject[] chosen = [.. _session.Run(
            $"Get-EnPowerEnvironment -First 5 | Where-Object {{ $_.DisplayName -in 'Environment 0', "
            + $"'Environment 4' }} | {command}")];

        Assert.InRange(chosen.Length, 1, EmulatorFixture.Mailboxes - 1);
        Assert.Equal(
            ["Environment 0", "Environment 4"],
            chosen.Select(item => (string)item.Properties["EnvironmentName"].Value).Distinct().Order());
        Assert.Equal(2, chosen.Select(item => (string)item.Properties["EnvironmentId"].Value).Distinct().Count());
        Assert.Equal(2, _fixture.PageQueries(path).Count);
    }

    [Fact]
    public void Workspaces_that_are_piped_choose_from_a_list_that_is_read_once()
    {
        PSObject[] chosen = [.. _session.Run(
            "Get-EnPowerPowerBIWorkspace -First 1 -OutVariable workspace | Get-EnPowerPowerBIArtifact; $workspace")];

        Assert.True(chosen.Length > 2);
        Assert.Single(chosen[..^1].Select(artifact => artifact.Properties["WorkspaceId"].Value)
            .Append(chosen[^1].Properties["Id"].Value).Distinct());
        Assert.Equal(2, _fixture.PageQueries("/smp/powerplatform/powerbi/artifacts").Count);
    }

    [Fact]
    public void No_environment_chooses_nothing_and_asks_for_nothing()
    {
        Assert.Empty(
            _session.Run("Get-EnPowerEnvironment -First 5 | Where-Object DisplayName -eq 'none such' | Get-EnPowerPowerApp"));
        Assert.Empty(_fixture.PageQueries(Apps));
    }

    [Fact]
    public void First_and_Skip_count_what_was_chosen_and_reading_stops_there()
    {
        PSObject[] all = [.. _session.Run(
            "$e = (Get-EnPowerEnvironment -First 1).EnvironmentId; Get-EnPowerPowerApp -EnvironmentId $e")];
        _fixture.Emulator.Requests.Clear();

        PSObject[] some = [.. _session.Run("Get-EnPowerPowerApp -EnvironmentId $e -Skip 1 -First 2")];

        Assert.Equal(all[1..3].Select(app => app.ToString()), some.Select(app => app.ToString()));
        Assert.True(_fixture.PageQueries(Apps).Count <= 2);
        Assert.All(_fixture.PageQueries(Apps), query => Assert.Contains("top=1000", query));
    }

    [Fact]
    public void How_many_will_be_chosen_is_not_known_before()
    {
        PSObject total = _session.Run(
            "$e = (Get-EnPowerEnvironment -First 1).EnvironmentId; Get-EnPowerPowerApp -EnvironmentId $e -First 1 "
            + "-IncludeTotalCount")[0];

        Assert.Equal(0.0, total.Properties["__accuracy"]?.Value ?? total.Properties["Accuracy"].Value);
    }

    [Fact]
    public void A_tenant_that_is_piped_is_read_at_once_where_no_environment_is_named() =>
        Assert.Equal(3, _session.Run("'contoso.onmicrosoft.com' | Get-EnPowerPowerApp -First 3").Count);

    [Theory]
    [InlineData("Get-EnPowerCloudFlowRun {0} -First 2")]
    [InlineData("'{0}' | Get-EnPowerCloudFlowRun -First 2")]
    [InlineData("[guid]'{0}' | Get-EnPowerCloudFlowRun -First 2")]
    [InlineData("[pscustomobject]@{{ FlowId = '{0}'; DisplayName = 'x' }} | Get-EnPowerCloudFlowRun -First 2")]
    public void A_parent_is_given_by_its_ID_and_by_anything_that_has_it(string script)
    {
        const string Id = "8a40e648-fd97-4fba-9b47-66ad1a8be89a";

        IReadOnlyList<CloudFlowRun> runs = _session.Read<CloudFlowRun>(string.Format(CultureInfo.InvariantCulture, script, Id));

        Assert.Equal(2, runs.Count);
        Assert.All(runs, run => Assert.Equal((Id, null), (run.FlowId, run.TenantId)));
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("''")]
    public void A_parent_whose_tenant_is_not_known_is_read_all_the_same(string tenant)
    {
        IReadOnlyList<CloudFlowRun> runs = _session.Read<CloudFlowRun>(
            $"[pscustomobject]@{{ FlowId = 'x'; TenantId = {tenant} }} | Get-EnPowerCloudFlowRun -First 1");

        Assert.Null(Assert.Single(runs).TenantId);
        Assert.DoesNotContain("tenant", Assert.Single(_fixture.PageQueries($"{Flows}/x/runs")));
    }

    [Theory]
    [InlineData("[datetime]::SpecifyKind('2026-06-01 08:30', 'Utc')", "2026-06-01T08:30:00Z")]
    [InlineData("[datetime]'2026-06-01 08:30'", "2026-06-01T08:30:00")]
    [InlineData("'2026-06-01'", "2026-06-01T00:00:00")]
    [InlineData("[datetime]::SpecifyKind('2026-06-01 08:30:00.5', 'Utc')", "2026-06-01T08:30:00.5Z")]
    public void A_time_is_sent_as_ISO_8601_with_what_its_kind_says(string date, string sent)
    {
        _session.Run($"Get-EnPowerCloudFlowRun x -FromDate ({date}) -First 1");

        Assert.Contains($"fromDate={Uri.EscapeDataString(sent)}", Assert.Single(_fixture.PageQueries($"{Flows}/x/runs")));
    }

    [Fact]
    public void A_local_time_is_sent_with_the_offset_of_this_machine()
    {
        var local = new DateTime(2026, 6, 1, 8, 30, 0, DateTimeKind.Local);
        _session.Set("date", local);

        _session.Run("Get-EnPowerCloudFlowRun x -ToDate $date -First 1");

        string sent = new DateTimeOffset(local).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        Assert.Contains($"toDate={Uri.EscapeDataString(sent)}", Assert.Single(_fixture.PageQueries($"{Flows}/x/runs")));
    }

    [Fact]
    public void A_time_that_ends_before_it_begins_is_refused_before_any_request()
    {
        ErrorRecord error = _session.Fail("Get-EnPowerCloudFlowRun x -FromDate 2026-06-02 -ToDate 2026-06-01");

        Assert.StartsWith("InvalidTimeRange,", error.FullyQualifiedErrorId);
        Assert.StartsWith("-FromDate 2026-06-02", error.Exception.Message);
        Assert.EndsWith(": no time is between them.", error.Exception.Message);
        Assert.Empty(_fixture.PageQueries($"{Flows}/x/runs"));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Times_of_different_kinds_are_compared_as_instants(int ticks, bool isAccepted)
    {
        var local = new DateTime(2026, 6, 1, 8, 30, 0, DateTimeKind.Local);
        _session.Set("from", local.AddTicks(ticks));
        _session.Set("to", local.ToUniversalTime());

        _session.Run("trap { continue }; Get-EnPowerCloudFlowRun x -FromDate $from -ToDate $to -First 1");

        Assert.Equal(isAccepted ? 1 : 0, _fixture.PageQueries($"{Flows}/x/runs").Count);
    }

    [Theory]
    [InlineData("Get-EnPowerCloudFlowRun ''", "Pass the ID of a flow, or pipe the objects of Get-EnPowerCloudFlow.")]
    [InlineData("Get-EnPowerCloudFlowRun 'a*'", "filter the objects of Get-EnPowerCloudFlow with Where-Object")]
    [InlineData("Get-EnPowerCloudFlowRun '../x'", "contain a slash")]
    [InlineData("Get-EnPowerCloudFlowRun ..", "consist of dots")]
    [InlineData("[pscustomobject]@{ Name = 'x' } | Get-EnPowerCloudFlowRun", "an object with the property FlowId")]
    [InlineData("Get-EnPowerPowerApp -EnvironmentId 'a*'", "Get-EnPowerEnvironment")]
    [InlineData("Get-EnPowerPowerBIDataSourceCount -Top 5", "Top")]
    public void Bad_input_is_refused_before_any_request_and_the_error_says_what_is_allowed(string script, string allowed)
    {
        ErrorRecord error = _session.Fail(script);

        Assert.Contains(allowed, error.ToString());
        Assert.DoesNotContain(
            _fixture.Emulator.Requests.Snapshot(),
            request => request.Path.StartsWith("/smp/powerplatform", StringComparison.Ordinal));
    }

    [Fact]
    public void A_parent_that_cannot_be_read_is_an_error_and_the_next_one_is_read()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = $"{Flows}/gone/runs", Status = 404 });

        PSObject[] output = [.. _session.Run(
            "'gone', 'there' | Get-EnPowerCloudFlowRun -ErrorAction SilentlyContinue -ErrorVariable failed; $failed[0]")];

        Assert.True(output.Length > 1);
        Assert.All(output[..^1], run => Assert.Equal("there", run.Properties["FlowId"].Value));
        var error = (ErrorRecord)output[^1].BaseObject;
        Assert.Equal(("gone", ErrorCategory.ObjectNotFound), (error.TargetObject, error.CategoryInfo.Category));
    }

    [Fact]
    public void A_read_that_broke_off_goes_on_from_its_error_with_the_key_of_its_parent()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = $"{Flows}/x/runs", FromRequest = 2, Status = 404 });
        _session.Run("$before = Get-EnPowerCloudFlowRun x -ErrorVariable failed -ErrorAction SilentlyContinue");
        _fixture.Emulator.Faults.Clear();

        IReadOnlyList<CloudFlowRun> rest = _session.Read<CloudFlowRun>("Get-EnPowerCloudFlowRun -ResumeFrom $failed[0]");

        Assert.Equal(EmulatorFixture.Mailboxes - 1000, rest.Count);
        Assert.All(rest, run => Assert.Equal("x", run.FlowId));
    }

    [Fact]
    public void A_choice_goes_with_ResumeFrom()
    {
        PSObject[] all = [.. _session.Run(
            "$e = (Get-EnPowerEnvironment -First 1).EnvironmentId; Get-EnPowerPowerApp -EnvironmentId $e")];
        _fixture.Emulator.Requests.Clear();
        _fixture.Emulator.Faults.Add(new Fault { Path = Apps, FromRequest = 2, Status = 404 });

        PSObject[] before = [.. _session.Run(
            "Get-EnPowerPowerApp -EnvironmentId $e -Tenant contoso.onmicrosoft.com -Top 100 -ErrorAction SilentlyContinue "
            + "-ErrorVariable failed")];
        PSObject[] after = [.. _session.Run("Get-EnPowerPowerApp -ResumeFrom $failed[0] -EnvironmentId $e")];

        Assert.NotEmpty(after);
        Assert.Equal(all.Select(app => app.ToString()), before.Concat(after).Select(app => app.ToString()));
    }

    [Theory]
    [InlineData("Get-EnPowerEndOfLifeGroup")]
    [InlineData("Get-EnPowerEndOfLifeVivaGroup")]
    [InlineData("Get-EnPowerEndOfLifeSite")]
    [InlineData("Get-EnPowerEndOfLifeTeam")]
    [InlineData("Get-EnPowerEnvironment")]
    [InlineData("Get-EnPowerPowerBIWorkspace")]
    [InlineData("Get-EnPowerPowerBIDataSource")]
    [InlineData("Get-EnPowerPowerBISemanticModel")]
    [InlineData("Get-EnPowerPowerBIActivity")]
    public void All_pages_of_a_list_are_read(string command) =>
        Assert.Equal(EmulatorFixture.Mailboxes, _session.Run(command).Count);

    [Theory]
    [InlineData("Get-EnPowerPowerBIDataSourceCount", "/smp/powerplatform/powerbi/datasourcecountbydatasourcetype")]
    [InlineData("Get-EnPowerPowerBISemanticModelCount", "/smp/powerplatform/powerbi/semanticmodelcountbydatasourcetype")]
    public void Counts_are_asked_for_without_a_page_size(string command, string path)
    {
        Assert.NotEmpty(_session.Run($"{command} -Tenant contoso.onmicrosoft.com"));
        Assert.Equal("?tenant=contoso.onmicrosoft.com", Assert.Single(_fixture.PageQueries(path)));
    }

    [Fact]
    public void The_display_name_of_a_tenant_is_not_taken_for_its_domain()
    {
        _session.Run("Get-EnPowerEnvironment -First 1 | Get-EnPowerPowerApp -First 1");

        Assert.All(_fixture.PageQueries(Apps), query => Assert.Matches("tenant=[0-9a-f-]{36}", query));
    }
}
