using System.Text.Json;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests;

public class ActivityHandlerTests
{
    private const string ServiceUrl = "http://localhost:50000";

    [Theory]
    [InlineData("bot-1,user-1", "conversationUpdate added:bot-1,user-1")]
    [InlineData("user-1", "conversationUpdate added:user-1")]
    [InlineData("bot-1", "conversationUpdate")]
    [InlineData("", "conversationUpdate")]
    public async Task Members_are_announced_unless_the_bot_is_the_only_one(string added, string expected) =>
        (await HandledAsync(Samples.ConversationUpdate(ServiceUrl, added.Split(',', StringSplitOptions.RemoveEmptyEntries)))).ShouldBe(expected);

    [Fact]
    public async Task A_missing_member_is_no_member() =>
        (await HandledAsync("""{"type":"conversationUpdate","recipient":{"id":"bot-1"},"membersAdded":[null]}""")).ShouldBe("conversationUpdate");

    [Fact]
    public async Task Members_who_left_are_announced() =>
        (await HandledAsync("""{"type":"conversationUpdate","recipient":{"id":"bot-1"},"membersRemoved":[{"id":"user-1"}]}"""))
            .ShouldBe("conversationUpdate removed:user-1");

    [Theory]
    [InlineData("add", "installed")]
    [InlineData("add-upgrade", "installed")]
    [InlineData("remove", "uninstalled")]
    [InlineData("else", "")]
    public async Task An_installation_is_told_from_its_end(string action, string expected) =>
        (await HandledAsync(Samples.InstallationUpdate(ServiceUrl, action))).ShouldBe(expected);

    [Fact]
    public async Task A_message_reaches_its_method() => (await HandledAsync(Samples.Message(ServiceUrl, "Hello"))).ShouldBe("message:Hello");

    [Fact]
    public async Task A_card_submit_is_a_message_without_a_text() =>
        (await HandledAsync(Samples.CardSubmit(ServiceUrl))).ShouldBe("message: again");

    [Fact]
    public async Task A_vote_in_web_chat_is_an_event() =>
        (await HandledAsync(Samples.WebChatVote(ServiceUrl))).ShouldBe("event:webchat:activity-status/feedback answer-7");

    [Theory]
    [InlineData("typing", "typing")]
    [InlineData("messageReaction", "unrecognized:messageReaction")]
    [InlineData("no/such", "unrecognized:no/such")]
    public async Task Other_types_reach_their_method_or_the_last_one(string type, string expected) =>
        (await HandledAsync($$"""{"type":"{{type}}"}""")).ShouldBe(expected);

    [Fact]
    public async Task A_typed_context_is_the_turns_own()
    {
        var turn = new TurnContext(new Recorder(), new Activity(ActivityTypes.Message) { Text = "Hello" });
        turn.TurnState.Set("key", "value");
        ITurnContext<IMessageActivity>? seen = null;
        await new Greeter(context => seen = context).OnTurnAsync(turn, TestContext.Current.CancellationToken);
        seen.ShouldNotBeNull();
        seen.Activity.Text.ShouldBe("Hello");
        ((ITurnContext)seen).Activity.ShouldBeSameAs(turn.Activity);
        seen.TurnState.Get<string>("KEY").ShouldBe("value");
        seen.Responded.ShouldBeTrue();
    }

    private static async Task<string> HandledAsync(string json)
    {
        var handler = new Writer();
        var activity = JsonSerializer.Deserialize<Activity>(json, ActivityJson.Options)!;
        await handler.OnTurnAsync(new TurnContext(new Recorder(), activity), TestContext.Current.CancellationToken);
        return string.Join(' ', handler.Seen);
    }

    private sealed class Greeter(Action<ITurnContext<IMessageActivity>> seen) : ActivityHandler
    {
        protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
        {
            await turnContext.SendActivityAsync(MessageFactory.Text("Hello"), cancellationToken);
            seen(turnContext);
        }
    }

    private sealed class Writer : ActivityHandler
    {
        public List<string> Seen { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            See($"message:{turnContext.Activity.Text}" + (turnContext.Activity.Value is JsonElement value ? $" {value.GetProperty("choice")}" : ""));

        protected override Task OnConversationUpdateActivityAsync(
            ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        {
            Seen.Add("conversationUpdate");
            return base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
        }

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            See($"added:{string.Join(',', membersAdded.Select(member => member.Id))}");

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            See($"removed:{string.Join(',', membersRemoved.Select(member => member.Id))}");

        protected override Task OnInstallationUpdateAddAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => See("installed");

        protected override Task OnInstallationUpdateRemoveAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => See("uninstalled");

        protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
            See($"event:{turnContext.Activity.Name} {turnContext.Activity.Entities![0].Properties["object"]!["identifier"]}");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) =>
            See("typing");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            See($"unrecognized:{turnContext.Activity.Type}");

        private Task See(string what)
        {
            Seen.Add(what);
            return Task.CompletedTask;
        }
    }
}
