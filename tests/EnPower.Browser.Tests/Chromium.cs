using Microsoft.Playwright;

namespace EnPower;

/// <summary>
/// The installed Chromium, driven by Playwright. If it is missing, <see cref="MissingReason"/> is the reason. The environment
/// variable CHROMIUM_PATH overrides its path.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Candidates =
    [
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? string.Empty,
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? _playwright;

    public string? MissingReason { get; private set; }

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        string? path = Array.Find(Candidates, File.Exists);
        if (path is null)
        {
            MissingReason = "Chromium is not installed, and CHROMIUM_PATH does not name it.";
            return;
        }

        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_playwright is not null)
        {
            await Browser.DisposeAsync();
            _playwright.Dispose();
        }
    }

    /// <summary>Opens a report from its file.</summary>
    public async Task<OpenedReport> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        Missing.SkipFor(MissingReason);
        IBrowserContext context = await Browser.NewContextAsync(options);
        return await OpenedReport.OpenAsync(context, path);
    }
}
