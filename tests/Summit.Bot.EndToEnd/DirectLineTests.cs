using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Summit.Bot.EndToEnd;

/// <summary>Direct Line 3.0 on the wire.</summary>
public sealed class DirectLineTests(ServerFixture server)
{
    private const string Question = "Où les deux dirigeants se sont-ils rencontrés ?";

    private Uri Address => server.Bot.Client.BaseAddress!;

    [Fact]
    public async Task A_question_is_echoed_before_it_is_answered()
    {
        var chat = await DirectLineChat.StartAsync(Address);
        using var socket = await DirectLineChat.OpenAsync(chat.StreamUrl);
        var id = await chat.AskAsync(Question);
        var (activities, watermark) = await DirectLineChat.ReadUntilAsync(socket, DirectLineChat.IsReplyTo(id));
        var echo = activities.FindIndex(a => DirectLineChat.Text(a, "id") == id);
        var answer = activities.FindIndex(a => DirectLineChat.IsReplyTo(id)(a));
        echo.ShouldBeInRange(0, answer - 1);
        activities[echo]["channelData"]!["clientActivityID"]!.GetValue<string>().ShouldNotBeEmpty();
        DirectLineChat.Text(activities[echo]["from"]!, "id").ShouldBe(Claim(chat.Token, "user"));
        DirectLineChat.Text(activities[answer], "text")!.ShouldContain(server.Article.SentenceText(1)[..40]);
        DirectLineChat.Text(activities[answer]["from"]!, "role").ShouldBe("bot");
        Ids(activities).ShouldBeUnique();
        var (rest, last) = await chat.PollAsync(watermark);
        rest.ShouldBeEmpty();
        last.ShouldBe(watermark);
    }

    [Fact]
    public async Task Who_starts_a_conversation_is_greeted_once_in_the_locale_of_the_page()
    {
        var chat = await DirectLineChat.StartAsync(Address, "fr-FR");
        var greeting = (await chat.PollUntilAsync(a => DirectLineChat.Text(a, "type") == "message")).Single();
        DirectLineChat.Text(greeting, "text")!.ShouldStartWith("Bonjour");
        greeting["suggestedActions"]!["actions"]!.AsArray().Count.ShouldBe(2);
        using var again = await chat.SendAsync(HttpMethod.Post, "/conversations", new JsonObject());
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        var id = await chat.AskAsync(Question);
        DirectLineChat.Messages(await chat.PollUntilAsync(DirectLineChat.IsReplyTo(id))).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_stream_that_broke_goes_on_from_its_watermark_and_nothing_comes_twice()
    {
        var chat = await DirectLineChat.StartAsync(Address);
        using var first = await DirectLineChat.OpenAsync(chat.StreamUrl);
        var one = await chat.AskAsync(Question);
        var (before, watermark) = await DirectLineChat.ReadUntilAsync(first, DirectLineChat.IsReplyTo(one));
        first.Abort();
        var two = await chat.AskAsync("On which island is the summit held?");

        using var resumed = await chat.SendAsync(HttpMethod.Get, $"/conversations/{chat.Conversation}?watermark={watermark}");
        var url = JsonNode.Parse(await resumed.Content.ReadAsStringAsync())!["streamUrl"]!.GetValue<string>();
        using var second = await DirectLineChat.OpenAsync(url);
        var (after, _) = await DirectLineChat.ReadUntilAsync(second, DirectLineChat.IsReplyTo(two));
        // Where a turn takes long, that the bot is typing comes between; messages are all there, once and in order.
        Ids(before.Concat(after)).ShouldBeUnique();
        var messages = DirectLineChat.Messages(after);
        messages.Count.ShouldBe(2);
        DirectLineChat.Text(messages[0], "id").ShouldBe(two);
        DirectLineChat.IsReplyTo(two)(messages[1]).ShouldBeTrue();
        var (all, _) = await chat.PollAsync();
        Ids(DirectLineChat.Messages(before).Concat(messages)).ShouldBe(Ids(DirectLineChat.Messages(all)));
        DirectLineChat.Messages(all).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Nobody_reads_or_writes_the_conversation_of_another()
    {
        var victim = await DirectLineChat.StartAsync(Address);
        await victim.AskAsync(Question);
        var other = await DirectLineChat.StartAsync(Address);
        var activity = new JsonObject { ["type"] = "message", ["text"] = "hello" };
        (HttpMethod, string, JsonNode?)[] calls =
        [
            (HttpMethod.Get, $"/conversations/{victim.Conversation}", null), (HttpMethod.Get, $"/conversations/{victim.Conversation}/activities", null),
            (HttpMethod.Post, $"/conversations/{victim.Conversation}/activities", activity),
        ];
        foreach (var (method, path, body) in calls)
        {
            using var refused = await other.SendAsync(method, path, body?.DeepClone());
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        // The stream of one conversation with the token of the other one's stream.
        var mixed = other.StreamUrl.Replace(other.Conversation, victim.Conversation, StringComparison.Ordinal);
        (await Should.ThrowAsync<WebSocketException>(() => DirectLineChat.OpenAsync(mixed))).Message.ShouldContain("403");
        (await victim.PollAsync()).Activities.ShouldNotContain(a => DirectLineChat.Text(a, "text") == "hello");
    }

    [Theory]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("nonsense", HttpStatusCode.Unauthorized)]
    [InlineData("forged", HttpStatusCode.Unauthorized)]
    [InlineData("unsigned", HttpStatusCode.Unauthorized)]
    [InlineData("stream", HttpStatusCode.Unauthorized)]
    public async Task A_token_that_is_not_from_here_is_refused(string kind, HttpStatusCode expected)
    {
        var chat = await DirectLineChat.StartAsync(Address);
        var parts = chat.Token.Split('.');
        chat.Token = kind switch
        {
            "forged" => $"{parts[0]}.{Encoded(Decoded(parts[1]).Replace(chat.Conversation, new string('0', 32), StringComparison.Ordinal))}.{parts[2]}",
            "unsigned" => $"{Encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}")}.{parts[1]}.",
            "stream" => chat.StreamUrl.Split("t=")[1],
            _ => kind,
        };
        using var refused = await chat.SendAsync(HttpMethod.Get, $"/conversations/{chat.Conversation}/activities");
        refused.StatusCode.ShouldBe(expected);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("tokens/generate");
    }

    [Fact]
    public async Task A_token_is_refreshed_for_the_same_user_and_conversation()
    {
        var chat = await DirectLineChat.StartAsync(Address);
        using var refreshed = await chat.SendAsync(HttpMethod.Post, "/tokens/refresh");
        var json = JsonNode.Parse(await refreshed.Content.ReadAsStringAsync())!;
        json["expires_in"]!.GetValue<int>().ShouldBe(1800);
        json["conversationId"]!.GetValue<string>().ShouldBe(chat.Conversation);
        Claim(json["token"]!.GetValue<string>(), "user").ShouldBe(Claim(chat.Token, "user"));
        Claim(chat.Token, "user").ShouldStartWith("dl_");
    }

    [Theory]
    [InlineData("""{"type":"conversationUpdate"}""", 400)]
    [InlineData("""{"text":"no type"}""", 400)]
    [InlineData("""["message"]""", 400)]
    [InlineData("""{"type":"message","text":5}""", 400)]
    [InlineData("""{"type":"message","text":"\ud800"}""", 400)]
    [InlineData("""{"type":"message","attachments":{"a":1}}""", 400)]
    [InlineData("""{"type":"typing"}""", 200)]
    [InlineData("""{"type":"event","name":"webchat:activity-status/feedback","entities":[{"@type":7},null]}""", 200)]
    [InlineData("""{"type":"message","text":"hi","serviceUrl":"http://169.254.169.254/","deliveryMode":"expectReplies","from":{"id":"somebody","name":"A"}}""", 200)]
    public async Task An_activity_is_taken_or_refused_with_what_is_wrong(string json, int status)
    {
        var chat = await DirectLineChat.StartAsync(Address);
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{DirectLineChat.Root}/conversations/{chat.Conversation}/activities") { Content = content };
        request.Headers.Authorization = new("Bearer", chat.Token);
        using var response = await server.Bot.Client.SendAsync(request);
        ((int)response.StatusCode).ShouldBe(status, await response.Content.ReadAsStringAsync());
        // The conversation goes on.
        var id = await chat.AskAsync(Question);
        var activities = await chat.PollUntilAsync(DirectLineChat.IsReplyTo(id));
        activities.ShouldNotContain(a => DirectLineChat.Text(a["from"]!, "id") == "somebody");
        server.Bot.Log.ShouldNotContain("fail:");
    }

    [Fact]
    public async Task Forget_empties_the_transcript()
    {
        var chat = await DirectLineChat.StartAsync(Address);
        await chat.PollUntilAsync(DirectLineChat.IsReplyTo(await chat.AskAsync(Question)));
        var forget = await chat.AskAsync("forget");
        await chat.PollUntilAsync(DirectLineChat.IsReplyTo(forget));
        (await chat.PollAsync()).Activities.ShouldHaveSingleItem()["replyToId"]!.GetValue<string>().ShouldBe(forget);
    }

    [Fact]
    public async Task What_does_not_exist_is_said_so()
    {
        var chat = await DirectLineChat.StartAsync(Address);
        using var upload = await chat.SendAsync(HttpMethod.Post, $"/conversations/{chat.Conversation}/upload?userId=x", new JsonObject());
        upload.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        using var watermark = await chat.SendAsync(HttpMethod.Get, $"/conversations/{chat.Conversation}/activities?watermark=x");
        watermark.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var plain = await server.Bot.Client.GetAsync(new Uri(chat.StreamUrl.Replace("ws:", "http:", StringComparison.Ordinal)));
        plain.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        // A token is good for its conversation; one that was never started is not there.
        using var granted = await server.Bot.Client.PostAsync(DirectLineChat.Root + "/tokens/generate", content: null);
        var json = JsonNode.Parse(await granted.Content.ReadAsStringAsync())!;
        chat.Token = json["token"]!.GetValue<string>();
        using var none = await chat.SendAsync(HttpMethod.Get, $"/conversations/{json["conversationId"]!.GetValue<string>()}/activities");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Streams_of_one_conversation_have_a_bound_and_all_get_everything()
    {
        var chat = await DirectLineChat.StartAsync(Address);
        var sockets = new List<ClientWebSocket>();
        for (var i = 0; i < 5; i++)
            sockets.Add(await DirectLineChat.OpenAsync(chat.StreamUrl));
        (await Should.ThrowAsync<WebSocketException>(() => DirectLineChat.OpenAsync(chat.StreamUrl))).Message.ShouldContain("429");
        var id = await chat.AskAsync(Question);
        foreach (var socket in sockets)
        {
            (await DirectLineChat.ReadUntilAsync(socket, DirectLineChat.IsReplyTo(id))).Activities.ShouldContain(a => DirectLineChat.IsReplyTo(id)(a));
            socket.Dispose();
        }
    }

    private static List<string?> Ids(IEnumerable<JsonNode> activities) => [.. activities.Select(activity => DirectLineChat.Text(activity, "id"))];

    private static string? Claim(string token, string name) => JsonNode.Parse(Decoded(token.Split('.')[1]))![name]?.GetValue<string>();

    private static string Decoded(string part) => System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(part));

    private static string Encoded(string text) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(text));
}
