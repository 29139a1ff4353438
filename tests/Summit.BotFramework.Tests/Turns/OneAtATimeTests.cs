using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Turns;

/// <summary>The clock stands still unless a test moves it.</summary>
public sealed class OneAtATimeTests
{
    private static readonly TimeSpan TurnTimeout = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider time = new();
    private readonly ConcurrentQueue<string> seen = new();
    private readonly ConcurrentDictionary<string, Signal> mayEnd = new();

    [Fact]
    public async Task Messages_of_a_conversation_are_answered_one_after_the_other_in_order_of_arrival()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync();
        var first = PostAsync(bot, connector, "1");
        await SeenAsync("1 starts");
        for (var i = 2; i <= 11; i++)
        {
            SignalOf($"{i}").Set();
            // One that waits too long is answered with 200, which tells that it has arrived.
            var waiting = PostAsync(bot, connector, $"{i}");
            await Signal.UntilAsync(() => waiting.IsCompleted, () => time.Advance(TurnTimeout));
            (await waiting).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await PostAsync(bot, connector, "12")).ShouldBeAProblem(HttpStatusCode.TooManyRequests, "at most 10");
        seen.ShouldBe(["1 starts"]);
        SignalOf("1").Set();
        await first;
        await SeenAsync("11 ends");
        seen.ShouldBe(Enumerable.Range(1, 11).SelectMany(i => (string[])[$"{i} starts", $"{i} ends"]));
        SignalOf("12").Set();
        await PostAsync(bot, connector, "12");
        seen.ShouldContain("12 ends");
    }

    [Fact]
    public async Task Other_conversations_channels_and_types_are_not_held_up()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync();
        var first = PostAsync(bot, connector, "1");
        await SeenAsync("1 starts");
        foreach (var other in new[]
        {
            Samples.Message(connector.Url, "2", conversation: "c2"),
            Samples.Message(connector.Url, "2").Replace("emulator", "webchat", StringComparison.Ordinal),
            Samples.Message(connector.Url, "2").Replace("\"type\":\"message\"", "\"type\":\"invoke\"", StringComparison.Ordinal),
            Samples.Message(connector.Url, "2").Replace("\"type\":\"message\"", "\"type\":\"event\"", StringComparison.Ordinal),
        })
        {
            SignalOf("2").Set();
            await bot.PostAsync(other);
        }

        seen.ShouldBe(["1 starts", "2 starts", "2 ends", "2 starts", "2 ends", "2 starts", "2 ends", "2 starts", "2 ends"]);
        SignalOf("1").Set();
        await first;
    }

    [Fact]
    public async Task Expected_replies_wait_for_their_turn_too()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync();
        var first = PostAsync(bot, connector, "1");
        await SeenAsync("1 starts");
        SignalOf("2").Set();
        var second = bot.PostAsync(Samples.Message(connector.Url, "2", DeliveryModes.ExpectReplies, id: "m-2"));
        await Task.Delay(50);
        SignalOf("1").Set();
        await first;
        (await second).Body.ShouldContain("Answer to 2");
        seen.ShouldBe(["1 starts", "1 ends", "2 starts", "2 ends"]);
    }

    [Fact]
    public async Task A_message_that_gives_up_waiting_leaves_the_queue_to_the_next()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await StartAsync();
        var first = PostAsync(bot, connector, "1");
        await SeenAsync("1 starts");
        using var hangUp = new CancellationTokenSource();
        using var content = new StringContent(Samples.Message(connector.Url, "2", id: "m-2"), Encoding.UTF8, "application/json");
        var second = bot.Client.PostAsync("/api/messages", content, hangUp.Token);
        await Signal.UntilAsync(() => bot.Log.Count(line => line.Contains("Request starting", StringComparison.Ordinal)) == 2);
        await hangUp.CancelAsync();
        await Should.ThrowAsync<TaskCanceledException>(() => second);
        await Signal.UntilAsync(() => bot.Log.Any(line => line.Contains("Request finished", StringComparison.Ordinal)));
        SignalOf("3").Set();
        var third = PostAsync(bot, connector, "3");
        SignalOf("1").Set();
        await Task.WhenAll(first, third);
        seen.ShouldNotContain("2 starts");
    }

    [Fact]
    public async Task A_turn_that_throws_lets_the_next_run()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(new TestBot(turn =>
        {
            seen.Enqueue(turn.Activity.Text!);
            throw new InvalidOperationException("Broken");
        }));
        await PostAsync(bot, connector, "1");
        await PostAsync(bot, connector, "2");
        seen.ShouldBe(["1", "2"]);
    }

    private static Task<Reply> PostAsync(BotServer bot, Connector connector, string text) =>
        bot.PostAsync(Samples.Message(connector.Url, text, id: $"m-{text}"));

    private Signal SignalOf(string text) => mayEnd.GetOrAdd(text, _ => new Signal());

    private Task SeenAsync(string what) => Signal.UntilAsync(() => seen.Contains(what));

    private Task<BotServer> StartAsync() => BotServer.StartAsync(
        new TestBot(async (turn, cancellationToken) =>
        {
            seen.Enqueue($"{turn.Activity.Text} starts");
            await SignalOf(turn.Activity.Text!).WaitAsync(cancellationToken);
            await turn.SendActivityAsync($"Answer to {turn.Activity.Text}", cancellationToken: cancellationToken);
            seen.Enqueue($"{turn.Activity.Text} ends");
        }),
        time: time,
        configure: options => options.TurnTimeout = TurnTimeout);
}
