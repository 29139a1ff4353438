using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Http;

/// <summary>Whatever is posted, the answer is never a 5xx.</summary>
public sealed class FuzzTests(FuzzTests.Server server) : IClassFixture<FuzzTests.Server>
{
    private static readonly string[] Valid =
    [
        Samples.Message("http://localhost:1", deliveryMode: "expectReplies"),
        Samples.TeamsChannelMessage("http://127.0.0.1:1").Replace("\"type\"", "\"deliveryMode\":\"expectReplies\",\"type\"", StringComparison.Ordinal),
        Samples.ConversationUpdate("http://localhost:1", "user-1"),
        Samples.SubmitAction("http://localhost:1"),
        Samples.WebChatVote("http://localhost:1"),
    ];

    [Property(MaxTest = 300)]
    public Task Any_bytes(byte[] body) => NeverAServerErrorAsync(body);

    [Property(MaxTest = 300)]
    public Task Any_string(string? body) => NeverAServerErrorAsync(Encoding.UTF8.GetBytes(body ?? ""));

    [Property(MaxTest = 300)]
    public Property Any_json() => Prop.ForAll(
        JsonGen.Value(4).ToArbitrary(), json => NeverAServerErrorAsync(Encoding.UTF8.GetBytes(json)));

    [Property(MaxTest = 500)]
    public Property An_activity_with_any_value_in_any_field() => Prop.ForAll(
        Gen.Zip(
            Gen.Elements(
                "id", "timestamp", "serviceUrl", "channelId", "from", "recipient", "conversation", "text", "entities", "attachments",
                "suggestedActions", "membersAdded", "value", "channelData", "name", "action", "replyToId", "locale", "Type", "x", ""),
            Gen.OneOf(JsonGen.Value(3), Gen.Elements("\"\\ud800\"", "{\"\\udc00\":1}", "[null]", "{\"id\":null}", "{\"a\":1,\"a\":2}"))).ToArbitrary(),
        field => NeverAServerErrorAsync(Encoding.UTF8.GetBytes(
            $$"""{"type":"message","deliveryMode":"expectReplies","{{field.Item1}}":{{field.Item2}}}""")));

    [Property(MaxTest = 500)]
    public Property A_real_activity_with_fields_dropped_and_strange_ones_added() => Prop.ForAll(
        Gen.Zip(Gen.Zip(Gen.Elements(Valid), JsonGen.Object(3)), Gen.Choose(0, int.MaxValue)).ToArbitrary(),
        change =>
        {
            var ((json, strange), bits) = change;
            var activity = JsonNode.Parse(json)!.AsObject();
            var kept = activity.Where((field, i) => field.Key is "type" or "deliveryMode" or "serviceUrl" || ((bits >> i) & 1) == 0)
                .Concat(JsonNode.Parse(strange)!.AsObject())
                .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()));
            return NeverAServerErrorAsync(Encoding.UTF8.GetBytes(new JsonObject(kept).ToJsonString()));
        });

    [Property(MaxTest = 500)]
    public Property A_real_activity_with_bytes_changed() => Prop.ForAll(
        Gen.Zip(Gen.Elements(Valid), Gen.Zip(Gen.Choose(0, int.MaxValue), Gen.Choose(0, 255)).NonEmptyListOf()).ToArbitrary(),
        mutation =>
        {
            var body = Encoding.UTF8.GetBytes(mutation.Item1);
            foreach (var (position, value) in mutation.Item2)
                body[position % body.Length] = (byte)value;
            return NeverAServerErrorAsync(body);
        });

    [Property(MaxTest = 200)]
    public Property A_real_activity_cut_short() => Prop.ForAll(
        Gen.Zip(Gen.Elements(Valid), Gen.Choose(0, 1000)).ToArbitrary(),
        cut => NeverAServerErrorAsync(Encoding.UTF8.GetBytes(cut.Item1)[..(cut.Item2 % cut.Item1.Length)]));

    private async Task NeverAServerErrorAsync(byte[] body)
    {
        var reply = await server.Bot.PostAsync(body);
        if (reply.Status != HttpStatusCode.NotImplemented)
            ((int)reply.Status).ShouldBeLessThan(500, $"{reply.Body}\nfor {Encoding.UTF8.GetString(body)}");
    }

    /// <summary>A bot that sends back all that it was sent, so that writing is fuzzed too.</summary>
    public sealed class Server : IAsyncLifetime
    {
        internal BotServer Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await BotServer.StartAsync(new Parrot());

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    private sealed class Parrot : ActivityHandler
    {
        public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await base.OnTurnAsync(turnContext, cancellationToken);
            if (turnContext.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
                await turnContext.SendActivityAsync(turnContext.Activity, cancellationToken);
        }
    }
}
