using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace Summit.Bot.Benchmarks;

/// <summary>
/// Conversations over WebSockets of Direct Line, each with a question a second, against the bot in a process of its own on the same
/// machine. An answer's time is from before its question is posted until the stream has brought it; one is lost that has not come
/// five seconds after the end, and misdelivered when it answers what another conversation asked.
/// </summary>
internal static class DirectLineLoad
{
    private const int WarmUpSeconds = 5;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private static readonly string[] Questions =
    [
        "Où les deux dirigeants se sont-ils rencontrés ?", "Where did the two leaders meet?", "Qui pourrait être irrité par ce rapprochement ?",
        "On which island is the summit held?", "What is the capital of Peru?", "Quelle est la date du sommet ?",
    ];

    public static async Task<int> RunAsync(int conversations, int seconds)
    {
        var (process, port) = Turns.Start(TurnServers.Bot);
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 2 * conversations }) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(30) };
            await Turns.WaitAsync(http, port);
            var chats = new List<Chat>();
            for (var i = 0; i < conversations; i++)
                chats.Add(await Chat.OpenAsync(http, i));
            await AskAsync(chats, WarmUpSeconds);
            while (chats.Exists(chat => chat.Waiting > 0))
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            chats.ForEach(chat => chat.Reset());
            process.Refresh();
            var (before, own, clock) = (process.TotalProcessorTime, Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
            await AskAsync(chats, seconds);
            process.Refresh();
            var (server, client, elapsed) = (process.TotalProcessorTime - before, Process.GetCurrentProcess().TotalProcessorTime - own, clock.Elapsed);
            await Task.Delay(Grace);
            var times = chats.SelectMany(chat => chat.Times).Order().ToList();
            var (lost, misdelivered) = (chats.Sum(chat => chat.Waiting), chats.Sum(chat => chat.Misdelivered));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                {conversations} conversations, a question a second each for {seconds} s: {times.Count + lost} asked, {times.Count} answered, {lost} lost, {misdelivered} misdelivered
                time to the answer: median {At(times, 0.5):0.0} ms, p95 {At(times, 0.95):0.0} ms, p99 {At(times, 0.99):0.0} ms, longest {times[^1]:0.0} ms
                processor: server {server / elapsed:0.00} cores, this client {client / elapsed:0.00} cores, of {Environment.ProcessorCount}
                """));
            return lost + misdelivered == 0 ? 0 : 1;
        }
        finally
        {
            process.Kill();
        }
    }

    private static double At(List<double> times, double share) => times[Math.Min(times.Count - 1, (int)(share * times.Count))];

    /// <summary>The conversations ask at different moments of the second, as people would.</summary>
    private static Task AskAsync(List<Chat> chats, int seconds)
    {
        var begin = Stopwatch.StartNew();
        return Task.WhenAll(chats.Select(async (chat, i) =>
        {
            for (var second = 0; second < seconds; second++)
            {
                var wait = TimeSpan.FromSeconds(second + ((double)i / chats.Count)) - begin.Elapsed;
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait);
                await chat.AskAsync(Questions[(i + second) % Questions.Length]);
            }
        }));
    }

    /// <summary>One conversation and its stream.</summary>
    private sealed class Chat(HttpClient http, string conversation, string token)
    {
        private readonly ClientWebSocket _socket = new();
        private readonly ConcurrentDictionary<string, long> _asked = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<string, long> _early = new(StringComparer.Ordinal);
        private ConcurrentQueue<double> _times = new();
        private int _misdelivered;

        public IEnumerable<double> Times => _times;

        /// <summary>Questions without an answer.</summary>
        public int Waiting => _asked.Count;

        /// <summary>Activities that are not of this conversation.</summary>
        public int Misdelivered => _misdelivered;

        public static async Task<Chat> OpenAsync(HttpClient http, int number)
        {
            using var granted = await http.PostAsync("/v3/directline/tokens/generate", content: null);
            var token = (await granted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
            using var start = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations") { Content = JsonContent.Create(new { locale = number % 2 == 0 ? "fr-FR" : "en-US" }) };
            start.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var started = await http.SendAsync(start);
            var json = await started.Content.ReadFromJsonAsync<JsonElement>();
            var chat = new Chat(http, json.GetProperty("conversationId").GetString()!, token);
            await chat._socket.ConnectAsync(new Uri(json.GetProperty("streamUrl").GetString()!), CancellationToken.None);
            _ = chat.ReadAsync();
            return chat;
        }

        public void Reset() => _times = new ConcurrentQueue<double>();

        public async Task AskAsync(string question)
        {
            var at = Stopwatch.GetTimestamp();
            using var post = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities") { Content = JsonContent.Create(new { type = "message", text = question }) };
            post.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var posted = await http.SendAsync(post);
            posted.EnsureSuccessStatusCode();
            var id = (await posted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
            _asked[id] = at;
            // The stream may be faster than the response.
            if (_early.TryRemove(id, out var answered) && _asked.TryRemove(id, out _))
                _times.Enqueue(Stopwatch.GetElapsedTime(at, answered).TotalMilliseconds);
        }

        private async Task ReadAsync()
        {
            var buffer = new byte[256 * 1024];
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                var now = Stopwatch.GetTimestamp();
                using var frame = JsonDocument.Parse(buffer.AsMemory(0, length));
                foreach (var activity in frame.RootElement.GetProperty("activities").EnumerateArray())
                    Take(activity, now);
            }
        }

        private void Take(JsonElement activity, long now)
        {
            if (activity.GetProperty("conversation").GetProperty("id").GetString() != conversation)
                Interlocked.Increment(ref _misdelivered);
            if (activity.GetProperty("type").GetString() != "message" || !activity.TryGetProperty("replyToId", out var question))
                return;
            var id = question.GetString()!;
            if (!id.StartsWith(conversation, StringComparison.Ordinal))
                Interlocked.Increment(ref _misdelivered);
            else if (_asked.TryRemove(id, out var at))
                _times.Enqueue(Stopwatch.GetElapsedTime(at, now).TotalMilliseconds);
            else
                NoteEarly(id, now);
        }

        private void NoteEarly(string id, long now)
        {
            _early[id] = now;
            // Noted between the question's look for it and this.
            if (_asked.TryGetValue(id, out var at) && _early.TryRemove(id, out _) && _asked.TryRemove(id, out _))
                _times.Enqueue(Stopwatch.GetElapsedTime(at, now).TotalMilliseconds);
        }
    }
}
