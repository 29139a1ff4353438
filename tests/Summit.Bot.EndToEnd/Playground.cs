using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Summit.Bot.EndToEnd;

/// <summary>
/// The Microsoft 365 Agents Playground, the successor of the Bot Framework Emulator, as a client of the bot: started as its users
/// start it, and asked over the addresses that its own page uses. What passes between it and the bot is read from its log stream.
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    private const string Package = "@microsoft/m365agentsplayground", Version = "0.2.28";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly Lazy<Task<string?>> Installed = new(InstallAsync);

    private readonly Process _process;
    private readonly HttpClient _client;
    private readonly ClientWebSocket _log = new();
    private readonly ConcurrentQueue<(string From, JsonNode? Request, int Status)> _traffic = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("summit-playground-").FullName;
    private string _conversation = "", _user = "", _bot = "";
    private IReadOnlyList<string> _groups = [];

    private Playground(string cli, Uri bot, string channel)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        _client = new HttpClient { BaseAddress = new Uri(address), Timeout = Limit };
        // It would listen on every interface otherwise.
        var loopback = Path.Combine(_folder, "loopback.cjs");
        File.WriteAllText(loopback, """
            const { Server } = require('net');
            const listen = Server.prototype.listen;
            Server.prototype.listen = function (port, ...rest) {
              return typeof port === 'number' ? listen.call(this, port, '127.0.0.1', ...rest.filter(x => typeof x === 'function')) : listen.call(this, port, ...rest);
            };
            """);
        _process = Process.Start(new ProcessStartInfo("node", [
            cli, "start", "-e", new Uri(bot, "/api/messages").ToString(), "-c", channel, "-p", _client.BaseAddress.Port.ToString(CultureInfo.InvariantCulture),
            "--service-url", address + "/_connector", "--disable-telemetry"])
        {
            WorkingDirectory = _folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["TEAMSAPPTESTER_BROWSER"] = "none", ["NODE_OPTIONS"] = $"--require {loopback}" },
        })!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Every status that either side answered with.</summary>
    public IReadOnlyList<int> Statuses => [.. _traffic.Select(t => t.Status)];

    /// <summary>The messages that the bot sent, in order.</summary>
    public IReadOnlyList<JsonNode> Replies => [.. Sent.Where(a => a["type"]!.GetValue<string>() == "message")];

    /// <summary>What the bot showed of its replies while it made them, in order.</summary>
    public IReadOnlyList<JsonNode> Shown => [.. Sent.Where(a => a["type"]!.GetValue<string>() == "typing" && a["text"] is not null)];

    /// <summary>A group chat and a channel of a team.</summary>
    public IReadOnlyList<string> Groups => _groups;

    /// <summary>Where its page is.</summary>
    public Uri Address => _client.BaseAddress!;

    private IEnumerable<JsonNode> Sent => _traffic.Where(t => t.From == "User Application" && t.Request?["type"] is not null).Select(t => t.Request!);

    /// <summary>Starts it for one channel and opens a personal chat with the bot; skips the test where it cannot be had.</summary>
    public static async Task<Playground> StartAsync(Uri bot, string channel, bool isGreeted = true)
    {
        var cli = await Installed.Value;
        Assert.SkipWhen(cli is null, $"The Agents Playground needs Node.js with npm, and the package {Package} {Version}.");
        var playground = new Playground(cli!, bot, channel);
        await playground.OpenAsync(isGreeted);
        return playground;
    }

    /// <summary>Sends a message as the user in the personal chat, and returns what the bot replies.</summary>
    public Task<JsonNode> AskAsync(string text) => AskAsync(_conversation, new JsonObject { ["text"] = text, ["textFormat"] = "plain" });

    /// <summary>Mentions the bot in a group, and returns what it replies.</summary>
    public Task<JsonNode> AskInGroupAsync(string group, string text) => AskAsync(group, new JsonObject
    {
        ["text"] = $"<at>Test Bot</at> {text}", ["textFormat"] = "xml",
        ["mentions"] = new JsonArray(new JsonObject { ["mentioned"] = new JsonObject { ["id"] = _bot }, ["text"] = "<at>Test Bot</at>" }),
    });

    /// <summary>Presses the button below the last message.</summary>
    public async Task<HttpStatusCode> LikeAsync(string comment) => (await _client.PostAsJsonAsync("/_conversation/v1/invoke", new
    {
        name = "message/submitAction", from = new { id = _user }, conversation = new { id = _conversation },
        value = new { actionName = "feedback", actionValue = new { reaction = "like", feedback = comment } },
    })).StatusCode;

    public async ValueTask DisposeAsync()
    {
        _log.Abort();
        _log.Dispose();
        _client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string?> InstallAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"summit-playground-{Version}");
        var cli = Path.Combine(folder, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");
        if (File.Exists(cli))
            return cli;
        try
        {
            Directory.CreateDirectory(folder);
            using var npm = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["install", "--no-audit", "--no-fund", "--prefix", folder, $"{Package}@{Version}"])
            {
                UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(limit.Token), npm.StandardError.ReadToEndAsync(limit.Token), npm.WaitForExitAsync(limit.Token));
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            return null;
        }

        return File.Exists(cli) ? cli : null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var limit = Stopwatch.StartNew();
        while (!condition())
        {
            limit.Elapsed.ShouldBeLessThan(Limit);
            await Task.Delay(20);
        }
    }

    private async Task<JsonNode> AskAsync(string conversation, JsonObject message)
    {
        var before = Replies.Count;
        message["type"] = "text";
        message["from"] = new JsonObject { ["id"] = _user };
        (await _client.PostAsJsonAsync($"/_conversation/v1/conversations/{conversation}/messages", message)).EnsureSuccessStatusCode();
        await UntilAsync(() => Replies.Count > before);
        return Replies[^1];
    }

    private async Task OpenAsync(bool isGreeted)
    {
        var isUp = false;
        for (var limit = Stopwatch.StartNew(); !isUp; await Task.Delay(100))
        {
            limit.Elapsed.ShouldBeLessThan(Limit);
            try
            {
                isUp = (await _client.GetAsync("/_debug/ping")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        await _log.ConnectAsync(new Uri($"ws://127.0.0.1:{_client.BaseAddress!.Port}/_ws/log/stream"), CancellationToken.None);
        _ = ReadLogAsync();
        var config = await _client.GetFromJsonAsync<JsonNode>("/_internal/v1/config");
        _conversation = config!["config"]!["personalChat"]!["id"]!.GetValue<string>();
        _user = config["config"]!["currentUser"]!["id"]!.GetValue<string>();
        _bot = config["config"]!["bot"]!["id"]!.GetValue<string>();
        _groups = [Id(config["config"]!["groupChats"]), Id(config["config"]!["teams"]?[0]?["channels"])];
        (await _client.PostAsJsonAsync($"/_debug/conversation/{_conversation}/installation", new { })).EnsureSuccessStatusCode();
        if (isGreeted)
            await UntilAsync(() => Replies.Count > 0);
    }

    private static string Id(JsonNode? conversations) => conversations?[0]?["id"]?.GetValue<string>() ?? "";

    private async Task ReadLogAsync()
    {
        var buffer = new byte[1 << 20];
        try
        {
            while (_log.State == WebSocketState.Open)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _log.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Text)
                    Read(JsonNode.Parse(buffer.AsSpan(0, length)));
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private void Read(JsonNode? frame)
    {
        if (frame?["logAction"]?.GetValue<string>() == "appendLog" && frame["log"] is { } log && log["type"]?.GetValue<string>() == "bot")
            _traffic.Enqueue((log["from"]!.GetValue<string>(), log["request"]?["body"], log["response"]?["statusCode"]?.GetValue<int>() ?? 0));
    }
}
