using System.Collections.Concurrent;
using System.Net;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests;

public sealed class MiddlewareTests
{
    private readonly ConcurrentQueue<string> seen = new();

    [Fact]
    public async Task Middleware_runs_around_the_bot_in_the_order_in_which_it_was_added()
    {
        await using var bot = await BotServer.StartAsync(new TestBot(_ => Note("bot")));
        bot.Adapter.Use(Noting("first")).Use(Noting("second")).ShouldBeSameAs(bot.Adapter);
        (await bot.PostAsync(Samples.Message("http://localhost:1"))).Status.ShouldBe(HttpStatusCode.OK);
        seen.ShouldBe(["first in", "second in", "bot", "second out", "first out"]);
    }

    [Fact]
    public async Task It_runs_also_where_a_conversation_is_continued()
    {
        await using var bot = await BotServer.StartAsync(TestBot.Silent);
        bot.Adapter.Use(Noting("first"));
        var reference = new ConversationReference { ServiceUrl = "http://localhost:1", Conversation = new ConversationAccount(id: "c1") };
        await bot.Adapter.ContinueConversationAsync("", reference, (_, _) => Note("callback"), TestContext.Current.CancellationToken);
        seen.ShouldBe(["first in", "callback", "first out"]);
    }

    [Fact]
    public async Task One_that_does_not_go_on_ends_the_turn()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(TestBot.Echo);
        bot.Adapter.Use(Noting("first")).Use(new Middleware((turn, _) => turn.SendActivityAsync("Closed"))).Use(Noting("last"));
        (await bot.PostAsync(Samples.Message(connector.Url))).Status.ShouldBe(HttpStatusCode.OK);
        seen.ShouldBe(["first in", "first out"]);
        connector.Calls.ShouldHaveSingleItem().Body.ShouldContain("Closed");
    }

    [Theory]
    [InlineData("message")]
    [InlineData("invoke")]
    public async Task What_it_throws_is_an_error_of_the_turn(string type)
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(TestBot.Echo);
        bot.Adapter.OnTurnError = (_, e) => Note(e.Message);
        bot.Adapter.Use(new Middleware((_, _) => throw new InvalidOperationException("Broken")));
        var activity = type == "invoke" ? Samples.SubmitAction(connector.Url) : Samples.Message(connector.Url);
        (await bot.PostAsync(activity)).Status.ShouldBe(HttpStatusCode.OK);
        seen.ShouldBe(["Broken"]);
        connector.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_sees_what_the_bot_throws_and_may_catch_it()
    {
        await using var bot = await BotServer.StartAsync(new TestBot(_ => throw new InvalidOperationException("Broken")));
        bot.Adapter.OnTurnError = (_, _) => Note("error");
        bot.Adapter.Use(new Middleware(async (_, next) => await Should.ThrowAsync<InvalidOperationException>(() => next(default))));
        (await bot.PostAsync(Samples.Message("http://localhost:1"))).Status.ShouldBe(HttpStatusCode.OK);
        seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handlers_of_sending_stand_around_it_and_may_change_or_stop_it()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(new TestBot(async turn =>
        {
            await turn.SendActivityAsync("Hello");
            await turn.SendActivityAsync("Secret");
        }));
        bot.Adapter.Use(new Middleware((turn, next) =>
        {
            turn.OnSendActivities(async (_, activities, send) =>
            {
                await Note($"before {activities[0].Text}");
                var responses = await send();
                await Note($"after {responses[0].Id}");
                return responses;
            });
            turn.OnSendActivities((_, activities, send) =>
            {
                if (activities[0].Text == "Secret")
                    return Task.FromResult(new ResourceResponse[] { new("withheld") });
                activities[0].Text += " there";
                return send();
            });
            return next(default);
        }));
        await bot.PostAsync(Samples.Message(connector.Url));
        connector.Calls.ShouldHaveSingleItem().Body.ShouldContain("Hello there");
        seen.ShouldBe(["before Hello", "after sent-1", "before Secret", "after withheld"]);
    }

    private Task Note(string what)
    {
        seen.Enqueue(what);
        return Task.CompletedTask;
    }

    private Middleware Noting(string name) => new(async (_, next) =>
    {
        await Note($"{name} in");
        await next(default);
        await Note($"{name} out");
    });

    private sealed class Middleware(Func<ITurnContext, NextDelegate, Task> onTurn) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) =>
            onTurn(turnContext, next);
    }
}
