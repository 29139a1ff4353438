using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Summit.Bot.Channels.Activities;

namespace Summit.Bot.EndToEnd;

/// <summary>Replies that are shown while they are made, by the rules of Teams.</summary>
public sealed class StreamingTests(StreamingFixture server) : IClassFixture<StreamingFixture>
{
    private const string Question = "On which island is the summit held?";

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Question, "Looking through the articles…", "en-US")]
    [InlineData("Sur quelle île le sommet a-t-il lieu ?", "Je cherche dans les articles…", "fr-FR")]
    public async Task A_personal_chat_sees_what_is_done_and_then_the_answer_in_its_place(string question, string informative, string locale)
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var clock = Stopwatch.StartNew();
        await SendAsync(Message(connector, question, "personal"));
        clock.Elapsed.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1) - TimeSpan.FromMilliseconds(20));

        var (first, last) = (connector.Streamed[0], connector.Streamed[^1]);
        connector.Streamed.Count.ShouldBe(2);
        first["type"]!.GetValue<string>().ShouldBe("typing");
        first["text"]!.GetValue<string>().ShouldBe(informative);
        Fields(first).ShouldBe("""{"streamType":"informative","streamSequence":1}""");
        last["type"]!.GetValue<string>().ShouldBe("message");
        last["locale"]!.GetValue<string>().ShouldBe(locale);
        Fields(last).ShouldBe("""{"streamType":"final","streamId":"reply"}""");
        last["entities"]!.AsArray().Count.ShouldBe(2);
        last["channelData"]!["feedbackLoop"]!["type"]!.GetValue<string>().ShouldBe("default");
        first["channelData"]!["streamType"]!.GetValue<string>().ShouldBe("informative");
        last["channelData"]!["streamId"]!.GetValue<string>().ShouldBe("reply");
    }

    [Theory]
    [InlineData("msteams", "groupChat", null)]
    [InlineData("msteams", "channel", null)]
    [InlineData("msteams", "personal", "expectReplies")]
    [InlineData("emulator", null, null)]
    [InlineData("sms", null, null)]
    public async Task Elsewhere_one_message_is_sent(string channel, string? conversationType, string? deliveryMode)
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var message = Message(connector, Question, conversationType, channel);
        message["deliveryMode"] = deliveryMode;
        var response = await SendAsync(message);
        var reply = deliveryMode is null
            ? connector.Received.ShouldHaveSingleItem().Activity
            : (await response.Content.ReadFromJsonAsync<JsonObject>(Ending))!["activities"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        ScriptedConnector.StreamInfo(reply).ShouldBeNull();
        connector.Streamed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("informative", 405)]
    [InlineData("informative", 403)]
    [InlineData("final", 403)]
    public async Task A_channel_that_refuses_to_stream_gets_one_message(string refused, int status)
    {
        await using var connector = await ScriptedConnector.StartAsync();
        connector.Refuse = activity => ScriptedConnector.StreamInfo(activity)?["streamType"]?.GetValue<string>() == refused ? status : null;
        (await SendAsync(Message(connector, Question, "personal"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var reply = connector.Received.ShouldHaveSingleItem().Activity;
        ScriptedConnector.StreamInfo(reply).ShouldBeNull();
        reply["text"]!.GetValue<string>().ShouldContain("[1]");
        reply["channelData"]!.AsObject().Select(field => field.Key).ShouldBe(["feedbackLoop"]);
    }

    [Fact]
    public async Task A_reply_that_fails_ends_its_stream()
    {
        await using var bot = await BotProcess.ServeAsync("Development", "--Summit:Streaming:After=00:00:00", "--Summit:AnswerTimeout=00:00:00.001");
        var question = string.Join(" et ", Enumerable.Repeat("où se sont rencontrés Kim Jong-un et Vladimir Poutine", 18)) + " ?";
        var text = "";
        // A machine may answer all of it within the millisecond, now and then.
        for (var attempt = 0; attempt < 50 && !text.Contains("temps", StringComparison.Ordinal); attempt++)
        {
            await using var connector = await ScriptedConnector.StartAsync();
            await bot.Client.PostAsJsonAsync("/api/messages", Message(connector, question, "personal"), Ending);
            connector.Streamed.Count.ShouldBe(2);
            Fields(connector.Streamed[1]).ShouldBe("""{"streamType":"final","streamId":"reply"}""");
            text = connector.Streamed[1]["text"]!.GetValue<string>();
        }

        text.ShouldContain("temps");
    }

    [Fact]
    public async Task A_vote_finds_the_answer_that_was_streamed()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var message = Message(connector, Question, "personal");
        await SendAsync(message);
        message["id"] = "activity-2";
        message["text"] = "sources";
        await SendAsync(message);
        var card = connector.Received[^1].Activity;
        card["attachments"]!.AsArray().Count.ShouldBe(1);
        Fields(card).ShouldContain("final");
    }

    [Fact]
    public async Task Text_that_comes_slowly_is_shown_as_far_as_it_has_come_once_a_second()
    {
        await using var bot = await StreamedBot.StartAsync();
        await using var connector = await ScriptedConnector.StartAsync();
        using var client = new HttpClient { BaseAddress = bot.Address };
        var clock = Stopwatch.StartNew();
        await client.PostAsJsonAsync("/api/messages", Message(connector, "?", "personal"), Ending);
        var seconds = (int)(clock.Elapsed.TotalSeconds + 0.1);

        var texts = connector.Streamed.Select(activity => activity["text"]!.GetValue<string>()).ToList();
        texts[0].ShouldBe(StreamedBot.Informative);
        texts[^1].ShouldBe(StreamedBot.Parts[^1]);
        texts.Count.ShouldBeInRange(3, 1 + seconds);
        texts[1..].ShouldAllBe(text => StreamedBot.Parts.Contains(text));
        var info = connector.Streamed.Select(ScriptedConnector.StreamInfo).ToList();
        info[..^1].Select(i => i!["streamSequence"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, info.Count - 1));
        info[1..].ShouldAllBe(i => i!["streamId"]!.GetValue<string>() == "reply");
        info[1..^1].ShouldAllBe(i => i!["streamType"]!.GetValue<string>() == "streaming");
    }

    [Fact]
    public async Task The_Playground_shows_both_kinds_of_stream()
    {
        await using (var playground = await Playground.StartAsync(server.Bot.Client.BaseAddress!, "msteams"))
        {
            var answer = (await playground.AskAsync(Question)).AsObject();
            Fields(answer).ShouldContain("final");
            answer["text"]!.GetValue<string>().ShouldContain("[1]");
            ScriptedConnector.StreamInfo(playground.Shown.ShouldHaveSingleItem().AsObject())!["streamType"]!.GetValue<string>().ShouldBe("informative");
            playground.Statuses.ShouldBeSubsetOf([200, 201, 202]);
        }

        await using var bot = await StreamedBot.StartAsync();
        await using var slow = await Playground.StartAsync(bot.Address, "msteams", isGreeted: false);
        Fields((await slow.AskAsync("?")).AsObject()).ShouldContain("final");
        slow.Shown.Count.ShouldBeGreaterThan(1);
        slow.Statuses.ShouldBeSubsetOf([200, 201, 202]);
    }

    /// <summary>What stands in the entity beside its type.</summary>
    private static string Fields(JsonObject activity)
    {
        var fields = ScriptedConnector.StreamInfo(activity)!.DeepClone().AsObject();
        fields.Remove("type");
        return fields.ToJsonString();
    }

    private static JsonObject Message(ScriptedConnector connector, string text, string? conversationType, string channel = "msteams")
    {
        var message = MessagesTests.Message(connector, channel, text);
        message["conversation"]!["conversationType"] = conversationType;
        return message;
    }

    private Task<HttpResponseMessage> SendAsync(JsonObject activity) => server.Bot.Client.PostAsJsonAsync("/api/messages", activity, Ending);
}
