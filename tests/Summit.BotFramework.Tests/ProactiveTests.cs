using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests;

public sealed class ProactiveTests
{
    [Fact]
    public async Task A_conversation_is_continued_after_its_turn_with_the_bots_token()
    {
        ConversationReference? reference = null;
        await using var bot = await AuthenticatedBot.StartAsync(new TestBot(turn =>
        {
            reference = turn.Activity.GetConversationReference();
            return Task.CompletedTask;
        }));
        await bot.PostAsync(bot.ChannelToken());
        bot.Connector.Calls.ShouldBeEmpty();

        await bot.Server.Adapter.ContinueConversationAsync(
            Tokens.AppId, reference!, (turn, token) => turn.SendActivityAsync("At last", cancellationToken: token), TestContext.Current.CancellationToken);
        var call = bot.Connector.Calls.ShouldHaveSingleItem();
        call.Target.ShouldBe("/v3/conversations/c1/activities");
        call.Authorization.ShouldBe("Bearer token-1");
        call.Body.ShouldContain("At last");
        call.Body.ShouldContain("\"recipient\":{\"id\":\"user-1\"");
    }

    [Fact]
    public async Task To_a_host_that_is_not_allowed_nothing_is_sent()
    {
        await using var elsewhere = await Connector.StartAsync();
        await using var bot = await AuthenticatedBot.StartAsync(settings: ("MicrosoftAppServiceHosts:0", "relay.example.org"));
        Exception? error = null;
        bot.Server.Adapter.OnTurnError = (_, e) =>
        {
            error = e;
            return Task.CompletedTask;
        };
        var reference = new ConversationReference { ServiceUrl = elsewhere.Url, Conversation = new ConversationAccount(id: "c1") };
        await bot.Server.Adapter.ContinueConversationAsync(
            Tokens.AppId, reference, (turn, token) => turn.SendActivityAsync("Hello", cancellationToken: token), TestContext.Current.CancellationToken);
        error.ShouldBeOfType<InvalidOperationException>().Message.ShouldContain("MicrosoftAppServiceHosts");
        elsewhere.Calls.ShouldBeEmpty();
        bot.Login.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("here")]
    public async Task A_reference_without_an_address_is_an_error_of_the_caller(string? serviceUrl)
    {
        await using var bot = await BotServer.StartAsync(TestBot.Silent);
        await Should.ThrowAsync<ArgumentException>(() => bot.Adapter.ContinueConversationAsync(
            "", new ConversationReference { ServiceUrl = serviceUrl }, (_, _) => Task.CompletedTask, TestContext.Current.CancellationToken));
    }
}
