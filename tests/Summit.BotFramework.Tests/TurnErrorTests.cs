using System.Net;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests;

public sealed class TurnErrorTests
{
    [Fact]
    public async Task A_bot_that_throws_reaches_the_handler_which_can_still_answer()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(new TestBot(_ => throw new InvalidOperationException("Broken")));
        bot.Adapter.OnTurnError = (turn, e) => turn.SendActivityAsync($"Sorry: {e.Message}");
        (await bot.PostAsync(Samples.Message(connector.Url))).ShouldBe(new Reply(HttpStatusCode.OK, null, ""));
        connector.Calls.ShouldHaveSingleItem().Body.ShouldContain("Sorry: Broken");
    }

    [Fact]
    public async Task Without_a_handler_the_failure_is_logged_and_answered_with_200()
    {
        await using var bot = await BotServer.StartAsync(new TestBot(_ => throw new InvalidOperationException("Broken")));
        (await bot.PostAsync(Samples.Message("http://localhost:1", "my secret"))).Status.ShouldBe(HttpStatusCode.OK);
        bot.Log.ShouldContain(line => line.StartsWith("Error: A turn failed. Activity type message, channel emulator."));
        bot.Log.ShouldAllBe(line => !line.Contains("my secret"));
    }

    [Fact]
    public async Task A_handler_that_throws_is_logged_beside_its_cause_and_answered_with_200()
    {
        await using var connector = await Connector.StartAsync(Connector.Status(500));
        await using var bot = await BotServer.StartAsync(TestBot.Echo);
        var reached = 0;
        bot.Adapter.OnTurnError = (turn, _) =>
        {
            reached++;
            return turn.SendActivityAsync("Sorry");
        };
        (await bot.PostAsync(Samples.Message(connector.Url))).Status.ShouldBe(HttpStatusCode.OK);
        reached.ShouldBe(1);
        bot.Log.ShouldContain(line => line.StartsWith("Error: A turn failed."));
        bot.Log.ShouldContain(line => line.StartsWith("Error: The turn-error handler failed."));
    }

    [Fact]
    public async Task An_invoke_that_throws_is_answered_with_200()
    {
        await using var bot = await BotServer.StartAsync(new TestBot(_ => throw new InvalidOperationException("Broken")));
        (await bot.PostAsync(Samples.SubmitAction("http://localhost:1"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_type_that_nobody_knows_is_ignored_with_200()
    {
        await using var bot = await BotServer.StartAsync(new ActivityHandler());
        (await bot.PostAsync("""{"type":"brandNew","serviceUrl":"http://localhost:1"}""")).ShouldBe(new Reply(HttpStatusCode.OK, null, ""));
    }

    [Fact]
    public async Task A_turn_whose_client_went_away_is_ended_and_is_no_error()
    {
        var ended = new TaskCompletionSource();
        await using var bot = await BotServer.StartAsync(new TestBot(async (_, cancellationToken) =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                ended.SetResult();
            }
        }));
        var reached = false;
        bot.Adapter.OnTurnError = (_, _) =>
        {
            reached = true;
            return Task.CompletedTask;
        };
        bot.Client.Timeout = TimeSpan.FromMilliseconds(200);
        await Should.ThrowAsync<TaskCanceledException>(() => bot.PostAsync(Samples.Message("http://localhost:1")));
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
        reached.ShouldBeFalse();
    }

    [Fact]
    public async Task A_turn_of_another_adapter_cannot_be_sent_through_this_one()
    {
        await using var bot = await BotServer.StartAsync(TestBot.Silent);
        var foreign = new TurnContext(bot.Adapter, new Activity());
        await Should.ThrowAsync<InvalidOperationException>(() => foreign.SendActivityAsync("Hello"));
    }
}
