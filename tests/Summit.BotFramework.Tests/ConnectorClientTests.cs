using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests;

public sealed class ConnectorClientTests
{
    [Fact]
    public async Task Every_call_has_its_address()
    {
        await using var connector = await AnsweringAsync("{}");
        var path = $"{connector.Url}/amer/";
        await CallAsync(path, async conversations =>
        {
            await conversations.CreateConversationAsync(new ConversationParameters { TenantId = "t" });
            await conversations.SendToConversationAsync("c;1", new Activity(ActivityTypes.Message) { Text = "one" });
            await conversations.ReplyToActivityAsync("c;1", "a/1", new Activity(ActivityTypes.Message) { Text = "two" });
            await conversations.UpdateActivityAsync("c;1", "a/1", new Activity(ActivityTypes.Message) { Text = "three" });
            await conversations.DeleteActivityAsync("c;1", "a/1");
            await conversations.GetConversationMemberAsync("29:user", "c;1");
            await conversations.GetConversationPagedMembersAsync("c;1");
            await conversations.GetConversationPagedMembersAsync("c;1", 50, "next page&");
        });
        connector.Calls.Select(call => $"{call.Method} {call.Target}").ShouldBe(
        [
            "POST /amer/v3/conversations",
            "POST /amer/v3/conversations/c%3B1/activities",
            "POST /amer/v3/conversations/c%3B1/activities/a%2F1",
            "PUT /amer/v3/conversations/c%3B1/activities/a%2F1",
            "DELETE /amer/v3/conversations/c%3B1/activities/a%2F1",
            "GET /amer/v3/conversations/c%3B1/members/29%3Auser",
            "GET /amer/v3/conversations/c%3B1/pagedmembers",
            "GET /amer/v3/conversations/c%3B1/pagedmembers?pageSize=50&continuationToken=next%20page%26",
        ]);
    }

    [Fact]
    public async Task A_conversation_is_started_with_somebody()
    {
        await using var connector = await AnsweringAsync("""{"id":"c9","activityId":"a9","serviceUrl":"https://example.org/"}""");
        await CallAsync(connector.Url, async conversations =>
        {
            var created = await conversations.CreateConversationAsync(new ConversationParameters
            {
                Bot = new ChannelAccount("28:bot"),
                Members = [new ChannelAccount("29:user")],
                TenantId = "t",
                Activity = new Activity(ActivityTypes.Message) { Text = "Hello" },
            });
            created.Id.ShouldBe("c9");
            created.ActivityId.ShouldBe("a9");
            created.ServiceUrl.ShouldBe("https://example.org/");
        });
        var sent = JsonNode.Parse(connector.Calls[0].Body)!;
        sent["members"]![0]!["id"]!.GetValue<string>().ShouldBe("29:user");
        sent["tenantId"]!.GetValue<string>().ShouldBe("t");
        sent["activity"]!["text"]!.GetValue<string>().ShouldBe("Hello");
    }

    [Fact]
    public async Task Members_are_read_with_all_that_the_channel_says_of_them()
    {
        await using var connector = await AnsweringAsync("""[{"id":"29:user","name":"Alex","aadObjectId":"o","email":"alex@example.org"}]""");
        await CallAsync(connector.Url, async conversations =>
        {
            var member = (await conversations.GetConversationMembersAsync("c1")).ShouldHaveSingleItem();
            member.AadObjectId.ShouldBe("o");
            member.Properties["email"]!.GetValue<string>().ShouldBe("alex@example.org");
        });
    }

    [Fact]
    public async Task Pages_of_members_name_the_next()
    {
        await using var connector = await AnsweringAsync("""{"continuationToken":"next","members":[{"id":"29:user"}]}""");
        await CallAsync(connector.Url, async conversations =>
        {
            var page = await conversations.GetConversationPagedMembersAsync("c1");
            page.ContinuationToken.ShouldBe("next");
            page.Members!.ShouldHaveSingleItem().Id.ShouldBe("29:user");
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("[1]")]
    public async Task An_answer_that_is_none_is_an_error(string body)
    {
        await using var connector = await AnsweringAsync(body);
        await CallAsync(connector.Url, async conversations =>
            (await Should.ThrowAsync<HttpRequestException>(() => conversations.GetConversationMembersAsync("c1")))
                .Message.ShouldContain("something else than was asked for"));
    }

    [Fact]
    public async Task In_a_turn_whose_replies_are_the_response_the_connector_can_be_asked_all_the_same()
    {
        await using var connector = await AnsweringAsync("[]");
        await CallAsync(connector.Url, conversations => conversations.GetConversationMembersAsync("c1"), DeliveryModes.ExpectReplies);
        connector.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(1, 14_336, true)]
    [InlineData(1, 14_337, false)]
    [InlineData(2, 14_336, true)]
    [InlineData(2, 14_337, false)]
    public async Task An_activity_over_28_KB_in_UTF_16_is_not_sent(int bytesOfACharacter, int characters, bool isSent)
    {
        await using var connector = await Connector.StartAsync();
        await CallAsync(connector.Url, async conversations =>
        {
            var activity = new Activity { Text = "" };
            var rest = characters - System.Text.Json.JsonSerializer.Serialize(activity, ActivityJson.Options).Length;
            activity.Text = new string(bytesOfACharacter == 1 ? 'e' : 'é', rest);
            if (isSent)
            {
                await conversations.SendToConversationAsync("c1", activity);
                return;
            }

            foreach (var call in new Func<Task>[]
            {
                () => conversations.SendToConversationAsync("c1", activity),
                () => conversations.ReplyToActivityAsync("c1", "a1", activity),
                () => conversations.UpdateActivityAsync("c1", "a1", activity),
            })
            {
                var error = await Should.ThrowAsync<ErrorResponseException>(call);
                error.StatusCode.ShouldBe(System.Net.HttpStatusCode.RequestEntityTooLarge);
                error.Message.ShouldContain("28674 bytes in UTF-16, and at most 28672");
            }
        });
        connector.Calls.Count.ShouldBe(isSent ? 1 : 0);
    }

    [Fact]
    public async Task A_reply_that_is_too_large_reaches_the_error_handler_which_can_answer_shorter()
    {
        await using var connector = await Connector.StartAsync();
        await using var bot = await BotServer.StartAsync(new TestBot(turn => turn.SendActivityAsync(new string('x', 20_000))));
        bot.Adapter.OnTurnError = (turn, e) => turn.SendActivityAsync($"Sorry: {((ErrorResponseException)e).StatusCode}");
        await bot.PostAsync(Samples.Message(connector.Url));
        connector.Calls.ShouldHaveSingleItem().Body.ShouldContain("Sorry: RequestEntityTooLarge");
    }

    [Theory]
    [InlineData(1023)]
    [InlineData((256 * 1024) + 1)]
    public async Task A_size_out_of_range_stops_the_start(int size) =>
        (await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => BotServer.StartAsync(TestBot.Silent, configure: options => options.MaxActivitySize = size)))
            .Message.ShouldContain("MaxActivitySize");

    private static Task<Connector> AnsweringAsync(string body) => Connector.StartAsync(context => context.Response.WriteAsync(body));

    /// <summary>Calls the connector out of a turn, as a bot does.</summary>
    private static async Task CallAsync(string serviceUrl, Func<IConversations, Task> call, string? deliveryMode = null)
    {
        Exception? error = null;
        await using var bot = await BotServer.StartAsync(new TestBot(turn => call(turn.TurnState.Get<IConnectorClient>()!.Conversations)));
        bot.Adapter.OnTurnError = (_, e) =>
        {
            error = e;
            return Task.CompletedTask;
        };
        await bot.PostAsync(Samples.Message(serviceUrl, deliveryMode: deliveryMode));
        if (error is not null)
            throw error;
    }
}
