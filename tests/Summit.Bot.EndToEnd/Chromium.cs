using Microsoft.Playwright;

namespace Summit.Bot.EndToEnd;

/// <summary>The Chromium of this machine, without a window. It asks nobody but loopback.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Starts it; skips the test where there is none.</summary>
    public static async Task<Chromium> StartAsync()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, "A page is looked at in Chromium, which is not on this machine (apt-get install chromium).");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            // Without a sandbox for root, which Chromium has none for.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        return new Chromium(playwright, browser);
    }

    /// <summary>A page of a new profile.</summary>
    /// <param name="locale">What the browser says its user speaks.</param>
    /// <param name="width">Of the window, in pixels.</param>
    /// <param name="colors">Light or dark.</param>
    /// <param name="bypassesPolicy">Whether scripts of the test may run on pages that allow none.</param>
    public Task<IPage> OpenAsync(string locale = "en-US", int width = 1280, ColorScheme colors = ColorScheme.Light, bool bypassesPolicy = false) =>
        _browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 }, Locale = locale, ColorScheme = colors, BypassCSP = bypassesPolicy,
        });

    /// <summary>Keeps a picture of a page where SUMMIT_SCREENSHOTS names a folder for it.</summary>
    public static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SUMMIT_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
