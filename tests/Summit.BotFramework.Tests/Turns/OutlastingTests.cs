using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Turns;

/// <summary>The clock stands still unless a test moves it, so that only a turn that is meant to outlasts its request.</summary>
public sealed class OutlastingTests
{
    private static readonly TimeSpan TurnTimeout = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private readonly Signal started = new(), goOn = new();
    private int turns;

    [Fact]
    public async Task A_reply_arrives_after_the_request_was_answered()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync(SlowEcho);
        await OutlastAsync(bot, Samples.Message(connector.Url));
        connector.Calls.ShouldBeEmpty();
        goOn.Set();
        await Signal.UntilAsync(() => connector.Calls.Count > 0);
        var call = connector.Calls.ShouldHaveSingleItem();
        call.Target.ShouldBe("/v3/conversations/c1/activities/m1");
        call.Body.ShouldContain("At last");
    }

    [Fact]
    public async Task It_is_sent_with_the_bots_token()
    {
        await using var bot = await AuthenticatedBot.StartAsync(SlowEcho, time: time);
        var posted = bot.PostAsync(bot.ChannelToken());
        await started.WaitAsync();
        time.Advance(TurnTimeout);
        (await posted).Status.ShouldBe(HttpStatusCode.OK);
        goOn.Set();
        await Signal.UntilAsync(() => bot.Connector.Calls.Count > 0);
        bot.Connector.Calls.ShouldHaveSingleItem().Authorization.ShouldBe("Bearer token-1");
    }

    [Fact]
    public async Task A_bot_that_never_awaits_is_no_exception()
    {
        using var wait = new ManualResetEventSlim();
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync(new TestBot(turn =>
        {
            started.Set();
            wait.Wait(TimeSpan.FromSeconds(30));
            return turn.SendActivityAsync("At last");
        }));
        await OutlastAsync(bot, Samples.Message(connector.Url));
        wait.Set();
        await Signal.UntilAsync(() => connector.Calls.Count == 1);
    }

    [Fact]
    public async Task A_message_that_comes_again_is_answered_once()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync(SlowEcho);
        var message = Samples.Message(connector.Url);
        await OutlastAsync(bot, message);
        (await bot.PostAsync(message)).Status.ShouldBe(HttpStatusCode.OK);
        goOn.Set();
        await Signal.UntilAsync(() => connector.Calls.Count == 1);
        // The next message of the conversation runs once the first has quite ended.
        await bot.PostAsync(Samples.Message(connector.Url, id: "m2"));
        time.Advance(TimeSpan.FromMinutes(4));
        (await bot.PostAsync(message)).Status.ShouldBe(HttpStatusCode.OK);
        turns.ShouldBe(2);

        await bot.PostAsync(Samples.Message(connector.Url, conversation: "c2"));
        turns.ShouldBe(3, "The ids of other conversations are others.");
        time.Advance(TimeSpan.FromMinutes(2));
        await bot.PostAsync(message);
        turns.ShouldBe(4, "After some minutes it is forgotten.");
    }

    [Fact]
    public async Task A_message_that_comes_again_after_it_was_answered_in_time_is_a_new_one()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync(TestBot.Echo);
        await bot.PostAsync(Samples.Message(connector.Url));
        await bot.PostAsync(Samples.Message(connector.Url));
        connector.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_failure_of_such_a_turn_reaches_the_handler_which_can_still_answer()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync(new TestBot(async _ =>
        {
            started.Set();
            await goOn.WaitAsync();
            throw new InvalidOperationException("Broken");
        }));
        bot.Adapter.OnTurnError = (turn, e) => turn.SendActivityAsync($"Sorry: {e.Message}");
        await OutlastAsync(bot, Samples.Message(connector.Url));
        goOn.Set();
        await Signal.UntilAsync(() => connector.Calls.Count == 1);
        connector.Calls[0].Body.ShouldContain("Sorry: Broken");
    }

    [Theory]
    [InlineData("message", DeliveryModes.ExpectReplies)]
    [InlineData("invoke", null)]
    [InlineData("event", null)]
    public async Task A_response_that_is_the_answer_is_waited_for(string type, string? deliveryMode)
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync(SlowEcho);
        var posted = bot.PostAsync(
            Samples.Message(connector.Url, deliveryMode: deliveryMode).Replace("\"type\":\"message\"", $"\"type\":\"{type}\"", StringComparison.Ordinal));
        await started.WaitAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        await Task.Delay(50);
        posted.IsCompleted.ShouldBeFalse();
        goOn.Set();
        var reply = await posted;
        (deliveryMode is null ? connector.Calls.ShouldHaveSingleItem().Body : reply.Body).ShouldContain("At last");
    }

    [Fact]
    public async Task A_message_that_waits_for_an_earlier_one_is_answered_in_the_background()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync(SlowEcho);
        await OutlastAsync(bot, Samples.Message(connector.Url));
        var second = bot.PostAsync(Samples.Message(connector.Url, id: "m2"));
        await Signal.UntilAsync(() => second.IsCompleted, () => time.Advance(TurnTimeout));
        (await second).Status.ShouldBe(HttpStatusCode.OK);
        turns.ShouldBe(1);
        goOn.Set();
        await Signal.UntilAsync(() => connector.Calls.Count == 2);
        connector.Calls.Select(call => call.Target).ShouldBe(["/v3/conversations/c1/activities/m1", "/v3/conversations/c1/activities/m2"]);
    }

    [Fact]
    public async Task A_server_that_stops_waits_for_its_turns()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync(SlowEcho);
        await OutlastAsync(bot, Samples.Message(connector.Url));
        var stopping = bot.StopAsync(TestContext.Current.CancellationToken);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        stopping.IsCompleted.ShouldBeFalse();
        goOn.Set();
        await stopping.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        connector.Calls.ShouldHaveSingleItem().Body.ShouldContain("At last");
    }

    [Fact]
    public async Task Turns_that_do_not_end_in_the_time_for_stopping_are_ended()
    {
        await using var connector = await Connector.StartAsync();
        var ended = new Signal();
        await using var bot = await StartAsync(new TestBot(async (_, cancellationToken) =>
        {
            started.Set();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                ended.Set();
            }
        }));
        await OutlastAsync(bot, Samples.Message(connector.Url));
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await bot.StopAsync(soon.Token).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await ended.WaitAsync();
        bot.Log.ShouldContain(line => line.StartsWith("Warning: The server stops, and 1 turns had to be ended."));
        bot.Log.ShouldAllBe(line => !line.StartsWith("Error"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_timeout_out_of_range_stops_the_start(int seconds) =>
        (await Should.ThrowAsync<OptionsValidationException>(
            () => BotServer.StartAsync(TestBot.Silent, configure: options => options.TurnTimeout = TimeSpan.FromSeconds(seconds))))
        .Message.ShouldContain("TurnTimeout");

    private TestBot SlowEcho => new(async (turn, cancellationToken) =>
    {
        Interlocked.Increment(ref turns);
        started.Set();
        await goOn.WaitAsync(cancellationToken);
        await turn.SendActivityAsync("At last", cancellationToken: cancellationToken);
    });

    private Task<BotServer> StartAsync(IBot bot) => BotServer.StartAsync(bot, time: time, configure: options => options.TurnTimeout = TurnTimeout);

    private async Task OutlastAsync(BotServer bot, string message)
    {
        var posted = bot.PostAsync(message);
        await started.WaitAsync();
        time.Advance(TurnTimeout);
        (await posted).ShouldBe(new Reply(HttpStatusCode.OK, null, ""));
    }
}
