using Microsoft.Playwright;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace EnPower;

/// <summary>The printed report.</summary>
public sealed class PrintTests(Chromium chromium, ReportFiles reports)
{
    [Theory]
    [InlineData("A4", ColorScheme.Light)]
    [InlineData("Letter", ColorScheme.Light)]
    [InlineData("A4", ColorScheme.Dark)]
    public async Task The_pages_hold_every_chart_with_its_bars_as_vectors(string format, ColorScheme colorScheme)
    {
        await using OpenedReport report = await chromium.OpenAsync(
            await reports.OfAsync(1_000), new BrowserNewContextOptions { ColorScheme = colorScheme });
        await report.WithTableAsync();
        string[] titles = [.. await report.Page.Locator("figure h3").AllTextContentsAsync()];
        Assert.Equal(7, titles.Length);

        byte[] pdf = await report.Page.PdfAsync(new PagePdfOptions { Format = format });

        using PdfDocument document = PdfDocument.Open(pdf);
        Page[] pages = [.. document.GetPages()];
        foreach (string title in titles)
        {
            string[] labels = [.. await report.Page.Locator($"figure:has(h3:text-is(\"{title}\")) svg.chart text")
                .AllTextContentsAsync()];
            string heading = title + await report.Page.Locator($"figcaption:has(h3:text-is(\"{title}\")) p").TextContentAsync();
            Page page = Assert.Single(pages, page => Holds(page, heading));
            Assert.All(
                labels, label => Assert.True(Holds(page, label), $"{title}: {label} is on another page than its heading."));
            Assert.True(page.Paths.Count >= labels.Length / 2, $"The bars of {title} are no vectors.");
        }
    }

    [Theory]
    [InlineData("A4")]
    [InlineData("Letter")]
    public async Task No_word_leaves_the_paper(string format)
    {
        await using OpenedReport report = await (await chromium.OpenAsync(await reports.OfAsync(1_000))).WithTableAsync();

        byte[] pdf = await report.Page.PdfAsync(new PagePdfOptions { Format = format });

        using PdfDocument document = PdfDocument.Open(pdf);
        foreach (Page page in document.GetPages())
        {
            Assert.All(page.GetWords(), word => Assert.InRange(word.BoundingBox.Right, 0, page.Width - 20));
        }
    }

    [Fact]
    public async Task A_finding_has_its_heading_on_the_page_of_its_first_mailbox()
    {
        await using OpenedReport report = await (await chromium.OpenAsync(await reports.OfAsync(1_000))).WithTableAsync();
        IReadOnlyList<ILocator> findings = await report.Page.Locator(".finding:has(tbody)").AllAsync();
        Assert.NotEmpty(findings);

        byte[] pdf = await report.Page.PdfAsync(new PagePdfOptions { Format = "A4" });

        using PdfDocument document = PdfDocument.Open(pdf);
        Page[] pages = [.. document.GetPages()];
        foreach (ILocator finding in findings)
        {
            string heading = (await finding.Locator("h3").TextContentAsync())!;
            string address = (await finding.Locator(".address").First.TextContentAsync())!;
            Page page = Assert.Single(pages, page => Holds(page, heading));
            Assert.True(Holds(page, address), $"{heading} stands without its table.");
        }
    }

    // Positions of letters do not include the spaces between them.
    private static bool Holds(Page page, string text) =>
        WithoutBlanks(page.Text).Contains(WithoutBlanks(text), StringComparison.Ordinal);

    private static string WithoutBlanks(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
