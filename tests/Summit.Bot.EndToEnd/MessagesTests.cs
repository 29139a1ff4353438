using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Summit.Bot.EndToEnd;

/// <summary>The traffic of real clients, as the Microsoft 365 Agents Playground sends it for Teams and the Emulator.</summary>
public sealed class MessagesTests(ServerFixture server)
{
    private const string French = "Quand Poutine a-t-il rencontré le père de Kim Jong-un ?";

    [Theory]
    [InlineData("msteams")]
    [InlineData("emulator")]
    [InlineData("webchat")]
    public async Task Who_joins_is_greeted_once_in_both_languages_and_a_question_gets_a_cited_answer(string channel)
    {
        await using var connector = await ScriptedConnector.StartAsync();
        if (channel == "msteams")
            (await SendAsync(Activity(connector, channel, "installationUpdate", a => a["action"] = "add"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(Activity(connector, channel, "conversationUpdate", a => a["membersAdded"] = Members("user", "bot")))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var greeting = connector.Received.ShouldHaveSingleItem().Activity["text"]!.GetValue<string>();
        // A web page has the language that its user chose; other clients' locale says little.
        greeting.ShouldContain(channel == "webchat" ? "en français" : "Bonjour");
        greeting.ShouldContain("Hello");

        (await SendAsync(Message(connector, channel, French))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var (path, answer) = connector.Received[^1];
        path.ShouldContain("/activities/");
        answer["type"]!.GetValue<string>().ShouldBe("message");
        answer["locale"]!.GetValue<string>().ShouldBe("fr-FR");
        answer["replyToId"]!.GetValue<string>().ShouldBe("activity-1");
        var text = answer["text"]!.GetValue<string>();
        text.ShouldStartWith("**il y a près de vingt ans** — ");
        text.ShouldContain(server.Article.SentenceText(11));
        text.ShouldContain("[1]");
        var entity = answer["entities"]!.AsArray().ShouldHaveSingleItem()!;
        entity["@type"]!.GetValue<string>().ShouldBe("Message");
        entity["@context"]!.GetValue<string>().ShouldBe("https://schema.org");
        entity["@id"]!.GetValue<string>().ShouldBe("");
        entity.AsObject().ContainsKey("additionalType").ShouldBeFalse();
        var claim = entity["citation"]!.AsArray().ShouldHaveSingleItem()!;
        claim["position"]!.GetValue<int>().ShouldBe(1);
        claim["appearance"]!["abstract"]!.GetValue<string>().Length.ShouldBeInRange(1, 160);
        claim["appearance"]!["name"]!.GetValue<string>().Length.ShouldBeInRange(1, 80);
        (claim["appearance"]!["text"] is not null).ShouldBe(channel != "msteams");
        text.Contains("\n[1]: http", StringComparison.Ordinal).ShouldBe(channel != "msteams");
    }

    [Fact]
    public async Task In_a_group_the_mention_of_the_bot_is_no_part_of_the_question_and_the_thread_is_kept()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var activity = Message(connector, "msteams", "<at>Test Bot</at> On which island is the summit held?");
        activity["textFormat"] = "xml";
        activity["conversation"] = new JsonObject { ["id"] = "19:thread@thread.tacv2;messageid=17", ["isGroup"] = true };
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention", ["text"] = "<at>Test Bot</at>", ["mentioned"] = new JsonObject { ["id"] = "bot", ["name"] = "Test Bot" },
        });
        (await SendAsync(activity)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var (path, answer) = connector.Received.ShouldHaveSingleItem();
        Uri.UnescapeDataString(path).ShouldContain("19:thread@thread.tacv2;messageid=17");
        answer["text"]!.GetValue<string>().ShouldContain(server.Article.SentenceText(2));
    }

    [Fact]
    public async Task Expected_replies_come_in_the_response_and_nothing_goes_to_the_connector()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var activity = Message(connector, "emulator", "Who could be irritated by the rapprochement?");
        activity["deliveryMode"] = "expectReplies";
        var response = await SendAsync(activity);
        var replies = (await response.Content.ReadFromJsonAsync<JsonObject>())!["activities"]!.AsArray();
        replies.ShouldHaveSingleItem()!["text"]!.GetValue<string>().ShouldContain(server.Article.SentenceText(17));
        connector.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_bot_alone_among_the_members_added_is_not_greeted()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        await SendAsync(Activity(connector, "msteams", "conversationUpdate", a => a["membersAdded"] = Members("bot")));
        connector.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_submit_of_a_card_is_met_with_silence_and_an_empty_message_with_help()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var submit = Message(connector, "msteams", "");
        submit.Remove("text");
        submit["value"] = new JsonObject { ["choice"] = 1 };
        (await SendAsync(submit)).StatusCode.ShouldBe(HttpStatusCode.OK);
        connector.Received.ShouldBeEmpty();
        await SendAsync(Message(connector, "msteams", "   "));
        connector.Received.ShouldHaveSingleItem().Activity["text"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task A_channel_that_is_not_on_this_machine_is_refused_and_not_called()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var activity = Message(connector, "msteams", French);
        activity["serviceUrl"] = "https://smba.trafficmanager.net/emea/";
        (await SendAsync(activity)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Outside_Development_messages_are_not_served_and_the_key_is_named()
    {
        await using var bot = await BotProcess.ServeAsync("Production");
        await using var connector = await ScriptedConnector.StartAsync();
        var response = await bot.Client.PostAsJsonAsync("/api/messages", Message(connector, "emulator", French));
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).ShouldContain("MicrosoftAppId");
    }

    [Fact]
    public async Task Nothing_that_users_wrote_is_logged()
    {
        await using var bot = await BotProcess.ServeAsync();
        await using var connector = await ScriptedConnector.StartAsync();
        await bot.Client.PostAsJsonAsync("/api/messages", Message(connector, "emulator", "Zyzomys argurus ?"));
        await bot.Client.PostAsJsonAsync("/api/ask", new { question = "Zyzomys argurus ?" });
        connector.Received.ShouldHaveSingleItem();
        bot.Log.ShouldContain("Ready");
        bot.Log.ShouldNotContain("Zyzomys");
    }

    private static JsonObject Activity(ScriptedConnector connector, string channel, string type, Action<JsonObject> fill)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = "activity-1",
            ["channelId"] = channel,
            ["serviceUrl"] = connector.ServiceUrl,
            ["locale"] = "en-US",
            ["from"] = new JsonObject { ["id"] = "user", ["name"] = "Alex" },
            ["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "Test Bot" },
            ["conversation"] = new JsonObject { ["id"] = $"conversation-{Guid.NewGuid():N}" },
        };
        fill(activity);
        return activity;
    }

    internal static JsonObject Message(ScriptedConnector connector, string channel, string text) =>
        Activity(connector, channel, "message", a => a["text"] = text);

    private static JsonArray Members(params string[] ids) => new([.. ids.Select(JsonNode (id) => new JsonObject { ["id"] = id })]);

    private Task<HttpResponseMessage> SendAsync(JsonObject activity) => server.Bot.Client.PostAsJsonAsync("/api/messages", activity);
}
