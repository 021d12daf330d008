using Microsoft.Playwright;

namespace EnPower;

/// <summary>A report in a browser, with the messages and requests of the browser.</summary>
public sealed class OpenedReport : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _messages = [];
    private readonly List<string> _requests = [];

    private OpenedReport(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => _messages.Add(message.Text);
        page.PageError += (_, message) => _messages.Add(message);
        page.Dialog += (_, dialog) => _messages.Add(dialog.Message);
        page.Request += (_, request) => _requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Gets the messages of the console, errors and dialogs.</summary>
    public IReadOnlyList<string> Messages => _messages;

    /// <summary>Gets the requested addresses.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public ILocator Rows => Page.Locator("#table tbody tr");

    public ILocator Status => Page.Locator("#status");

    public static async Task<OpenedReport> OpenAsync(IBrowserContext context, string path)
    {
        var report = new OpenedReport(context, await context.NewPageAsync());
        await report.Page.GotoAsync(new Uri(path).AbsoluteUri);
        return report;
    }

    /// <summary>Waits until the table of all mailboxes is rendered.</summary>
    public async Task<OpenedReport> WithTableAsync()
    {
        await Page.Locator("html.ready").WaitForAsync();
        return this;
    }

    /// <summary>Gets the displayed texts of a column.</summary>
    public async Task<IReadOnlyList<string>> ColumnAsync(string header)
    {
        IReadOnlyList<string> headers = await Page.Locator("#table thead th:visible button").AllTextContentsAsync();
        int index = headers.ToList().IndexOf(header);
        return await Page.Locator($"#table tbody tr > :nth-child({index + 1})").AllTextContentsAsync();
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
