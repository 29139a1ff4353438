using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Summit.Bot.EndToEnd;

/// <summary>The Chromium of this machine, without a window: one process for all tests, each with a profile of its own. It asks nobody but loopback.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly ConcurrentBag<IPage> _pages = [];
    private readonly IBrowser _browser;

    private Chromium(IBrowser browser) => _browser = browser;

    /// <summary>A part of it for a test; skips the test where there is none.</summary>
    public static async Task<Chromium> StartAsync()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, "A page is looked at in Chromium, which is not on this machine (apt-get install chromium).");
        return new Chromium(await Browsers.StartAsync(path!));
    }

    /// <summary>A page of a new profile.</summary>
    /// <param name="locale">What the browser says its user speaks.</param>
    /// <param name="width">Of the window, in pixels.</param>
    /// <param name="colors">Light or dark.</param>
    /// <param name="bypassesPolicy">Whether scripts of the test may run on pages that allow none.</param>
    public async Task<IPage> OpenAsync(string locale = "en-US", int width = 1280, ColorScheme colors = ColorScheme.Light, bool bypassesPolicy = false)
    {
        var page = await _browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 }, Locale = locale, ColorScheme = colors, BypassCSP = bypassesPolicy,
        });
        _pages.Add(page);
        return page;
    }

    /// <summary>Keeps a picture of a page where SUMMIT_SCREENSHOTS names a folder for it.</summary>
    public static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SUMMIT_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages)
            await page.Context.CloseAsync();
    }
}
