using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Summit.Bot.EndToEnd;

/// <summary>The web chat in a browser, as its user has it before them. It notes what a user should never meet: errors, and requests to other hosts.</summary>
internal sealed class WebChat
{
    private static readonly float Limit = 20_000;

    private readonly ConcurrentQueue<string> _troubles = new();

    private WebChat(IPage page, Uri server)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsExpected(message.Text))
                _troubles.Enqueue($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _troubles.Enqueue(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not ("data" or "blob") } url && url.Authority != server.Authority)
                _troubles.Enqueue("A request to another host: " + request.Url);
        };
    }

    public IPage Page { get; }

    /// <summary>Errors, and requests to other hosts.</summary>
    public IReadOnlyCollection<string> Troubles => _troubles;

    public ILocator Messages => Page.Locator(".webchat__bubble__content");

    public ILocator Notice => Page.Locator("#notice");

    public ILocator TextBox => Page.Locator("#chat textarea").First;

    /// <summary>Where the page's packages lie, with those that only tests use; null where they are not.</summary>
    public static string? Packages => Directory.Exists(PackagesPath()) ? PackagesPath() : null;

    /// <summary>Opens the page and waits for the greeting; skips the test where there is no page.</summary>
    public static async Task<WebChat> OpenAsync(Chromium chromium, Uri server, string path = "/", string locale = "en-US", int width = 1280, ColorScheme colors = ColorScheme.Light, bool bypassesPolicy = false)
    {
        Assert.SkipUnless(
            File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html")), "The page of the web chat was not made: its build needs Node.js 20 with npm, and its packages.");
        var chat = new WebChat(await chromium.OpenAsync(locale, width, colors, bypassesPolicy), server);
        await chat.Page.GotoAsync(new Uri(server, path).ToString());
        await chat.Messages.First.WaitForAsync(new() { Timeout = Limit });
        return chat;
    }

    /// <summary>Asks as a user does, and waits for what the answer says.</summary>
    public async Task<ILocator> AskAsync(string question, string expected)
    {
        await TextBox.FillAsync(question);
        await TextBox.PressAsync("Enter");
        return await ExpectAsync(expected);
    }

    /// <summary>Waits for a message.</summary>
    public async Task<ILocator> ExpectAsync(string text)
    {
        var message = Messages.Filter(new() { HasText = text }).Last;
        await message.WaitForAsync(new() { Timeout = Limit });
        return message;
    }

    /// <summary>What axe finds against WCAG 2.2 AA and its own best practices; nothing where all is well.</summary>
    public static async Task<IReadOnlyList<string>> FindBarriersAsync(IPage page)
    {
        Assert.SkipWhen(Packages is null, "axe-core comes with the packages of the page, which are not there.");
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Packages, "axe-core", "axe.min.js")));
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
              .map(v => `${v.impact} ${v.id}: ${v.help} ${v.nodes.map(n => n.target.join(' ')).join(', ')}`)
            """);
    }

    // What the browser says of requests that fail while the server is away.
    private static bool IsExpected(string message) =>
        message.Contains("net::ERR", StringComparison.Ordinal) || message.Contains("WebSocket connection", StringComparison.Ordinal) || message.Contains("status of 404", StringComparison.Ordinal);

    private static string PackagesPath([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "src", "Summit.WebChat", "node_modules"));
}
