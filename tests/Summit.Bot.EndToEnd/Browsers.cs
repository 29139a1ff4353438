using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Summit.Bot.EndToEnd.Browsers))]

namespace Summit.Bot.EndToEnd;

/// <summary>Starts the one browser when the first test wants it, and ends it after the last test.</summary>
public sealed class Browsers : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static IPlaywright? s_playwright;
    private static IBrowser? s_browser;

    internal static async Task<IBrowser> StartAsync(string path)
    {
        await Gate.WaitAsync();
        try
        {
            s_playwright ??= await Playwright.CreateAsync();
            return s_browser ??= await s_playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                // Without a sandbox for root, which Chromium has none for.
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
            });
        }
        finally
        {
            Gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (s_browser is { } browser)
            await browser.DisposeAsync();
        s_playwright?.Dispose();
    }
}
