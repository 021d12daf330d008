using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EnPower;

/// <summary>The page loads nothing, logs no errors, and is accessible.</summary>
public sealed class QuietPageTests(Chromium chromium, ReportFiles reports)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public async Task A_page_of_any_size_asks_for_nothing_and_the_console_stays_empty(int mailboxes)
    {
        string path = await reports.OfAsync(mailboxes);
        await using OpenedReport report = await chromium.OpenAsync(path);
        if (mailboxes > 0)
        {
            await report.WithTableAsync();
            await Assertions.Expect(report.Rows).ToHaveCountAsync(Math.Min(mailboxes, 50));
            await Assertions.Expect(report.Status).ToContainTextAsync($"of {mailboxes:N0} mailboxes");
        }

        Assert.Empty(report.Messages);
        Assert.Equal([new Uri(path).AbsoluteUri], report.Requests);
    }

    [Theory]
    [InlineData(0, ColorScheme.Light, 1280)]
    [InlineData(1, ColorScheme.Light, 1280)]
    [InlineData(1_000, ColorScheme.Light, 1280)]
    [InlineData(1_000, ColorScheme.Light, 390)]
    [InlineData(1_000, ColorScheme.Light, 2560)]
    [InlineData(0, ColorScheme.Dark, 1280)]
    [InlineData(1_000, ColorScheme.Dark, 1280)]
    [InlineData(1_000, ColorScheme.Dark, 390)]
    [InlineData(100_000, ColorScheme.Dark, 390)]
    public async Task Axe_finds_nothing(int mailboxes, ColorScheme colorScheme, int width)
    {
        await using OpenedReport report = await chromium.OpenAsync(
            await reports.OfAsync(mailboxes, "-Incomplete"),
            new BrowserNewContextOptions
            {
                BypassCSP = true, // So that axe itself may run.
                ColorScheme = colorScheme,
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            });
        if (mailboxes > 0)
        {
            await report.WithTableAsync();
        }

        foreach (ILocator details in await report.Page.Locator("summary").AllAsync())
        {
            await details.ClickAsync();
        }

        Deque.AxeCore.Commons.AxeResult result = await report.Page.RunAxe();

        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        Assert.NotEmpty(result.Passes);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1280)]
    [InlineData(2560)]
    public async Task Nothing_is_wider_than_the_screen(int width)
    {
        await using OpenedReport report = await chromium.OpenAsync(
            await reports.OfAsync(1_000),
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        await report.WithTableAsync();

        Assert.Equal(width, await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task No_text_of_a_chart_covers_another()
    {
        await using OpenedReport report = await chromium.OpenAsync(
            await reports.OfAsync(1_000),
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 900 } });

        int charts = await report.Page.Locator("svg.chart").CountAsync();
        string[] overlaps = await report.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll("svg.chart")].flatMap(chart => {
                const boxes = [...chart.querySelectorAll("text")].map(text => ({ text, box: text.getBoundingClientRect() }));
                return boxes.flatMap(({ text, box }, index) => boxes.slice(index + 1)
                    .filter(other => box.left < other.box.right && other.box.left < box.right
                        && box.top + 2 < other.box.bottom && other.box.top + 2 < box.bottom)
                    .map(other => `${text.textContent} / ${other.text.textContent}`));
            })
            """);

        Assert.Equal(7, charts);
        Assert.Empty(overlaps);
    }

    [Fact]
    public async Task Without_JavaScript_all_is_there_but_the_table()
    {
        await using OpenedReport report = await chromium.OpenAsync(
            await reports.OfAsync(1_000), new BrowserNewContextOptions { JavaScriptEnabled = false });

        await Assertions.Expect(report.Page.Locator("svg.chart")).ToHaveCountAsync(7);
        await Assertions.Expect(report.Page.Locator(".tile dd").First).ToHaveTextAsync("1,000");
        await Assertions.Expect(report.Page.Locator(".finding tbody tr").First).ToBeVisibleAsync();
        await Assertions.Expect(report.Page.GetByText("This table requires JavaScript")).ToBeVisibleAsync();
        await Assertions.Expect(report.Page.Locator("#controls")).ToBeHiddenAsync();
        await Assertions.Expect(report.Page.GetByText("Show all in the table").First).ToBeHiddenAsync();
        Assert.Empty(report.Messages);
    }

    [Fact]
    public async Task A_page_without_the_table_has_no_script_at_all()
    {
        string path = await reports.OfAsync(1_000, "-NoMailboxTable");
        await using OpenedReport report = await chromium.OpenAsync(path);

        await Assertions.Expect(report.Page.Locator("svg.chart")).ToHaveCountAsync(7);
        Assert.DoesNotContain("<script", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Empty(report.Messages);
    }

    [Theory]
    [InlineData("document.body.innerHTML = '<img src=x onerror=alert(1)>'")]
    [InlineData("document.body.setAttribute('onclick', 'alert(1)')")]
    [InlineData("document.createElement('script').text = 'alert(1)'")]
    [InlineData("document.write('<script>alert(1)</script>')")]
    public async Task Text_can_not_become_a_script(string attempt)
    {
        await using OpenedReport report = await chromium.OpenAsync(await reports.OfAsync(1));
        await report.WithTableAsync();

        string outcome = await report.Page.EvaluateAsync<string>(
            $"() => {{ try {{ {attempt}; return 'done'; }} catch (error) {{ return error.message; }} }}");

        Assert.Contains("This document requires 'Trusted", outcome);
    }

    [Fact]
    public async Task A_script_that_was_put_into_the_file_does_not_run()
    {
        string page = await File.ReadAllTextAsync(await reports.OfAsync(1), TestContext.Current.CancellationToken);
        string path = Path.ChangeExtension(await reports.OfAsync(1), ".changed.html");
        await File.WriteAllTextAsync(
            path,
            page.Replace(
                "</main>",
                "<script>document.title = 'changed'</script><img src='https://example.com/x.png'></main>",
                StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        await using OpenedReport report = await chromium.OpenAsync(path);

        Assert.Equal("EnPower mailbox report", await report.Page.TitleAsync());
        Assert.Equal(2, report.Messages.Count(message => message.Contains("Content Security Policy", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Line_ends_of_Windows_do_not_change_what_the_policy_allows()
    {
        string page = await File.ReadAllTextAsync(await reports.OfAsync(1), TestContext.Current.CancellationToken);
        Assert.DoesNotContain('\r', page);
        string path = Path.ChangeExtension(await reports.OfAsync(1), ".crlf.html");
        await File.WriteAllTextAsync(path, page.ReplaceLineEndings("\r\n"), TestContext.Current.CancellationToken);

        await using OpenedReport report = await (await chromium.OpenAsync(path)).WithTableAsync();

        await Assertions.Expect(report.Rows).ToHaveCountAsync(1);
        Assert.Empty(report.Messages);
    }
}
