using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Summit.Bot.EndToEnd;

/// <summary>What Teams users do beside asking: join, vote, command.</summary>
public sealed class TeamsTests(ServerFixture server)
{
    private const string Question = "On which island is the summit held?";

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_joins_a_personal_chat_gets_questions_to_choose_from_and_their_language_first()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var joined = Joined(connector, "fr-FR");
        await SendAsync(joined);
        var welcome = connector.Received.ShouldHaveSingleItem().Activity;
        Text(welcome).IndexOf("Bonjour", StringComparison.Ordinal).ShouldBeLessThan(Text(welcome).IndexOf("Hello", StringComparison.Ordinal));
        var actions = welcome["suggestedActions"]!["actions"]!.AsArray();
        actions.Count.ShouldBe(4);
        actions.ShouldAllBe(action => action!["type"]!.GetValue<string>() == "imBack" && action["value"]!.GetValue<string>().EndsWith('?'));
        (welcome["entities"] as JsonArray ?? []).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_group_is_greeted_without_buttons()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var joined = Joined(connector, "en-US");
        joined["conversation"]!["isGroup"] = true;
        await SendAsync(joined);
        var welcome = connector.Received.ShouldHaveSingleItem().Activity;
        Text(welcome).IndexOf("Hello", StringComparison.Ordinal).ShouldBeLessThan(Text(welcome).IndexOf("Bonjour", StringComparison.Ordinal));
        welcome.ContainsKey("suggestedActions").ShouldBeFalse();
    }

    [Theory]
    [InlineData("reply")]
    [InlineData(null)]
    public async Task A_vote_is_stored_with_the_answer_that_it_is_on_and_forgotten_on_command(string? replyTo)
    {
        var data = Directory.CreateTempSubdirectory("summit-e2e-").FullName;
        await using var connector = await ScriptedConnector.StartAsync();
        await using (var bot = await BotProcess.ServeOnAsync(data))
        {
            var message = MessagesTests.Message(connector, "msteams", Question);
            await SendAsync(message, bot);
            connector.Received[^1].Activity["channelData"]!["feedbackLoop"]!["type"]!.GetValue<string>().ShouldBe("default");
            var vote = Vote(message, replyTo);
            (await SendAsync(vote, bot)).StatusCode.ShouldBe(HttpStatusCode.OK);
            var stored = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(data, "feedback.jsonl"), Ending))!;
            stored["reaction"]!.GetValue<string>().ShouldBe("dislike");
            stored["comment"]!.GetValue<string>().ShouldBe("Which one?");
            stored["answerId"]!.GetValue<string>().Length.ShouldBe(32);

            await SendAsync(Again(message, "forget"), bot);
            Text(connector.Received[^1].Activity).ShouldContain("Forgotten");
            (await File.ReadAllTextAsync(Path.Combine(data, "feedback.jsonl"), Ending)).ShouldNotContain("Which one?");
            await SendAsync(Again(message, "sources"), bot);
            (connector.Received[^1].Activity["attachments"] as JsonArray ?? []).ShouldBeEmpty();
        }

        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task An_invoke_that_is_no_vote_is_not_implemented()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var vote = Vote(MessagesTests.Message(connector, "msteams", Question), null);
        vote["value"] = new JsonObject { ["actionName"] = "other" };
        (await SendAsync(vote)).StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
    }

    [Fact]
    public async Task Sources_shows_the_articles_and_after_an_answer_its_sentences_in_a_card()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var message = MessagesTests.Message(connector, "msteams", "sources");
        await SendAsync(message);
        Text(connector.Received[^1].Activity).ShouldContain(server.Article.Title);
        await SendAsync(Again(message, Question));
        await SendAsync(Again(message, "sources"));
        var card = connector.Received[^1].Activity["attachments"]!.AsArray().ShouldHaveSingleItem()!;
        card["contentType"]!.GetValue<string>().ShouldBe("application/vnd.microsoft.card.adaptive");
        var json = card["content"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.ShouldContain(server.Article.SentenceText(2));
        json.ShouldContain("#s2");
    }

    [Fact]
    public async Task A_chosen_language_holds_until_it_is_given_up()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var message = MessagesTests.Message(connector, "msteams", "langue français");
        await SendAsync(message);
        Text(connector.Received[^1].Activity).ShouldContain("en français");
        await SendAsync(Again(message, Question));
        connector.Received[^1].Activity["locale"]!.GetValue<string>().ShouldBe("fr-FR");
        await SendAsync(Again(message, "language auto"));
        await SendAsync(Again(message, Question));
        connector.Received[^1].Activity["locale"]!.GetValue<string>().ShouldBe("en-US");
    }

    [Theory]
    [InlineData("aide", "langue", "oublie")]
    [InlineData("help", "language", "forget")]
    public async Task Help_names_the_commands(string command, string first, string second)
    {
        await using var connector = await ScriptedConnector.StartAsync();
        await SendAsync(MessagesTests.Message(connector, "msteams", command));
        Text(connector.Received[^1].Activity).ShouldContain($"**{first}**");
        Text(connector.Received[^1].Activity).ShouldContain($"**{second}**");
    }

    private static string Text(JsonObject activity) => activity["text"]!.GetValue<string>();

    private static JsonObject Again(JsonObject message, string text)
    {
        var next = message.DeepClone().AsObject();
        next["text"] = text;
        next["id"] = $"activity-{Guid.NewGuid():N}";
        return next;
    }

    [Fact]
    public async Task Who_removes_the_app_is_forgotten()
    {
        var data = Directory.CreateTempSubdirectory("summit-e2e-").FullName;
        await using var connector = await ScriptedConnector.StartAsync();
        await using (var bot = await BotProcess.ServeOnAsync(data))
        {
            var message = MessagesTests.Message(connector, "msteams", "What is the capital of Australia?");
            await SendAsync(message, bot);
            var removed = Again(message, "");
            removed.Remove("text");
            removed["type"] = "installationUpdate";
            removed["action"] = "remove";
            (await SendAsync(removed, bot)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var (_, listed, _) = await BotProcess.RunAsync(data, "audit", "--unanswered");
        listed.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("(forgotten)");
        Directory.Delete(data, recursive: true);
    }

    private static JsonObject Joined(ScriptedConnector connector, string locale)
    {
        var joined = MessagesTests.Message(connector, "msteams", "");
        joined.Remove("text");
        joined["type"] = "conversationUpdate";
        joined["locale"] = locale;
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "user" }, new JsonObject { ["id"] = "bot" });
        return joined;
    }

    private static JsonObject Vote(JsonObject message, string? replyTo)
    {
        var vote = Again(message, "");
        vote.Remove("text");
        vote["type"] = "invoke";
        vote["name"] = "message/submitAction";
        vote["replyToId"] = replyTo;
        vote["value"] = new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = "dislike", ["feedback"] = "{\"feedbackText\":\"Which one?\"}" } };
        return vote;
    }

    private Task<HttpResponseMessage> SendAsync(JsonObject activity, BotProcess? bot = null) => (bot ?? server.Bot).Client.PostAsJsonAsync("/api/messages", activity, Ending);
}
