using EnPower.Emulator;

namespace EnPower;

public sealed class InvokeEnPowerRequestTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Path = "/smp/powerplatform/environments";
    private const string OtherPath = "/smp/lifecycle/microsoft365/sites";

    private readonly EmulatorFixture _fixture;
    private readonly Session _session;
    private readonly string _folder = Directory.CreateTempSubdirectory("EnPower").FullName;

    public InvokeEnPowerRequestTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = fixture.Connect();
        _session.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder}')");
    }

    private string OutFile => System.IO.Path.Combine(_folder, "items.jsonl");

    public void Dispose()
    {
        _session.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Objects_have_the_APIs_names_and_typed_values()
    {
        Answer("""
            { "environments": [ { "id": "1", "isDefault": true, "dlpPolicies": 2, "createdTime": "2024-06-13 03:31:12",
              "owner": { "name": "Ada" }, "tags": ["a", { "b": 1 }], "none": null, "": "x", "psobject": "y" } ], "nextLink": "" }
            """);

        PSObject item = Assert.Single(_session.Run($"Invoke-EnPowerRequest {Path}"));

        Assert.IsType<PSCustomObject>(item.BaseObject);
        Assert.Equal(
            ["id", "isDefault", "dlpPolicies", "createdTime", "owner", "tags", "none", "_", "_psobject"],
            item.Properties.Select(property => property.Name));
        Assert.Equal(
            ["1", true, 2L, "2024-06-13 03:31:12"], item.Properties.Take(4).Select(property => property.Value));
        Assert.Equal("Ada", ((PSObject)item.Properties["owner"].Value).Properties["name"].Value);
        object[] tags = Assert.IsType<object[]>(item.Properties["tags"].Value);
        Assert.Equal(1L, ((PSObject)tags[1]).Properties["b"].Value);
    }

    [Theory]
    [InlineData("""{ "id": "a", "ID": "b", "Id": "c" }""", "id", "_ID", "__Id")]
    [InlineData("""{ "_ID": "a", "id": "b", "ID": "c" }""", "_ID", "id", "__ID")]
    [InlineData("""{ "psbase": 1, "PSAdapted": 2, "psextended": 3 }""", "_psbase", "_PSAdapted", "_psextended")]
    [InlineData("""{ "psobject": 1, "_psobject": 2, "pstypenames": 3 }""", "_psobject", "__psobject", "_pstypenames")]
    [InlineData("""{ "_psobject": 1, "psobject": 2 }""", "_psobject", "__psobject")]
    public void A_name_that_PowerShell_can_not_give_a_property_gets_an_underscore(string json, params string[] names)
    {
        Answer($$"""{ "environments": [{{json}}], "nextLink": "" }""");

        PSObject item = Assert.Single(_session.Run($"Invoke-EnPowerRequest {Path}"));

        Assert.Equal(names, item.Properties.Select(property => property.Name));
    }

    [Fact]
    public void Without_All_the_first_page_comes_and_a_warning_that_there_are_more()
    {
        using PowerShell shell = _session.Create($"Invoke-EnPowerRequest {Path}");

        Assert.Equal(100, shell.Invoke().Count);
        Assert.Equal(
            $"This is only the first page of {Path}. -All reads all pages, and -First reads as many as necessary.",
            Assert.Single(shell.Streams.Warning).Message);
        Assert.Single(PageQueries());
    }

    [Theory]
    [InlineData("-All", EmulatorFixture.Mailboxes)]
    [InlineData("-All -Query @{ top = 1000 }", EmulatorFixture.Mailboxes)]
    [InlineData("-First 250", 250)]
    [InlineData("-All -First 250", 250)]
    [InlineData("-All -Skip 2450", 50)]
    [InlineData("-Skip 95", 5)]
    [InlineData("-Skip 95 -First 10", 10)]
    [InlineData("-First 0", 0)]
    public void Pages_are_read_as_far_as_they_are_wanted(string parameters, int count)
    {
        using PowerShell shell = _session.Create($"Invoke-EnPowerRequest {Path} {parameters} -WarningAction SilentlyContinue");

        Assert.Equal(count, shell.Invoke().Count);
    }

    [Fact]
    public void The_total_count_comes_first()
    {
        IReadOnlyList<PSObject> output = _session.Run($"Invoke-EnPowerRequest {Path} -First 2 -IncludeTotalCount");

        Assert.Equal(3, output.Count);
        Assert.Equal((ulong)EmulatorFixture.Mailboxes, output[0].BaseObject);
    }

    [Fact]
    public void Any_endpoint_is_read_by_tenant()
    {
        IReadOnlyList<PSObject> output = _session.Run(
            "Invoke-EnPowerRequest powerplatform/bot -All -Query @{ tenant = 'contoso.onmicrosoft.com'; top = 1000 }");

        Assert.Equal(EmulatorFixture.Mailboxes / 2, output.Count);
        Assert.All(output, item => Assert.Equal("Contoso", item.Properties["tenantName"].Value));
    }

    [Theory]
    [InlineData("@{ a = 5 }", "?a=5")]
    [InlineData("@{ a = 1.5 }", "?a=1.5")]
    [InlineData("@{ a = $true }", "?a=true")]
    [InlineData("@{ a = 'x y&z' }", "?a=x%20y%26z")]
    [InlineData("@{ a = [datetime]::new(2026, 1, 2, 3, 4, 5) }", "?a=2026-01-02T03%3A04%3A05")]
    [InlineData("@{ a = [EnPower.MailboxType]::Shared }", "?a=2")]
    [InlineData("@{ a = (& { 'x' }) }", "?a=x")]
    [InlineData("([ordered]@{ b = 1; a = 2 })", "?b=1&a=2")]
    public void Query_values_go_out_whatever_the_culture(string query, string expected)
    {
        _session.Run("[cultureinfo]::CurrentCulture = 'de-DE'");
        _session.Run($"Invoke-EnPowerRequest {Path} -Query {query} -WarningAction SilentlyContinue");

        Assert.Equal(expected, Assert.Single(PageQueries()));
    }

    [Theory]
    [InlineData("'https://graph-us.avepointonlineservices.com/smp/powerplatform/environments'", "InvalidPath")]
    [InlineData("'/smp/../emulator/requests'", "InvalidPath")]
    [InlineData("'/smp/powerplatform/bot/{botId}/activities'", "InvalidPath")]
    [InlineData("environments -Query @{ tenant = $null }", "InvalidQuery")]
    [InlineData("environments -Query @{ tenant = 'a', 'b' }", "InvalidQuery")]
    [InlineData("environments -Query @{ ([object]::new()) = 1 }", "InvalidQuery")]
    [InlineData("'environments?top=5' -Query @{ top = 6 }", "InvalidQuery")]
    [InlineData("environments -OutFile missing/items.jsonl", "OutFileFailed")]
    [InlineData("environments -OutFile .", "OutFileFailed")]
    [InlineData("environments -OutFile Env:items", "OutFileFailed")]
    [InlineData("environments -OutFile NoSuchDrive:items", "OutFileFailed")]
    [InlineData("environments -Method POST", "NamedParameterNotFound")]
    [InlineData("environments -Raw -OutFile x", "AmbiguousParameterSet")]
    public void Bad_input_is_refused_before_any_request(string arguments, string errorId)
    {
        ErrorRecord error = _session.Fail($"Invoke-EnPowerRequest {arguments}");

        Assert.Equal($"{errorId},EnPower.Commands.InvokeEnPowerRequestCommand", error.FullyQualifiedErrorId);
        Assert.Empty(_fixture.Emulator.Requests.Snapshot());
    }

    [Fact]
    public void An_error_says_what_to_do()
    {
        ErrorRecord error = _session.Fail("Invoke-EnPowerRequest ../x");

        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Equal("../x", error.TargetObject);
        Assert.Contains("-Path", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_not_found() => Assert.Equal(
        "NotFound,EnPower.Commands.InvokeEnPowerRequestCommand",
        _session.Fail("Invoke-EnPowerRequest /smp/nothing").FullyQualifiedErrorId);

    [Fact]
    public void A_query_parameter_that_has_several_values_is_named() => Assert.Equal(
        "The query parameter tenant requires one value: a string, a number, a boolean or a date.",
        _session.Fail("Invoke-EnPowerRequest environments -Query @{ tenant = 'a', 'b' }").Exception.Message);

    [Fact]
    public void A_request_that_fails_for_a_while_is_sent_again()
    {
        _fixture.Emulator.Faults.Add(new Fault
        {
            Path = Path, Status = 503, Headers = new Dictionary<string, string> { ["Retry-After"] = "0" },
        });

        Assert.Single(_session.Run($"Invoke-EnPowerRequest {Path} -First 1"));
        Assert.Equal(2, PageQueries().Count);
    }

    [Fact]
    public void An_address_that_an_answer_gave_is_read()
    {
        _session.Run($"$page = Invoke-EnPowerRequest {Path} -Raw -WarningAction SilentlyContinue");

        IReadOnlyList<PSObject> output = _session.Run(
            "$next = [regex]::Match($page, '\"nextLink\":\"([^\"]+)\"').Groups[1].Value; Invoke-EnPowerRequest $next -All");

        Assert.Equal(EmulatorFixture.Mailboxes - 100, output.Count);
    }

    [Fact]
    public void Raw_is_the_text_of_each_answer()
    {
        Answer("{ \"environments\": [],\n \"nextLink\": \"\" }");

        Assert.Equal(
            "{ \"environments\": [],\n \"nextLink\": \"\" }",
            Assert.Single(_session.Run($"Invoke-EnPowerRequest {Path} -Raw")).BaseObject);
        Assert.Equal(3, _session.Run($"Invoke-EnPowerRequest {Path} -Raw -All -Query @{{ top = 1000 }}").Count);
    }

    [Fact]
    public void OutFile_has_a_line_of_JSON_for_each_object()
    {
        Assert.Empty(_session.Run($"Invoke-EnPowerRequest {Path} -All -OutFile items.jsonl"));

        string[] lines = File.ReadAllLines(OutFile);
        Assert.Equal(EmulatorFixture.Mailboxes, lines.Distinct().Count());
        Assert.All(lines, line => Assert.Matches("^\\{\"id\":\".*\\}$", line));
        Assert.Equal((byte)'{', File.ReadAllBytes(OutFile)[0]);
    }

    [Theory]
    [InlineData("$WhatIfPreference = $true; Invoke-EnPowerRequest {0} -OutFile items.jsonl")]
    [InlineData("Invoke-EnPowerRequest {0} -OutFile items.jsonl -WhatIf")]
    public void WhatIf_leaves_the_file_as_it_is_and_asks_for_nothing(string script)
    {
        File.WriteAllText(OutFile, "keep");

        _session.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, script, Path));

        Assert.Equal("keep", File.ReadAllText(OutFile));
        Assert.DoesNotContain(_fixture.Emulator.Requests.Snapshot(), request => request.Path == Path);
    }

    [Theory]
    [InlineData("$true", "true")]
    [InlineData("$false", "false")]
    [InlineData("[switch]$true", "true")]
    [InlineData("[switch]$false", "false")]
    public void A_boolean_is_sent_as_JSON_writes_it(string value, string expected)
    {
        _session.Run($"Invoke-EnPowerRequest {Path} -Query @{{ flag = {value} }} -WarningAction SilentlyContinue");

        Assert.Equal($"?flag={expected}", PageQueries().Single());
    }

    [Theory]
    [InlineData("[datetime]::new(2026, 1, 2, 3, 4, 5, [DateTimeKind]'Utc')", "2026-01-02T03:04:05Z")]
    [InlineData("[datetime]::new(2026, 1, 2, 3, 4, 5, [DateTimeKind]'Unspecified')", "2026-01-02T03:04:05")]
    [InlineData("[datetimeoffset]::new(2026, 1, 2, 3, 4, 5, [timespan]'02:00')", "2026-01-02T03:04:05%2B02:00")]
    [InlineData("[DateOnly]::new(2026, 1, 2)", "2026-01-02")]
    public void A_date_is_sent_with_what_its_kind_says(string date, string expected)
    {
        _session.Run($"Invoke-EnPowerRequest {Path} -Query @{{ fromDate = {date} }}");

        Assert.Contains(
            $"fromDate={expected}", Uri.UnescapeDataString(PageQueries().Single()).Replace("+", "%2B", StringComparison.Ordinal));
    }

    [Fact]
    public void A_local_date_is_sent_with_the_offset_of_this_machine()
    {
        var local = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Local);

        _session.Run(
            $"Invoke-EnPowerRequest {Path} -Query @{{ fromDate = [datetime]::new(2026, 1, 2, 3, 4, 5, [DateTimeKind]'Local') }}");

        Assert.Contains($"fromDate={local:yyyy-MM-ddTHH:mm:sszzz}", Uri.UnescapeDataString(PageQueries().Single()));
    }

    [Fact]
    public void OutFile_replaces_what_the_file_held()
    {
        File.WriteAllText(OutFile, new string('x', 1_000_000));

        _session.Run($"Invoke-EnPowerRequest {Path} -First 3 -OutFile items.jsonl");

        Assert.Equal(3, File.ReadAllLines(OutFile).Length);
    }

    [Fact]
    public void OutFile_is_closed_when_the_command_ends()
    {
        _session.Run($"Invoke-EnPowerRequest {Path} -First 3 -OutFile items.jsonl");

        File.Open(OutFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
    }

    [Fact]
    public void Append_keeps_what_the_file_held()
    {
        _session.Run($"1..2 | ForEach-Object {{ Invoke-EnPowerRequest {Path} -First 3 -OutFile items.jsonl -Append }}");

        Assert.Equal(6, File.ReadAllLines(OutFile).Length);
    }

    [Fact]
    public void NoClobber_leaves_a_file_alone()
    {
        File.WriteAllText(OutFile, "mine");

        ErrorRecord error = _session.Fail($"Invoke-EnPowerRequest {Path} -OutFile items.jsonl -NoClobber");

        Assert.StartsWith("OutFileFailed,", error.FullyQualifiedErrorId);
        Assert.Equal("mine", File.ReadAllText(OutFile));
        Assert.Empty(PageQueries());
    }

    [Fact]
    public void A_request_that_fails_leaves_the_file_as_it_was()
    {
        File.WriteAllText(OutFile, "mine");
        _session.Fail("Invoke-EnPowerRequest /smp/nothing -OutFile items.jsonl");
        _session.Fail("Invoke-EnPowerRequest /smp/nothing -OutFile other.jsonl");

        Assert.Equal("mine", File.ReadAllText(OutFile));
        Assert.Equal([OutFile], Directory.GetFiles(_folder));
    }

    [Fact]
    public void What_came_before_an_error_is_in_the_file()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 3, Times = null, Status = 404 });

        ErrorRecord error = _session.Fail($"Invoke-EnPowerRequest {Path} -All -PageSize 100 -OutFile items.jsonl");

        Assert.Equal(200, File.ReadAllLines(OutFile).Length);
        Assert.Equal(200, Assert.IsType<EnPowerApiException>(error.Exception).DeliveredCount);
    }

    [Fact]
    public void A_read_that_broke_off_goes_on_from_the_link_in_its_error()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 3, Status = 404 });

        _session.Run($"try {{ Invoke-EnPowerRequest {Path} -All -PageSize 100 -OutFile items.jsonl }} catch {{ $failure = $_ }}");
        _session.Run("Invoke-EnPowerRequest $failure.Exception.ResumeLink -All -OutFile items.jsonl -Append");

        Assert.Equal(EmulatorFixture.Mailboxes, File.ReadAllLines(OutFile).Distinct().Count());
    }

    [Fact]
    public void Stopping_leaves_whole_lines_and_a_file_that_is_closed()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 3, Hang = true });
        using PowerShell shell = _session.Create($"Invoke-EnPowerRequest {Path} -All -PageSize 100 -OutFile items.jsonl");
        IAsyncResult running = shell.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => PageQueries().Count == 3, TimeSpan.FromSeconds(20)));

        shell.Stop();

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        string[] lines = File.ReadAllLines(OutFile);
        Assert.InRange(lines.Length, 100, 200);
        Assert.All(lines, line => Assert.EndsWith("}", line));
        File.Delete(OutFile);
    }

    [Fact]
    public void A_list_without_items_makes_an_empty_file()
    {
        Answer("""{ "environments": [], "totalCount": 0, "nextLink": "" }""");

        _session.Run($"Invoke-EnPowerRequest {Path} -OutFile items.jsonl");

        Assert.Empty(File.ReadAllText(OutFile));
    }

    [Fact]
    public void Without_a_connection_the_error_says_to_run_Connect_EnPower()
    {
        using var session = new Session(_fixture.Emulator);

        Assert.StartsWith("NotConnected,", session.Fail($"Invoke-EnPowerRequest {Path}").FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData("Invoke-EnPowerRequest environ", "/smp/powerplatform/environments")]
    [InlineData("Invoke-EnPowerRequest /smp/exchange/m", "/smp/exchange/mailboxes")]
    [InlineData("Invoke-EnPowerRequest /smp/powerplatform/bot/", "/smp/powerplatform/bot/")]
    [InlineData("Invoke-EnPowerRequest /smp/powerplatform/bot/17/a", "/smp/powerplatform/bot/17/activities")]
    public void Paths_complete_from_any_part_of_them_but_for_the_identifiers_in_them(string input, string expected) =>
        Assert.Equal(expected, Assert.Single(_session.Complete(input)).CompletionText);

    [Theory]
    [InlineData("Invoke-EnPowerRequest /smp/powerplatform/bop/17/a")]
    [InlineData("Invoke-EnPowerRequest /smp/powerplatform/bot/17/x")]
    public void A_part_that_no_path_has_is_not_completed(string input) => Assert.Empty(_session.Complete(input));

    [Theory]
    [InlineData("-All", "?top=1000")]
    [InlineData("-First 250", "?top=250")]
    [InlineData("-All -PageSize 500", "?top=500")]
    [InlineData("-All -Top 500", "?top=500")]
    [InlineData("-PageSize 7", "?top=7")]
    [InlineData("-All -Query @{ top = 900 }", "?top=900")]
    [InlineData("", "")]
    public void The_page_size_is_what_is_written_and_the_largest_for_all_pages(string parameters, string query)
    {
        _session.Run($"Invoke-EnPowerRequest {Path} {parameters} -WarningAction SilentlyContinue");

        Assert.Equal(query, PageQueries()[0]);
    }

    [Fact]
    public void An_endpoint_that_is_not_documented_to_take_a_page_size_is_asked_without_one()
    {
        const string Counts = "/smp/powerplatform/powerbi/datasourcecountbydatasourcetype";

        _session.Run($"Invoke-EnPowerRequest {Counts} -All");

        Assert.Equal("", _fixture.PageQueries(Counts)[0]);
    }

    [Theory]
    [InlineData("-PageSize 0")]
    [InlineData("-PageSize 1001")]
    [InlineData("-PageSize 5 -Query @{ top = 6 }")]
    public void A_page_size_out_of_range_or_given_twice_is_refused(string parameters)
    {
        _session.Fail($"Invoke-EnPowerRequest {Path} {parameters}");

        Assert.Empty(PageQueries());
    }

    [Theory]
    [InlineData($"{Path} -Query @{{ tpo = 5 }}", "Did you mean top?")]
    [InlineData($"'{Path}?tennant=contoso.com'", "Did you mean tenant?")]
    [InlineData($"{Path} -Query @{{ mailboxType = 1 }}", "It takes: top, tenant.")]
    public void A_query_parameter_that_is_not_documented_is_a_warning_with_the_nearest_that_is(string arguments, string expected)
    {
        using PowerShell shell = _session.Create($"Invoke-EnPowerRequest {arguments}");

        Assert.NotEmpty(shell.Invoke());
        Assert.EndsWith("It takes: top, tenant.", shell.Streams.Warning[0].Message);
        Assert.Contains(expected, shell.Streams.Warning[0].Message);
    }

    [Fact]
    public void A_documented_query_parameter_and_one_of_an_unknown_path_are_no_warning()
    {
        using PowerShell shell = _session.Create(
            $"Invoke-EnPowerRequest {Path} -All -Query @{{ TENANT = 'contoso.onmicrosoft.com' }}; "
            + $"Invoke-EnPowerRequest /smp/nothing -Query @{{ a = 1 }} -ErrorAction Ignore");

        try
        {
            shell.Invoke();
        }
        catch (RuntimeException exception)
        {
            Assert.StartsWith("NotFound,", exception.ErrorRecord.FullyQualifiedErrorId);
        }

        Assert.Empty(shell.Streams.Warning);
    }

    [Fact]
    public void The_error_of_a_placeholder_says_what_to_put_in_its_place_and_where_to_get_it()
    {
        string message = _session.Fail("Invoke-EnPowerRequest '/smp/powerplatform/bot/{botId}/activities'").Exception.Message;

        Assert.Contains("{botId}", message);
        Assert.Contains("which Invoke-EnPowerRequest /smp/powerplatform/bot lists.", message);
    }

    [Theory]
    [InlineData("Invoke-EnPowerRequest {0}, {1} -All")]
    [InlineData("'{0}', '{1}' | Invoke-EnPowerRequest -All")]
    [InlineData("[pscustomobject]@{{ Path = '{0}' }}, [pscustomobject]@{{ Path = '{1}' }} | Invoke-EnPowerRequest -All")]
    [InlineData("Invoke-EnPowerRequest {0}, {1} -All -ThrottleLimit 1")]
    public void Several_paths_are_read_whole(string command)
    {
        IReadOnlyList<PSObject> output = _session.Run(Format(command, Path, OtherPath));

        Assert.Equal(
            2 * EmulatorFixture.Mailboxes, output.Select(item => item.Properties["id"]?.Value ?? item).Distinct().Count());
    }

    [Theory]
    [InlineData("Invoke-EnPowerRequest {0}, {1} -All -PageSize 100")]
    [InlineData("'{0}', '{1}' | Invoke-EnPowerRequest -All -PageSize 100")]
    public void A_path_that_answers_is_read_while_another_one_does_not(string command)
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, Times = null, Hang = true });

        ErrorRecord error = _session.Fail(
            $"$read = 0; {Format(command, Path, OtherPath)} | ForEach-Object {{ if (++$read -eq 2500) {{ throw 'enough' }} }}");

        Assert.Equal("enough", error.Exception.Message);
    }

    [Theory]
    [InlineData("-ThrottleLimit 1")]
    [InlineData("-Skip 1")]
    [InlineData("-First 100000")]
    public void One_after_the_other_paths_are_read_in_their_order(string parameter)
    {
        _session.Run($"Invoke-EnPowerRequest {OtherPath}, {Path} -All -PageSize 500 {parameter}");

        string[] paths = [.. _fixture.Emulator.Requests.Snapshot().Select(request => request.Path)
            .Where(path => path is Path or OtherPath)];
        Assert.Equal([OtherPath, Path], paths.Distinct());
        Assert.Equal(5, Array.LastIndexOf(paths, OtherPath) + 1);
    }

    [Theory]
    [InlineData("/smp/nothing", "NotFound")]
    [InlineData("'/smp/powerplatform/bot/{botId}/activities'", "InvalidPath")]
    public void Of_several_paths_one_that_can_not_be_read_is_an_error_and_the_others_are_read(string bad, string errorId)
    {
        using PowerShell shell = _session.Create($"Invoke-EnPowerRequest {bad}, {Path} -All");

        Assert.Equal(EmulatorFixture.Mailboxes, shell.Invoke().Count);
        Assert.StartsWith($"{errorId},", Assert.Single(shell.Streams.Error).FullyQualifiedErrorId);
        Assert.Equal(bad.Trim('\''), shell.Streams.Error[0].TargetObject);
    }

    [Fact]
    public void After_an_error_of_the_connection_no_other_path_is_read_and_the_script_goes_on()
    {
        _fixture.Emulator.Faults.Add(new Fault { Path = Path, FromRequest = 2, Times = null, Status = 401 });

        IReadOnlyList<PSObject> output = _session.Run(
            $"try {{ '{Path}', '{OtherPath}' | Invoke-EnPowerRequest -First 5000 -PageSize 100 -ErrorAction SilentlyContinue }} "
            + "catch { 'ended' }");

        Assert.Equal(100, output.Count);
        Assert.DoesNotContain(output, item => item.BaseObject is string);
        Assert.DoesNotContain(_fixture.Emulator.Requests.Snapshot(), request => request.Path == OtherPath);
    }

    [Theory]
    [InlineData("", "Write file")]
    [InlineData("-Append", "Append to file")]
    public void WhatIf_speaks_of_the_file_once_for_all_paths(string parameter, string action)
    {
        var host = new ConsoleHost { Line = () => null, Secret = () => null };
        using var session = new Session(_fixture.Emulator, host);

        session.Run(
            "Connect-EnPower @connect\n"
            + $"'{Path}', '{OtherPath}' | Invoke-EnPowerRequest -OutFile {OutFile} {parameter} -WhatIf");

        Assert.Contains($"\"{action}\" on target \"{OutFile}\"", Assert.Single(host.Screen));
    }

    [Fact]
    public void OutFile_has_whole_lines_of_all_paths()
    {
        _session.Run($"Invoke-EnPowerRequest {Path}, {OtherPath} -All -PageSize 100 -OutFile items.jsonl");

        string[] lines = File.ReadAllLines(OutFile);
        Assert.Equal(2 * EmulatorFixture.Mailboxes, lines.Distinct().Count());
        Assert.All(lines, line => Assert.Matches("^\\{\".*\\}$", line));
    }

    [Fact]
    public void Completion_shows_what_each_endpoint_returns()
    {
        IReadOnlyList<CompletionResult> all = _session.Complete("Invoke-EnPowerRequest ");

        Assert.Equal(ConventionTests.ModelNames.Count, all.Count);
        Assert.Contains("Power Platform environments. Query: top, tenant", all.Select(result => result.ToolTip));
    }

    private static string Format(string command, params object[] paths) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, command, paths);

    private void Answer(string body) => _fixture.Emulator.Faults.Add(new Fault { Path = Path, Body = body });

    private IReadOnlyList<string> PageQueries() => _fixture.PageQueries(Path);
}
