using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests;

/// <summary>The clock of the middleware stands still unless a test moves it.</summary>
public sealed class ShowTypingTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(500), Period = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider time = new();
    private readonly Signal started = new(), goOn = new();

    [Fact]
    public async Task A_slow_turn_shows_typing_again_and_again_and_none_after_its_reply()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync(SlowEcho);
        var posted = bot.PostAsync(Samples.Message(connector.Url));
        await started.WaitAsync();
        time.Advance(Delay - TimeSpan.FromMilliseconds(1));
        connector.Calls.ShouldBeEmpty();
        time.Advance(TimeSpan.FromMilliseconds(1));
        await Signal.UntilAsync(() => connector.Calls.Count == 1);
        await Signal.UntilAsync(() => connector.Calls.Count >= 3, () => time.Advance(Period));
        goOn.Set();
        await posted;

        var types = TypesIn(connector);
        types[..^1].ShouldAllBe(type => type == ActivityTypes.Typing);
        types[^1].ShouldBe(ActivityTypes.Message);
        connector.Calls[0].Target.ShouldBe("/v3/conversations/c1/activities/m1");
        await ShouldSendNoMoreAsync(connector);
    }

    [Fact]
    public async Task A_fast_turn_shows_none()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync(TestBot.Echo);
        await bot.PostAsync(Samples.Message(connector.Url));
        TypesIn(connector).ShouldBe([ActivityTypes.Message]);
        await ShouldSendNoMoreAsync(connector);
    }

    [Fact]
    public async Task None_is_shown_between_a_reply_and_the_end_of_its_turn()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync(new TestBot(async turn =>
        {
            await turn.SendActivityAsync("At once");
            started.Set();
            await goOn.WaitAsync();
        }));
        var posted = bot.PostAsync(Samples.Message(connector.Url));
        await started.WaitAsync();
        await ShouldSendNoMoreAsync(connector);
        goOn.Set();
        await posted;
        TypesIn(connector).ShouldBe([ActivityTypes.Message]);
    }

    [Fact]
    public async Task A_reply_waits_for_the_typing_that_is_under_way()
    {
        Signal typing = new(), taken = new();
        var answered = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var calls = 0;
        await using var connector = await Connector.StartAsync(async context =>
        {
            var isFirst = Interlocked.Increment(ref calls) == 1;
            if (isFirst)
            {
                typing.Set();
                await taken.WaitAsync();
            }

            answered.Enqueue(isFirst ? "typing" : "reply");
            context.Response.StatusCode = 202;
        });
        var sending = new Signal();
        await using var bot = await StartAsync(new TestBot(async turn =>
        {
            started.Set();
            await goOn.WaitAsync();
            var sent = turn.SendActivityAsync("Done");
            sending.Set();
            await sent;
        }));
        var posted = bot.PostAsync(Samples.Message(connector.Url));
        await started.WaitAsync();
        time.Advance(Delay);
        await typing.WaitAsync();
        goOn.Set();
        await sending.WaitAsync();
        connector.Calls.Count.ShouldBe(1);
        taken.Set();
        await posted;
        answered.ShouldBe(["typing", "reply"]);
    }

    [Fact]
    public async Task Typing_that_is_not_delivered_is_told_at_Debug_only()
    {
        var calls = 0;
        await using var connector = await Connector.StartAsync(context =>
            Connector.Status(Interlocked.Increment(ref calls) == 1 ? 403 : 201)(context));
        await using var bot = await StartAsync(SlowEcho);
        var posted = bot.PostAsync(Samples.Message(connector.Url));
        await started.WaitAsync();
        time.Advance(Delay);
        await Signal.UntilAsync(() => bot.Log.Any(line => line.StartsWith("Debug: A typing activity was not delivered.", StringComparison.Ordinal)));
        goOn.Set();
        await posted;
        TypesIn(connector).ShouldBe([ActivityTypes.Typing, ActivityTypes.Message]);
        bot.Log.ShouldAllBe(line => !line.StartsWith("Error") && !line.StartsWith("Warning"));
    }

    [Theory]
    [InlineData("conversationType", "channel")]
    [InlineData("conversationType", "groupChat")]
    [InlineData("isGroup", true)]
    [InlineData("deliveryMode", "expectReplies")]
    [InlineData("type", "event")]
    public async Task Where_it_is_not_shown_none_is_sent(string field, object value)
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync(SlowEcho);
        var activity = JsonNode.Parse(Samples.Message(connector.Url))!;
        (field is "type" or "deliveryMode" ? activity : activity["conversation"]!)[field] = JsonValue.Create(value);
        var posted = bot.PostAsync(activity.ToJsonString());
        await started.WaitAsync();
        await ShouldSendNoMoreAsync(connector);
        goOn.Set();
        (await posted).Body.ShouldNotContain(ActivityTypes.Typing);
        TypesIn(connector).ShouldNotContain(ActivityTypes.Typing);
    }

    [Fact]
    public async Task It_is_shown_in_a_personal_chat_and_does_not_count_as_an_answer()
    {
        await using var connector = await Connector.StartAsync();
        bool? responded = null;
        await using var bot = await StartAsync(new TestBot(async turn =>
        {
            started.Set();
            await goOn.WaitAsync();
            responded = turn.Responded;
        }));
        var activity = JsonNode.Parse(Samples.Message(connector.Url))!;
        activity["conversation"]!["conversationType"] = "personal";
        var posted = bot.PostAsync(activity.ToJsonString());
        await started.WaitAsync();
        time.Advance(Delay);
        await Signal.UntilAsync(() => connector.Calls.Count == 1);
        goOn.Set();
        await posted;
        responded.ShouldBe(false);
        await ShouldSendNoMoreAsync(connector);
    }

    [Theory]
    [InlineData(-1, 2000)]
    [InlineData(60_001, 2000)]
    [InlineData(500, 9)]
    [InlineData(500, 60_001)]
    public void Times_outside_of_their_ranges_are_refused(int delay, int period) => Should.Throw<ArgumentOutOfRangeException>(
        () => new ShowTypingMiddleware(TimeSpan.FromMilliseconds(delay), TimeSpan.FromMilliseconds(period)));

    private TestBot SlowEcho => new(async turn =>
    {
        started.Set();
        await goOn.WaitAsync();
        await turn.SendActivityAsync("Done");
    });

    private static List<string> TypesIn(Connector connector) =>
        [.. connector.Calls.Select(call => JsonNode.Parse(call.Body)!["type"]!.GetValue<string>())];

    /// <summary>Nothing is left that waits for the clock.</summary>
    private async Task ShouldSendNoMoreAsync(Connector connector)
    {
        var calls = connector.Calls.Count;
        for (var i = 0; i < 5; i++)
        {
            time.Advance(Period);
            await Task.Delay(5);
        }

        connector.Calls.Count.ShouldBe(calls);
    }

    private async Task<BotServer> StartAsync(IBot bot)
    {
        var server = await BotServer.StartAsync(bot);
        server.Adapter.Use(new ShowTypingMiddleware(Delay, Period, server.Logger<ShowTypingMiddleware>(), time));
        return server;
    }
}
