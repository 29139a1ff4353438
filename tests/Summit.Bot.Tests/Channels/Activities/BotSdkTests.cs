using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Summit.Bot.Channels.Activities;

namespace Summit.Bot.Tests.Channels.Activities;

/// <summary>What both Bot Framework SDKs must do alike; run on either.</summary>
public sealed partial class BotSdkTests
{
    [Theory]
    [InlineData("""{"a":"2019-04-25T00:00:00Z","b":[1,null,true,{"c":"é \"x\""}],"d":{}}""")]
    [InlineData("{}")]
    public void Fields_come_back_as_they_were_given(string json)
    {
        var fields = JsonNode.Parse(json)!.AsObject();
        JsonNode.DeepEquals(BotSdk.Fields(BotSdk.Json(fields)), fields).ShouldBeTrue();
    }

    [Fact]
    public void An_activity_keeps_what_it_came_with()
    {
        var json = JsonNode.Parse("""{"type":"event","id":"1","name":"x","channelData":{"clientActivityID":"c","n":1},"entities":[{"type":"t","a":[1]}],"value":{"b":"2019-04-25T00:00:00Z"},"own":{"c":true}}""")!.AsObject();
        var written = JsonNode.Parse(BotSdk.Bytes(BotSdk.Activity(json)))!.AsObject();
        foreach (var (name, value) in json)
            JsonNode.DeepEquals(written[name], value).ShouldBeTrue(name);
    }

    [Fact]
    public void A_field_of_another_type_is_no_activity() =>
        Should.Throw<System.Text.Json.JsonException>(() => BotSdk.Activity(new JsonObject { ["type"] = "message", ["attachments"] = new JsonObject { ["a"] = 1 } }));

    [Fact]
    public void What_is_not_there_is_null()
    {
        BotSdk.Fields(null).ShouldBeNull();
        BotSdk.Received(null).ShouldBeNull();
        BotSdk.Received("text").ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"mentioned":{"id":"bot","name":"Bot"},"text":"<at>Bot</at>"}""", "Où ?")]
    [InlineData("""{"mentioned":{"id":"bot","name":"Bot"}}""", "Où ?")]
    [InlineData("""{"mentioned":{"id":"user","name":"Bot"},"text":"<at>Bot</at>"}""", "<at>Bot</at> Où ?")]
    [InlineData("""{"mentioned":{"id":null,"name":null}}""", "<at>Bot</at> Où ?")]
    [InlineData("""{"mentioned":"bot","text":[]}""", "<at>Bot</at> Où ?")]
    [InlineData("{}", "<at>Bot</at> Où ?")]
    public void The_mention_of_the_bot_is_taken_away_and_no_other_does_harm(string mention, string left) =>
        BotSdk.WithoutMention(Message("<at>Bot</at> Où ?", new ChannelAccount("bot"), mention)).ShouldBe(left);

    [Fact]
    public void A_message_without_text_or_recipient_does_no_harm()
    {
        const string Mention = """{"mentioned":{"id":"bot","name":"Bot"}}""";
        BotSdk.WithoutMention(Message(null, new ChannelAccount("bot"), Mention)).ShouldBeNull();
        BotSdk.WithoutMention(Message("Où ?", null, Mention)).ShouldBe("Où ?");
        BotSdk.WithoutMention(Message("Où ?", new ChannelAccount(), Mention)).ShouldBe("Où ?");
    }

    [Fact]
    public void Both_sides_offer_the_same_members() => Members("Own").ShouldBe(Members("Published"));

    private static Activity Message(string? text, ChannelAccount? recipient, string mention) => new(ActivityTypes.Message)
    {
        Text = text,
        Recipient = recipient,
        Entities = [new Entity("mention") { Properties = BotSdk.Json(JsonNode.Parse(mention)!.AsObject()) }],
    };

    private static List<string> Members(string side, [CallerFilePath] string path = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "..", "src", "Summit.Bot", "Channels", "Activities", "Sdk", side, "BotSdk.cs");
        return [.. Member().Matches(File.ReadAllText(file)).Select(member => member.Value.Replace("JObject", "JsonObject", StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"public static [^\n]*?\(.*?\)", RegexOptions.None, 10_000)]
    private static partial Regex Member();
}
