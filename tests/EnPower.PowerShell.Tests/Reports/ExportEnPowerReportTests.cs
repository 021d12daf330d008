using System.Text.RegularExpressions;
using EnPower.Emulator;

namespace EnPower;

public sealed partial class ExportEnPowerReportTests : IClassFixture<EmulatorFixture>, IDisposable
{
    private readonly EmulatorFixture _fixture;
    private readonly Session _session;
    private readonly string _folder = Directory.CreateTempSubdirectory("EnPower").FullName;

    public ExportEnPowerReportTests(EmulatorFixture fixture)
    {
        _fixture = fixture;
        _session = fixture.Connect();
        _session.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder}')");
    }

    private string ReportPath => Path.Combine(_folder, "report.html");

    private string Page => File.ReadAllText(ReportPath);

    public void Dispose()
    {
        _session.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_pipeline_of_mailboxes_becomes_one_file_and_nothing_is_written_to_the_pipeline()
    {
        Assert.Empty(_session.Run("Get-EnPowerMailbox | Export-EnPowerReport report.html"));

        Assert.Equal([ReportPath], Directory.GetFiles(_folder));
        Assert.Contains("<dt>Mailboxes</dt><dd>2,500</dd>", Page);
        Assert.StartsWith("<!DOCTYPE html>\n", Page);
        Assert.EndsWith("</html>\n", Page);
    }

    [Theory]
    [InlineData("Get-EnPowerMailbox")]
    [InlineData("Get-EnPowerResourceMailbox")]
    public void Mailboxes_that_were_serialized_make_the_same_report(string command)
    {
        _session.Run($"$mailboxes = {command}");
        _session.Run("$mailboxes | Export-EnPowerReport live.html");
        _session.Run(
            "[System.Management.Automation.PSSerializer]::Deserialize("
            + "[System.Management.Automation.PSSerializer]::Serialize($mailboxes, 3)) | Export-EnPowerReport report.html");

        string live = File.ReadAllText(Path.Combine(_folder, "live.html"));
        Assert.Contains("<dt>Mailboxes</dt><dd>2,500</dd>", live);
        Assert.Equal(WithoutTime(live), WithoutTime(Page));
    }

    [Fact]
    public void A_contact_that_became_text_on_its_way_is_that_text()
    {
        _session.Run(
            "[System.Management.Automation.PSSerializer]::Deserialize("
            + "[System.Management.Automation.PSSerializer]::Serialize((Get-EnPowerMailbox))) | Export-EnPowerReport report.html");
        IReadOnlyList<Mailbox> live = _session.Read("Get-EnPowerMailbox");

        int without = live.Count(mailbox => mailbox.IsRegistered is true && mailbox.PrimaryContact is null);
        Assert.Contains($"<h3>No primary contact: {without}</h3>", Page);
    }

    [Fact]
    public void Mailboxes_can_be_given_by_InputObject()
    {
        _session.Run("Export-EnPowerReport report.html -InputObject (Get-EnPowerMailbox -First 3)");

        Assert.Contains("<dt>Mailboxes</dt><dd>3</dd>", Page);
    }

    [Theory]
    [InlineData("@()")]
    [InlineData("$null")]
    [InlineData("Get-EnPowerMailbox -First 0")]
    public void No_mailboxes_make_a_page_that_says_so(string input)
    {
        _session.Run($"{input} | Export-EnPowerReport report.html");

        Assert.Contains("There are no mailboxes", Page);
        Assert.DoesNotContain("<script", Page);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("'text'")]
    [InlineData("([pscustomobject]@{ DisplayName = 'a' })")]
    [InlineData("(Get-EnPowerConnection)")]
    public void An_object_that_is_no_mailbox_ends_the_command_and_leaves_no_file(string input)
    {
        ErrorRecord error = _session.Fail($"{input} | Export-EnPowerReport report.html");

        Assert.Equal("NoMailbox,EnPower.Commands.ExportEnPowerReportCommand", error.FullyQualifiedErrorId);
        Assert.Contains("Get-EnPowerMailbox", error.ErrorDetails.RecommendedAction);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("missing/report.html", "The file can't be written. ")]
    [InlineData(".", " is a folder.")]
    [InlineData("Env:report", " is no path of the file system.")]
    [InlineData("NoSuchDrive:report", "NoSuchDrive")]
    public void A_path_that_can_not_be_written_to_is_refused_before_any_request(string path, string reason)
    {
        ErrorRecord error = _session.Fail($"Get-EnPowerMailbox | Export-EnPowerReport {path}");

        Assert.Equal("OutFileFailed,EnPower.Commands.ExportEnPowerReportCommand", error.FullyQualifiedErrorId);
        Assert.Contains(reason, error.Exception.Message);
        Assert.Empty(_fixture.PageQueries());
    }

    [Fact]
    public void NoClobber_leaves_a_file_alone_and_asks_for_nothing()
    {
        File.WriteAllText(ReportPath, "mine");

        ErrorRecord error = _session.Fail("Get-EnPowerMailbox | Export-EnPowerReport report.html -NoClobber");

        Assert.StartsWith("OutFileFailed,", error.FullyQualifiedErrorId);
        Assert.EndsWith("report.html exists, and -NoClobber was given.", error.Exception.Message);
        Assert.Equal("mine", Page);
        Assert.Empty(_fixture.PageQueries());
    }

    [Fact]
    public void A_read_only_file_is_replaced_by_Force_only()
    {
        File.WriteAllText(ReportPath, "mine");
        File.SetAttributes(ReportPath, FileAttributes.ReadOnly);

        ErrorRecord error = _session.Fail("Get-EnPowerMailbox -First 1 | Export-EnPowerReport report.html");
        Assert.Contains("-Force", error.Exception.Message);
        Assert.Equal("mine", Page);

        _session.Run("Get-EnPowerMailbox -First 1 | Export-EnPowerReport report.html -Force");
        Assert.Contains("<dt>Mailboxes</dt><dd>1</dd>", Page);
    }

    [Fact]
    public void WhatIf_writes_no_file()
    {
        _session.Run("Get-EnPowerMailbox -First 1 | Export-EnPowerReport report.html -WhatIf");

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void PassThru_writes_the_file()
    {
        PSObject output = Assert.Single(
            _session.Run("Get-EnPowerMailbox -First 1 | Export-EnPowerReport -LiteralPath 'a[1].html' -PassThru"));

        FileInfo file = Assert.IsType<FileInfo>(output.BaseObject);
        Assert.Equal(Path.Combine(_folder, "a[1].html"), file.FullName);
        Assert.True(file.Length > 10_000);
    }

    [Fact]
    public void A_pipeline_that_breaks_off_leaves_the_old_file_whole_and_no_other()
    {
        File.WriteAllText(ReportPath, "mine");
        _fixture.Emulator.Faults.Add(new Fault { Path = "/smp/exchange/mailboxes", FromRequest = 2, Times = null, Status = 404 });

        _session.Fail("Get-EnPowerMailbox -ErrorAction Stop | Export-EnPowerReport report.html");

        Assert.Equal("mine", Page);
        Assert.Equal([ReportPath], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Stopping_leaves_the_old_file_whole_and_no_other()
    {
        File.WriteAllText(ReportPath, "mine");
        _fixture.Emulator.Faults.Add(new Fault { Path = "/smp/exchange/mailboxes", FromRequest = 2, Hang = true });
        using PowerShell shell = _session.Create("Get-EnPowerMailbox | Export-EnPowerReport report.html");
        IAsyncResult running = shell.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => _fixture.PageQueries().Count == 2, TimeSpan.FromSeconds(20)));

        shell.Stop();

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Equal("mine", Page);
        Assert.Equal([ReportPath], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Incomplete_says_so_at_the_top()
    {
        _session.Run("Get-EnPowerMailbox -First 1 | Export-EnPowerReport report.html -Incomplete");

        Assert.Matches(
            "(?s)<header>.*class=\"incomplete\">.*Mailboxes are missing.*The read was interrupted\\..*</header>", Page);
    }

    [Theory]
    [InlineData("Get-EnPowerMailbox -Tenant contoso.onmicrosoft.com, fabrikam.onmicrosoft.com -ErrorAction Ignore")]
    [InlineData("Get-EnPowerMailbox -Tenant fabrikam.onmicrosoft.com -ErrorAction Ignore")]
    [InlineData(
        "$read = Get-EnPowerMailbox -Tenant contoso.onmicrosoft.com, fabrikam.onmicrosoft.com -ErrorAction Ignore; $read")]
    public void A_read_that_broke_off_is_told_by_the_page_unasked(string command)
    {
        _fixture.Emulator.Faults.Add(new Fault
        {
            Path = "/smp/exchange/mailboxes", Query = "tenant=fabrikam.onmicrosoft.com", Times = null, Status = 404,
        });

        _session.Run($"{command} | Export-EnPowerReport report.html");

        Assert.Matches("(?s)<header>.*class=\"incomplete\">.*Mailboxes are missing.*</header>", Page);
    }

    [Fact]
    public void A_whole_read_is_not_called_incomplete()
    {
        _session.Run("Get-EnPowerMailbox | Export-EnPowerReport report.html");

        Assert.DoesNotContain("class=\"incomplete\"><strong>Incomplete", Page);
    }

    [Fact]
    public void Changes_since_a_snapshot_come_with_what_matters_to_security_first()
    {
        Answer(
            """{ "id": "1", "displayName": "Ada", "container": "Old", "externalEmailForwardingEnabled": false }, """
            + """{ "id": "2", "displayName": "Bea", "storageUsed": 1 }""");
        _session.Run("Get-EnPowerMailbox | Export-EnPowerSnapshot before.jsonl.gz");
        Answer(
            """{ "id": "1", "displayName": "Ada", "container": "New", "externalEmailForwardingEnabled": true }, """
            + """{ "id": "2", "displayName": "Bea", "storageUsed": 9 }""");

        _session.Run("Get-EnPowerMailbox | Export-EnPowerReport report.html -ReferencePath before.jsonl.gz");

        Assert.Contains("2 changes, 1 of them security-relevant", Page);
        Assert.Equal(
            [("Ada", "▲ ExternalEmailForwardingEnabled", "No", "Yes"), ("Ada", "Container", "Old", "New")],
            ChangeRow().Matches(Page).Select(row => (
                row.Groups[1].Value,
                System.Net.WebUtility.HtmlDecode(row.Groups[2].Value),
                row.Groups[3].Value,
                row.Groups[4].Value)));
    }

    [Fact]
    public void A_snapshot_of_other_tenants_is_not_compared_and_the_page_says_why()
    {
        _session.Run("Get-EnPowerMailbox -Tenant contoso.onmicrosoft.com | Export-EnPowerSnapshot before.jsonl.gz");
        using PowerShell shell = _session.Create(
            "Get-EnPowerMailbox | Export-EnPowerReport report.html -ReferencePath before.jsonl.gz");

        shell.Invoke();

        Assert.Contains("<strong>Not compared.</strong>", Page);
        Assert.Contains("<dt>Mailboxes</dt><dd>2,500</dd>", Page);
        Assert.StartsWith(
            "The report contains no changes. before.jsonl.gz covers the tenants contoso.onmicrosoft.com, "
            + "InputObject covers all tenants.",
            Assert.Single(shell.Streams.Warning).Message);
    }

    [Theory]
    [InlineData("missing.gz", "NoSnapshot")]
    [InlineData("empty.gz", "InvalidSnapshot")]
    public void A_reference_that_is_no_snapshot_is_refused_before_any_request(string path, string errorId)
    {
        File.WriteAllText(Path.Combine(_folder, "empty.gz"), string.Empty);

        ErrorRecord error = _session.Fail($"Get-EnPowerMailbox | Export-EnPowerReport report.html -ReferencePath {path}");

        Assert.Equal($"{errorId},EnPower.Commands.ExportEnPowerReportCommand", error.FullyQualifiedErrorId);
        Assert.Empty(_fixture.PageQueries());
        Assert.False(File.Exists(ReportPath));
    }

    [Theory]
    [InlineData("", "<dd>2.500</dd>")]
    [InlineData("-Culture fr-CH", "<dd>2 500</dd>")]
    [InlineData("-Culture en-US", "<dd>2,500</dd>")]
    public void Numbers_are_in_the_culture_of_the_session_or_the_one_that_is_given(string parameter, string expected)
    {
        _session.Run(
            $"[cultureinfo]::CurrentCulture = 'de-DE'; Get-EnPowerMailbox | Export-EnPowerReport report.html {parameter}");

        Assert.Contains(expected, System.Net.WebUtility.HtmlDecode(Page).Replace('\u202F', ' '));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("-NoMailboxTable", false)]
    public void The_page_has_the_table_of_all_mailboxes_unless_it_is_not_wanted(string parameter, bool hasTable)
    {
        _session.Run($"Get-EnPowerMailbox -First 1 | Export-EnPowerReport report.html {parameter}");

        Assert.Equal(hasTable, Page.Contains("<table id=\"table\""));
    }

    [Fact]
    public void The_title_is_encoded()
    {
        _session.Run("Get-EnPowerMailbox -First 1 | Export-EnPowerReport report.html -Title 'R&D <b>'");

        Assert.Contains("<title>R&amp;D &lt;b&gt;</title>", Page);
    }

    [Theory]
    [InlineData("-InactiveDays 0")]
    [InlineData("-QuotaPercent 101")]
    [InlineData("-Title ''")]
    public void Bad_input_is_refused_before_any_request(string parameter)
    {
        ErrorRecord error = _session.Fail($"Get-EnPowerMailbox | Export-EnPowerReport report.html {parameter}");

        Assert.Contains("ExportEnPowerReportCommand", error.FullyQualifiedErrorId);
        Assert.Empty(_fixture.PageQueries());
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Show_says_where_the_page_is_where_there_is_no_desktop()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is without a desktop.");
        _session.Run("$env:DISPLAY = $env:WAYLAND_DISPLAY = $null");
        using PowerShell shell = _session.Create("Get-EnPowerMailbox -First 1 | Export-EnPowerReport report.html -Show");

        shell.Invoke();

        Assert.Equal(
            $"There is no desktop to show the report. Its file is {ReportPath}.", Assert.Single(shell.Streams.Warning).Message);
    }

    [Theory]
    [InlineData("DISPLAY")]
    [InlineData("WAYLAND_DISPLAY")]
    public void Show_opens_the_page_where_there_is_a_desktop(string variable)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux is a desktop opened by a program of a known name.");
        string opener = Path.Combine(_folder, "xdg-open");
        string opened = Path.Combine(_folder, "opened");
        File.WriteAllText(opener, $"#!/bin/sh\nprintf %s \"$1\" > '{opened}.part' && mv '{opened}.part' '{opened}'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(opener, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        _session.Run(
            $$"""
            $path = $env:PATH
            $display = $env:{{variable}}
            try {
                $env:PATH = "{{_folder}}:$path"
                $env:{{variable}} = ':0'
                Get-EnPowerMailbox -First 1 | Export-EnPowerReport -LiteralPath '[report].html' -Show
            }
            finally {
                $env:PATH = $path
                $env:{{variable}} = $display
            }
            """);

        Assert.True(SpinWait.SpinUntil(() => File.Exists(opened), TimeSpan.FromMinutes(1)));
        Assert.Equal(Path.Combine(_folder, "[report].html"), File.ReadAllText(opened));
    }

    [Fact]
    public void A_mailbox_that_comes_twice_is_warned_of_where_changes_are_compared()
    {
        _session.Run("$mailboxes = Get-EnPowerMailbox; $mailboxes | Export-EnPowerSnapshot before.jsonl.gz");
        using PowerShell shell = _session.Create(
            "@($mailboxes; $mailboxes[0]) | Export-EnPowerReport report.html -ReferencePath before.jsonl.gz");

        shell.Invoke();

        Assert.StartsWith("1 objects repeat the key of another", Assert.Single(shell.Streams.Warning).Message);
    }

    private void Answer(string mailboxes) => _fixture.Emulator.Faults.Add(new Fault
    {
        Path = "/smp/exchange/mailboxes", Body = $$"""{ "mailboxes": [{{mailboxes}}], "nextLink": "" }""",
    });

    [GeneratedRegex(
        "<tr><th scope=\"row\"><bdi>([^<]*)</bdi></th><td><bdi>[^<]*</bdi></td><td class=\"[a-z]+\">([^<]*)</td><td>"
        + "<bdi>([^<]*)</bdi></td><td><bdi>([^<]*)</bdi></td></tr>")]
    private static partial Regex ChangeRow();

    private static string WithoutTime(string page) => Time().Replace(page, string.Empty);

    [GeneratedRegex("<time.*</time>")]
    private static partial Regex Time();
}
