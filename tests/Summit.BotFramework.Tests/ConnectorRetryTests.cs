using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests;

public sealed class ConnectorRetryTests
{
    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_message_is_sent_again_where_the_channel_asks_for_that(int status)
    {
        await using var connector = await StartAsync(status, status, 201);
        (await ErrorOfAsync(connector, Message)).ShouldBeNull();
        connector.Calls.Count.ShouldBe(3);
        connector.Calls.Select(call => call.Body).Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(408)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task Other_statuses_are_reported_at_once(int status)
    {
        await using var connector = await StartAsync(status);
        (await ErrorOfAsync(connector, Message)).ShouldBeOfType<ErrorResponseException>().StatusCode.ShouldBe((HttpStatusCode)status);
        connector.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_channel_that_stays_away_is_given_up_after_three_repetitions()
    {
        await using var connector = await StartAsync(503);
        (await ErrorOfAsync(connector, Message)).ShouldBeOfType<ErrorResponseException>().StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        connector.Calls.Count.ShouldBe(4);
    }

    [Fact]
    public async Task The_wait_that_the_channel_names_is_kept()
    {
        await using var connector = await StartAsync(context => context.Response.Headers.RetryAfter = "1", 429, 201);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        (await ErrorOfAsync(connector, Message)).ShouldBeNull();
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.95));
        connector.Calls.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("Fri, 31 Dec 2100 23:59:59 GMT")]
    public async Task A_wait_beyond_the_time_of_the_call_is_reported_instead(string wait)
    {
        await using var connector = await StartAsync(context => context.Response.Headers.RetryAfter = wait, 429);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        (await ErrorOfAsync(connector, Message)).ShouldBeOfType<ErrorResponseException>().StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        connector.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Repetitions_end_with_the_time_of_the_call()
    {
        await using var connector = await StartAsync(context => context.Response.Headers.RetryAfter = "1", 429);
        (await ErrorOfAsync(connector, Message, options => options.ConnectorTimeout = TimeSpan.FromSeconds(1.5)))
            .ShouldBeOfType<TimeoutException>().Message.ShouldEndWith("was not answered within 1.5 s.");
        connector.Calls.Count.ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task A_message_that_may_have_arrived_is_not_sent_twice()
    {
        await using var connector = await Connector.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        (await ErrorOfAsync(connector, Message)).ShouldBeAssignableTo<HttpRequestException>();
        connector.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_is_not_answered_in_time_is_not_sent_twice()
    {
        await using var connector = await Connector.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        (await ErrorOfAsync(connector, Message, options => options.ConnectorAttemptTimeout = TimeSpan.FromSeconds(0.2)))
            .ShouldBeOfType<TimeoutException>().Message.ShouldEndWith("was not answered within 0.2 s.");
        connector.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_update_and_a_deletion_may_be_repeated_whatever_became_of_the_first()
    {
        var calls = 0;
        await using var connector = await Connector.StartAsync(context =>
        {
            if (Interlocked.Increment(ref calls) % 2 == 1)
                context.Abort();
            return Task.CompletedTask;
        });
        (await ErrorOfAsync(connector, async turn =>
        {
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "a1" });
            await turn.DeleteActivityAsync("a1");
        })).ShouldBeNull();
        connector.Calls.Select(call => call.Method).ShouldBe(["PUT", "PUT", "DELETE", "DELETE"]);
    }

    [Fact]
    public async Task A_message_is_sent_again_where_no_connection_was_made()
    {
        var port = FreePort();
        var url = $"http://127.0.0.1:{port}";
        await using var bot = await BotServer.StartAsync(
            TestBot.Echo, configure: options => options.ConnectorRetryDelay = TimeSpan.FromSeconds(1));
        Exception? error = null;
        bot.Adapter.OnTurnError = (_, e) =>
        {
            error = e;
            return Task.CompletedTask;
        };
        var reply = bot.PostAsync(Samples.Message(url));
        await Task.Delay(200);
        await using var connector = await Connector.StartAsync(url: url);
        (await reply).Status.ShouldBe(HttpStatusCode.OK);
        error.ShouldBeNull();
        connector.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_connector_that_fails_all_the_time_is_left_alone_for_a_while()
    {
        await using var connector = await StartAsync(503);
        await using var bot = await BotServer.StartAsync(TestBot.Echo);
        var errors = new List<Exception>();
        bot.Adapter.OnTurnError = (_, e) =>
        {
            errors.Add(e);
            return Task.CompletedTask;
        };
        for (var i = 0; i < 10; i++)
            await bot.PostAsync(Samples.Message(connector.Url));
        connector.Calls.Count.ShouldBe(20);
        errors[^1].ShouldBeOfType<HttpRequestException>().Message.ShouldContain("the last calls failed");

        await using var other = await Connector.StartAsync();
        await bot.PostAsync(Samples.Message(other.Url));
        other.Calls.Count.ShouldBe(1);
    }

    private static Task Message(ITurnContext turn) => turn.SendActivityAsync("Hello");

    private static Task<Connector> StartAsync(params int[] statuses) => StartAsync(_ => { }, statuses);

    /// <summary>Answers with one status after the other; the last one stays.</summary>
    private static Task<Connector> StartAsync(Action<HttpContext> prepare, params int[] statuses)
    {
        var next = -1;
        return Connector.StartAsync(context =>
        {
            prepare(context);
            return Connector.Status(statuses[Math.Min(Interlocked.Increment(ref next), statuses.Length - 1)])(context);
        });
    }

    private static async Task<Exception?> ErrorOfAsync(
        Connector connector, Func<ITurnContext, Task> turn, Action<CloudAdapterOptions>? configure = null)
    {
        Exception? error = null;
        await using var bot = await BotServer.StartAsync(new TestBot(turn), configure: configure);
        bot.Adapter.OnTurnError = (_, e) =>
        {
            error = e;
            return Task.CompletedTask;
        };
        (await bot.PostAsync(Samples.Message(connector.Url))).Status.ShouldBe(HttpStatusCode.OK);
        return error;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
