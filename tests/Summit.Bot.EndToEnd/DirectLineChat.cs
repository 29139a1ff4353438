using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Summit.Bot.EndToEnd;

/// <summary>A client of Direct Line that says exactly what it is told to.</summary>
internal sealed class DirectLineChat(Uri server)
{
    public const string Root = "/v3/directline";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly HttpClient _client = new() { BaseAddress = server };

    public string Token { get; set; } = "";

    public string Conversation { get; private set; } = "";

    public string StreamUrl { get; private set; } = "";

    /// <summary>Gets a token and starts its conversation.</summary>
    public static async Task<DirectLineChat> StartAsync(Uri server, string locale = "en-US")
    {
        var chat = new DirectLineChat(server);
        using (var granted = await chat.SendAsync(HttpMethod.Post, "/tokens/generate"))
            chat.Token = (await JsonAsync(granted))["token"]!.GetValue<string>();
        using var started = await chat.SendAsync(HttpMethod.Post, "/conversations", new JsonObject { ["user"] = new JsonObject(), ["locale"] = locale });
        var json = await JsonAsync(started);
        (chat.Conversation, chat.StreamUrl) = (json["conversationId"]!.GetValue<string>(), json["streamUrl"]!.GetValue<string>());
        return chat;
    }

    /// <summary>Sends a request with the token.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, Root + path) { Content = body is null ? null : JsonContent.Create(body) };
        if (Token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await _client.SendAsync(request);
    }

    /// <summary>Sends an activity of the user.</summary>
    public Task<HttpResponseMessage> PostAsync(JsonNode activity) => SendAsync(HttpMethod.Post, $"/conversations/{Conversation}/activities", activity);

    /// <summary>Asks, and returns the id of the question.</summary>
    public async Task<string> AskAsync(string text)
    {
        using var posted = await PostAsync(new JsonObject { ["type"] = "message", ["text"] = text, ["channelData"] = new JsonObject { ["clientActivityID"] = "c-" + text.GetHashCode(StringComparison.Ordinal) } });
        return (await JsonAsync(posted))["id"]!.GetValue<string>();
    }

    /// <summary>Polls once.</summary>
    public async Task<(List<JsonNode> Activities, string Watermark)> PollAsync(string? watermark = null)
    {
        using var polled = await SendAsync(HttpMethod.Get, $"/conversations/{Conversation}/activities?watermark={watermark}");
        return Read(await JsonAsync(polled));
    }

    /// <summary>Polls until an activity is there.</summary>
    public async Task<List<JsonNode>> PollUntilAsync(Func<JsonNode, bool> isThere)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            var (activities, _) = await PollAsync();
            if (activities.Exists(activity => isThere(activity)))
                return activities;
            await Task.Delay(30, limit.Token);
        }
    }

    /// <summary>Opens the stream.</summary>
    public static async Task<ClientWebSocket> OpenAsync(string url)
    {
        var socket = new ClientWebSocket();
        using var limit = new CancellationTokenSource(Limit);
        await socket.ConnectAsync(new Uri(url), limit.Token);
        return socket;
    }

    /// <summary>Reads frames from a stream until an activity is there, or the stream ends.</summary>
    public static async Task<(List<JsonNode> Activities, string Watermark)> ReadUntilAsync(ClientWebSocket socket, Func<JsonNode, bool> isThere)
    {
        var activities = new List<JsonNode>();
        var watermark = "";
        using var limit = new CancellationTokenSource(Limit);
        while (!activities.Exists(activity => isThere(activity)))
        {
            using var frame = new MemoryStream();
            var buffer = new byte[8192];
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
                await frame.WriteAsync(buffer.AsMemory(0, part.Count), limit.Token);
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
                break;
            (var more, watermark) = Read(JsonNode.Parse(Encoding.UTF8.GetString(frame.ToArray()))!);
            activities.AddRange(more);
        }

        return (activities, watermark);
    }

    /// <summary>Whether an activity is a reply of the bot to another one.</summary>
    public static Func<JsonNode, bool> IsReplyTo(string id) => activity => Text(activity, "type") == "message" && Text(activity, "replyToId") == id;

    /// <summary>Without that the bot is typing, which depends on the machine.</summary>
    public static List<JsonNode> Messages(IEnumerable<JsonNode> activities) => [.. activities.Where(activity => Text(activity, "type") == "message")];

    public static string? Text(JsonNode activity, string field) => activity[field]?.GetValue<string>();

    private static (List<JsonNode> Activities, string Watermark) Read(JsonNode json) =>
        ([.. json["activities"]!.AsArray().Select(activity => activity!)], json["watermark"]!.GetValue<string>());

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
