using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests;

public sealed class ConnectorTests
{
    [Fact]
    public async Task A_reply_is_posted_to_the_connector_and_the_http_answer_is_an_empty_200()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(TestBot.Echo);

        var reply = await bot.PostAsync(Samples.Message(connector.Url, "Bonjour"));

        reply.Status.ShouldBe(HttpStatusCode.OK);
        reply.Body.ShouldBeEmpty();
        var call = connector.Calls.ShouldHaveSingleItem();
        call.Method.ShouldBe("POST");
        call.Target.ShouldBe("/v3/conversations/c1/activities/m1");
        call.ContentType.ShouldBe("application/json; charset=utf-8");
        var sent = JsonSerializer.Deserialize<Activity>(call.Body, ActivityJson.Options)!;
        sent.Text.ShouldBe("You said Bonjour");
        sent.From!.Id.ShouldBe("bot-1");
        sent.Recipient!.Id.ShouldBe("user-1");
        sent.Conversation!.Id.ShouldBe("c1");
        sent.ReplyToId.ShouldBe("m1");
        sent.ChannelId.ShouldBe(Channels.Emulator);
        sent.ServiceUrl.ShouldBe(connector.Url);
        sent.Id.ShouldBeNull();
    }

    [Fact]
    public async Task The_conversation_id_of_a_teams_channel_is_escaped()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(TestBot.Echo);
        await bot.PostAsync(Samples.TeamsChannelMessage(connector.Url));
        connector.Calls.ShouldHaveSingleItem().Target.ShouldBe(
            "/v3/conversations/19%3Aa0b1c2%40thread.tacv2%3Bmessageid%3D1612815361254/activities/1612815361254");
    }

    [Theory]
    [InlineData("a/../../b", "a%2F..%2F..%2Fb")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("été 1", "%C3%A9t%C3%A9%201")]
    public async Task No_conversation_id_leads_to_another_resource(string id, string escaped)
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(TestBot.Echo);
        await bot.PostAsync(Samples.Message(connector.Url, conversation: id));
        connector.Calls.ShouldHaveSingleItem().Target.ShouldBe($"/v3/conversations/{escaped}/activities/m1");
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    public async Task A_conversation_id_that_a_url_cannot_hold_is_not_called(string id)
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(TestBot.Echo);
        (await bot.PostAsync(Samples.Message(connector.Url, conversation: id))).Status.ShouldBe(HttpStatusCode.OK);
        connector.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/amer/")]
    [InlineData("/amer")]
    public async Task The_service_urls_own_path_is_kept(string path)
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(TestBot.Echo);
        await bot.PostAsync(Samples.Message(connector.Url + path));
        connector.Calls.ShouldHaveSingleItem().Target.ShouldBe("/amer/v3/conversations/c1/activities/m1");
    }

    [Fact]
    public async Task An_activity_without_an_id_is_answered_in_the_conversation()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(TestBot.Echo);
        var message = JsonNode.Parse(Samples.Message(connector.Url))!.AsObject();
        message.Remove("id");
        await bot.PostAsync(message.ToJsonString());
        connector.Calls.ShouldHaveSingleItem().Target.ShouldBe("/v3/conversations/c1/activities");
    }

    [Fact]
    public async Task The_bot_learns_the_id_that_the_channel_gave()
    {
        await using var connector = await Connector.StartAsync();
        Activity sent = MessageFactory.Text("Hello");
        ResourceResponse? response = null;
        await using var bot = await BotServer.StartAsync(new TestBot(async turn => response = await turn.SendActivityAsync(sent)));
        await bot.PostAsync(Samples.Message(connector.Url));
        response!.Id.ShouldBe("sent-1");
        sent.Id.ShouldBe("sent-1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("OK")]
    [InlineData("null")]
    public async Task A_202_without_an_id_is_a_success(string body)
    {
        await using var connector = await Connector.StartAsync(context =>
        {
            context.Response.StatusCode = 202;
            return context.Response.WriteAsync(body);
        });
        string? id = "none yet";
        var responded = false;
        await using var bot = await BotServer.StartAsync(new TestBot(async turn =>
        {
            id = (await turn.SendActivityAsync(new Activity(ActivityTypes.Typing))).Id;
            responded = turn.Responded;
        }));
        await bot.PostAsync(Samples.Message(connector.Url));
        id.ShouldBeNull();
        responded.ShouldBeTrue();
    }

    [Fact]
    public async Task Activities_are_sent_in_order_updated_and_deleted()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(new TestBot(async turn =>
        {
            await turn.SendActivitiesAsync([MessageFactory.Text("one"), MessageFactory.Text("two")]);
            var changed = MessageFactory.Text("three");
            changed.Id = "a;1";
            await turn.UpdateActivityAsync(changed);
            await turn.DeleteActivityAsync("a;2");
            await turn.DeleteActivityAsync(new ConversationReference { ActivityId = "a;3", Conversation = new ConversationAccount(id: "c2") });
        }));
        await bot.PostAsync(Samples.Message(connector.Url));
        connector.Calls.Select(call => $"{call.Method} {call.Target}").ShouldBe(
        [
            "POST /v3/conversations/c1/activities/m1",
            "POST /v3/conversations/c1/activities/m1",
            "PUT /v3/conversations/c1/activities/a%3B1",
            "DELETE /v3/conversations/c1/activities/a%3B2",
            "DELETE /v3/conversations/c2/activities/a%3B3",
        ]);
        connector.Calls[1].Body.ShouldContain("two");
        connector.Calls[2].Body.ShouldContain("three");
    }

    [Theory]
    [InlineData(Channels.Emulator, 1)]
    [InlineData(Channels.Msteams, 0)]
    public async Task A_trace_goes_to_the_emulator_only(string channel, int calls)
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(new TestBot(turn => turn.SendActivityAsync(new Activity(ActivityTypes.Trace))));
        var message = JsonNode.Parse(Samples.Message(connector.Url))!.AsObject();
        message["channelId"] = channel;
        await bot.PostAsync(message.ToJsonString());
        connector.Calls.Count.ShouldBe(calls);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var elsewhere = await Connector.StartAsync();
        var target = elsewhere.Url;
        await using var connector = await Connector.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = target;
            return Task.CompletedTask;
        });
        var error = await ErrorOfEchoAsync(connector.Url);
        error.ShouldBeOfType<ErrorResponseException>().StatusCode.ShouldBe((HttpStatusCode)status);
        elsewhere.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_names_method_host_and_status()
    {
        await using var connector = await Connector.StartAsync(Connector.Status(500));
        var error = (await ErrorOfEchoAsync(connector.Url)).ShouldBeOfType<ErrorResponseException>();
        error.Message.ShouldBe($"POST to {new Uri(connector.Url).Authority} was answered with 500 (InternalServerError).");
        error.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        error.Method.ShouldBe(HttpMethod.Post);
    }

    [Fact]
    public async Task A_connector_that_does_not_answer_is_given_up()
    {
        await using var connector = await Connector.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var error = await ErrorOfEchoAsync(connector.Url, options => options.ConnectorTimeout = TimeSpan.FromMilliseconds(200));
        error.ShouldBeOfType<TimeoutException>().Message.ShouldEndWith("was not answered within 0.2 s.");
    }

    [Fact]
    public async Task A_connector_that_stops_in_the_middle_of_its_answer_is_given_up()
    {
        await using var connector = await Connector.StartAsync(async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        (await ErrorOfEchoAsync(connector.Url, options => options.ConnectorTimeout = TimeSpan.FromMilliseconds(200)))
            .ShouldBeOfType<TimeoutException>();
    }

    [Fact]
    public async Task A_connector_that_is_not_there_is_an_error_of_the_turn() =>
        (await ErrorOfEchoAsync("http://127.0.0.1:1")).ShouldBeAssignableTo<HttpRequestException>();

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task A_timeout_out_of_range_stops_the_start(int seconds)
    {
        var error = await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => BotServer.StartAsync(TestBot.Silent, configure: options => options.ConnectorTimeout = TimeSpan.FromSeconds(seconds)));
        error.Message.ShouldContain("ConnectorTimeout");
    }

    /// <summary>What the error handler of a bot is given whose reply fails; the HTTP answer is 200 all the same.</summary>
    private static async Task<Exception?> ErrorOfEchoAsync(string serviceUrl, Action<CloudAdapterOptions>? configure = null)
    {
        Exception? error = null;
        await using var bot = await BotServer.StartAsync(TestBot.Echo, configure: configure);
        bot.Adapter.OnTurnError = (_, e) =>
        {
            error = e;
            return Task.CompletedTask;
        };
        (await bot.PostAsync(Samples.Message(serviceUrl))).Status.ShouldBe(HttpStatusCode.OK);
        return error;
    }
}
