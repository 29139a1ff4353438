using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests;

public sealed class ExpectRepliesTests
{
    [Fact]
    public async Task All_replies_come_in_the_http_response_each_with_an_id()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(new TestBot(async turn =>
        {
            await turn.SendActivityAsync(new Activity(ActivityTypes.Typing));
            await turn.SendActivityAsync("Vladivostok, « sur l’île Rousski »");
        }));

        var reply = await bot.PostAsync(Expecting(connector.Url));

        reply.Status.ShouldBe(HttpStatusCode.OK);
        reply.MediaType.ShouldBe("application/json");
        var activities = Activities(reply);
        activities.Select(activity => activity.Type).ShouldBe(["typing", "message"]);
        activities.Select(activity => activity.Id).Distinct().Count(id => !string.IsNullOrEmpty(id)).ShouldBe(2);
        activities[1].Text.ShouldBe("Vladivostok, « sur l’île Rousski »");
        activities[1].ReplyToId.ShouldBe("m1");
        activities[1].Recipient!.Id.ShouldBe("user-1");
        connector.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_replies_are_an_empty_list()
    {
        await using var bot = await BotServer.StartAsync(TestBot.Silent);
        (await bot.PostAsync("""{"type":"message","deliveryMode":"expectReplies"}""")).Body.ShouldBe("""{"activities":[]}""");
    }

    [Fact]
    public async Task A_reply_can_be_replaced_or_taken_back_before_the_turn_ends()
    {
        await using var bot = await BotServer.StartAsync(new TestBot(async turn =>
        {
            var kept = await turn.SendActivityAsync("draft");
            var dropped = await turn.SendActivityAsync("mistake");
            var final = MessageFactory.Text("final");
            final.Id = kept.Id;
            await turn.UpdateActivityAsync(final);
            await turn.DeleteActivityAsync(dropped.Id!);
        }));
        Activities(await bot.PostAsync(Expecting("http://localhost:1"))).ShouldHaveSingleItem().Text.ShouldBe("final");
    }

    [Fact]
    public async Task A_reply_is_sent_as_it_was_when_it_was_sent()
    {
        await using var bot = await BotServer.StartAsync(new TestBot(async turn =>
        {
            var message = MessageFactory.Text("before");
            await turn.SendActivityAsync(message);
            message.Text = "after";
        }));
        Activities(await bot.PostAsync(Expecting("http://localhost:1"))).ShouldHaveSingleItem().Text.ShouldBe("before");
    }

    [Fact]
    public async Task A_reply_that_cannot_be_written_fails_in_the_turn()
    {
        Exception? error = null;
        await using var bot = await BotServer.StartAsync(new TestBot(turn =>
        {
            var message = MessageFactory.Text("Hello");
            message.Value = new Func<int>(() => 1);
            return turn.SendActivityAsync(message);
        }));
        bot.Adapter.OnTurnError = (turn, e) =>
        {
            error = e;
            return turn.SendActivityAsync("Sorry");
        };
        Activities(await bot.PostAsync(Expecting("http://localhost:1"))).ShouldHaveSingleItem().Text.ShouldBe("Sorry");
        error.ShouldBeOfType<NotSupportedException>();
    }

    [Fact]
    public async Task Nothing_can_be_sent_after_the_turn()
    {
        ITurnContext? kept = null;
        await using var bot = await BotServer.StartAsync(new TestBot(turn =>
        {
            kept = turn;
            return Task.CompletedTask;
        }));
        await bot.PostAsync(Expecting("http://localhost:1"));
        await Should.ThrowAsync<InvalidOperationException>(() => kept!.SendActivityAsync("too late"));
    }

    [Fact]
    public async Task The_answer_of_an_invoke_is_one_of_the_replies()
    {
        await using var bot = await BotServer.StartAsync(new ActivityHandler());
        var invoke = JsonNode.Parse(Samples.SubmitAction("http://localhost:1"))!.AsObject();
        invoke["deliveryMode"] = DeliveryModes.ExpectReplies;
        var reply = await bot.PostAsync(invoke.ToJsonString());
        reply.Status.ShouldBe(HttpStatusCode.OK);
        var answer = Activities(reply).ShouldHaveSingleItem();
        answer.Type.ShouldBe(ActivityTypesEx.InvokeResponse);
        ((JsonElement)answer.Value!).GetProperty("status").GetInt32().ShouldBe(501);
    }

    private static string Expecting(string serviceUrl) => Samples.Message(serviceUrl, deliveryMode: DeliveryModes.ExpectReplies);

    private static Activity[] Activities(Reply reply) =>
        JsonNode.Parse(reply.Body)!["activities"].Deserialize<Activity[]>(ActivityJson.Options)!;
}
