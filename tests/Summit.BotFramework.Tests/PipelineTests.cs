using System.Collections.Concurrent;
using System.Net;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests;

public sealed class PipelineTests
{
    /// <summary>As many messages of a conversation wait for their turn.</summary>
    private const int MostWaiting = 20;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Middleware_stands_around_the_bot_in_the_order_in_which_it_was_added()
    {
        var seen = new ConcurrentQueue<string>();
        await using var bot = await BotServer.StartAsync(new TestBot(_ =>
        {
            seen.Enqueue("bot");
            return Task.CompletedTask;
        }));
        bot.Adapter.Use(new Around(seen, "a")).Use(new Around(seen, "b"));
        (await bot.PostAsync(Message("c1"))).Status.ShouldBe(HttpStatusCode.OK);
        seen.ShouldBe(["a in", "b in", "bot", "b out", "a out"]);
    }

    [Fact]
    public async Task Middleware_may_end_the_turn_and_what_it_throws_is_an_error_of_the_turn()
    {
        var seen = new ConcurrentQueue<string>();
        await using var bot = await BotServer.StartAsync(new TestBot(_ =>
        {
            seen.Enqueue("bot");
            return Task.CompletedTask;
        }));
        bot.Adapter.OnTurnError = (_, error) =>
        {
            seen.Enqueue(error.Message);
            return Task.CompletedTask;
        };
        bot.Adapter.Use(new Ending());
        (await bot.PostAsync(Message("c1", "stop"))).Status.ShouldBe(HttpStatusCode.OK);
        (await bot.PostAsync(Message("c1", "throw"))).Status.ShouldBe(HttpStatusCode.OK);
        seen.ShouldBe(["thrown"]);
    }

    [Fact]
    public async Task A_turn_that_takes_its_time_shows_typing_and_none_after_the_answer()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(new TestBot(async turn =>
        {
            await UntilAsync(() => connector.Calls.Count(IsTyping) >= 2);
            await turn.SendActivityAsync("At last");
            await Task.Delay(100);
        }));
        bot.Adapter.Use(new ShowTypingMiddleware(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(20)));
        await bot.PostAsync(Message("c1", serviceUrl: connector.Url));
        connector.Calls.Count(IsTyping).ShouldBeGreaterThanOrEqualTo(2);
        IsTyping(connector.Calls[^1]).ShouldBeFalse();
        connector.Calls[^1].Body.ShouldContain("At last");
    }

    [Theory]
    [InlineData("""  "conversationType":"channel", """, "")]
    [InlineData("""  "isGroup":true, """, "")]
    [InlineData("", """ "deliveryMode":"expectReplies", """)]
    public async Task Typing_is_shown_to_one_user_only_and_not_where_replies_come_in_the_response(string conversation, string delivery)
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(new TestBot(_ => Task.Delay(200)));
        bot.Adapter.Use(new ShowTypingMiddleware(TimeSpan.Zero, TimeSpan.FromMilliseconds(20)));
        await bot.PostAsync($$"""{"type":"message","channelId":"test","text":"x",{{delivery}}"serviceUrl":"{{connector.Url}}","conversation":{{{conversation}}"id":"c1"} }""");
        connector.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conversation_has_one_turn_at_a_time_in_order_and_others_go_on()
    {
        var order = new ConcurrentQueue<string>();
        var running = 0;
        var release = new TaskCompletionSource();
        await using var bot = await BotServer.StartAsync(new TestBot(async turn =>
        {
            if (turn.Activity.Conversation?.Id == "c1")
            {
                Interlocked.Increment(ref running).ShouldBe(1);
                if (turn.Activity.Text == "0")
                    await release.Task.WaitAsync(Limit);
                order.Enqueue(turn.Activity.Text ?? "");
                Interlocked.Decrement(ref running);
            }
        }));
        var turns = new List<Task<Reply>>();
        for (var i = 0; i < 5; i++)
        {
            turns.Add(bot.PostAsync(Message("c1", $"{i}")));
            await Task.Delay(100);
        }

        (await bot.PostAsync(Message("c2"))).Status.ShouldBe(HttpStatusCode.OK);
        order.ShouldBeEmpty();
        release.SetResult();
        (await Task.WhenAll(turns)).ShouldAllBe(reply => reply.Status == HttpStatusCode.OK);
        order.ShouldBe(["0", "1", "2", "3", "4"]);
    }

    [Fact]
    public async Task Too_many_that_wait_are_refused_and_a_turn_that_throws_lets_the_next_one_in()
    {
        var release = new TaskCompletionSource();
        await using var bot = await BotServer.StartAsync(new TestBot(async _ =>
        {
            await release.Task.WaitAsync(Limit);
            throw new InvalidOperationException("thrown");
        }));
        var turns = Enumerable.Range(0, MostWaiting + 6).Select(_ => bot.PostAsync(Message("c1"))).ToList();
        // Those that are refused are answered while the others wait.
        await UntilAsync(() => turns.Count(turn => turn.IsCompleted) == 5);
        release.SetResult();
        var statuses = (await Task.WhenAll(turns)).Select(reply => reply.Status).ToList();
        statuses.Count(status => status == HttpStatusCode.TooManyRequests).ShouldBe(5);
        statuses.Count(status => status == HttpStatusCode.OK).ShouldBe(MostWaiting + 1);
    }

    [Fact]
    public async Task Who_hangs_up_while_waiting_leaves_the_place_to_the_next()
    {
        var seen = new ConcurrentQueue<string>();
        var release = new TaskCompletionSource();
        await using var bot = await BotServer.StartAsync(new TestBot(async turn =>
        {
            if (turn.Activity.Text == "first")
                await release.Task.WaitAsync(Limit);
            seen.Enqueue(turn.Activity.Text ?? "");
        }));
        var first = bot.PostAsync(Message("c1", "first"));
        await Task.Delay(100);
        using var ended = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        using var content = new StringContent(Message("c1", "second"), System.Text.Encoding.UTF8, "application/json");
        await Should.ThrowAsync<OperationCanceledException>(() => bot.Client.PostAsync("/api/messages", content, ended.Token));
        var third = bot.PostAsync(Message("c1", "third"));
        release.SetResult();
        await Task.WhenAll(first, third);
        seen.First().ShouldBe("first");
        seen.Last().ShouldBe("third");
    }

    private static bool IsTyping(Connector.Call call) => call.Body.Contains("\"type\":\"typing\"", StringComparison.Ordinal);

    private static string Message(string conversation, string text = "x", string? serviceUrl = null) => serviceUrl is null
        ? $$"""{"type":"message","channelId":"test","text":"{{text}}","deliveryMode":"expectReplies","conversation":{"id":"{{conversation}}"} }"""
        : $$"""{"type":"message","channelId":"test","text":"{{text}}","serviceUrl":"{{serviceUrl}}","conversation":{"id":"{{conversation}}"},"recipient":{"id":"bot"},"from":{"id":"user"} }""";

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!condition())
            await Task.Delay(5, limit.Token);
    }

    private sealed class Around(ConcurrentQueue<string> seen, string name) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            seen.Enqueue($"{name} in");
            await next(cancellationToken);
            seen.Enqueue($"{name} out");
        }
    }

    private sealed class Ending : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) => turnContext.Activity.Text switch
        {
            "stop" => Task.CompletedTask,
            "throw" => throw new InvalidOperationException("thrown"),
            _ => next(cancellationToken),
        };
    }
}
