using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Summit.Bot.EndToEnd;

/// <summary>Direct Line and servers that are full, limited, stopped or started again.</summary>
public sealed class DirectLineServerTests : IDisposable
{
    private const string Question = "Où les deux dirigeants se sont-ils rencontrés ?";

    private readonly string _data = Directory.CreateTempSubdirectory("summit-directline-").FullName;

    [Fact]
    public async Task Tokens_outlive_the_process_and_conversations_do_not()
    {
        DirectLineChat chat;
        await using (var bot = await BotProcess.ServeOnAsync(_data))
            chat = await DirectLineChat.StartAsync(bot.Client.BaseAddress!);
        await using var again = await BotProcess.ServeOnAsync(_data);
        var later = new DirectLineChat(again.Client.BaseAddress!) { Token = chat.Token };
        using var ended = await later.SendAsync(HttpMethod.Get, $"/conversations/{chat.Conversation}");
        ended.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var anew = await later.SendAsync(HttpMethod.Post, "/conversations", new JsonObject());
        anew.StatusCode.ShouldBe(HttpStatusCode.Created);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(_data, "directline.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_key_of_another_server_signs_no_token_of_this_one()
    {
        await using var one = await BotProcess.ServeOnAsync(_data, "--Summit:DirectLine:SigningKey=00000000000000000000000000000001");
        await using var other = await BotProcess.ServeAsync("Development", "--Summit:DirectLine:SigningKey=00000000000000000000000000000002");
        var chat = await DirectLineChat.StartAsync(one.Client.BaseAddress!);
        var foreign = new DirectLineChat(other.Client.BaseAddress!) { Token = chat.Token };
        using var refused = await foreign.SendAsync(HttpMethod.Post, "/conversations", new JsonObject());
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        File.Exists(Path.Combine(_data, "directline.key")).ShouldBeFalse();
        one.Log.ShouldNotContain("0000000000");
    }

    [Fact]
    public async Task A_full_server_says_when_to_come_back_and_keeps_those_it_has()
    {
        await using var bot = await BotProcess.ServeOnAsync(_data, "--Summit:DirectLine:MaxConversations=2");
        var first = await DirectLineChat.StartAsync(bot.Client.BaseAddress!);
        var second = await DirectLineChat.StartAsync(bot.Client.BaseAddress!);
        using var granted = await second.SendAsync(HttpMethod.Post, "/tokens/generate");
        var third = new DirectLineChat(bot.Client.BaseAddress!) { Token = JsonNode.Parse(await granted.Content.ReadAsStringAsync())!["token"]!.GetValue<string>() };
        using var full = await third.SendAsync(HttpMethod.Post, "/conversations", new JsonObject());
        full.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        full.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        var id = await first.AskAsync(Question);
        await first.PollUntilAsync(DirectLineChat.IsReplyTo(id));
    }

    [Fact]
    public async Task Questions_of_an_address_are_limited_with_the_time_to_wait()
    {
        await using var bot = await BotProcess.ServeAsync("Production", "--Summit:RateLimit:PerAddress=5", "--Summit:DataPath=" + _data);
        var chat = await DirectLineChat.StartAsync(bot.Client.BaseAddress!);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            using var posted = await chat.PostAsync(new JsonObject { ["type"] = "message", ["text"] = Question });
            statuses.Add(posted.StatusCode);
            if (posted.StatusCode == HttpStatusCode.TooManyRequests)
                posted.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        }

        statuses.ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests]);
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_streams_at_once()
    {
        await using var bot = await BotProcess.ServeOnAsync(_data);
        var chat = await DirectLineChat.StartAsync(bot.Client.BaseAddress!);
        using var socket = await DirectLineChat.OpenAsync(chat.StreamUrl);
        var id = await chat.AskAsync(Question);
        bot.Terminate();
        var (activities, _) = await DirectLineChat.ReadUntilAsync(socket, _ => false);
        activities.ShouldContain(a => DirectLineChat.IsReplyTo(id)(a));
        socket.CloseStatus.ShouldBe(WebSocketCloseStatus.EndpointUnavailable);
        (await bot.WaitForExitAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Three_thousand_hostile_activities_cause_no_fault()
    {
        await using var bot = await BotProcess.ServeOnAsync(_data);
        var bodies = new HostileBodies(20190425);
        var statuses = new Dictionary<int, int>();
        for (var i = 0; i < 30; i++)
        {
            var chat = await DirectLineChat.StartAsync(bot.Client.BaseAddress!);
            for (var j = 0; j < 100; j++)
            {
                var (_, type, body) = bodies.Next();
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{DirectLineChat.Root}/conversations/{chat.Conversation}/activities") { Content = new ByteArrayContent(body) };
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
                request.Headers.Authorization = new("Bearer", chat.Token);
                using var response = await bot.Client.SendAsync(request);
                var status = (int)response.StatusCode;
                status.ShouldBeLessThan(500);
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
            }

            var id = await AskPatientlyAsync(chat);
            await chat.PollUntilAsync(DirectLineChat.IsReplyTo(id));
        }

        statuses.Keys.ShouldBeSubsetOf([200, 400, 413, 415, 429]);
        statuses[200].ShouldBeGreaterThan(300);
        bot.Log.ShouldNotContain("fail:");
    }

    private static async Task<string> AskPatientlyAsync(DirectLineChat chat)
    {
        while (true)
        {
            using var posted = await chat.PostAsync(new JsonObject { ["type"] = "message", ["text"] = Question });
            if (posted.IsSuccessStatusCode)
                return JsonNode.Parse(await posted.Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
            posted.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            await Task.Delay(100);
        }
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);
}
