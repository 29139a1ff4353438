using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Schema;

public class ActivityJsonTests
{
    private const string ServiceUrl = "http://localhost:50000";

    public static TheoryData<string> Seen => new(
        Samples.Message(ServiceUrl),
        Samples.TeamsChannelMessage(ServiceUrl),
        Samples.ConversationUpdate(ServiceUrl, "bot-1", "user-1"),
        Samples.InstallationUpdate(ServiceUrl, "add"),
        Samples.CardSubmit(ServiceUrl),
        Samples.SubmitAction(ServiceUrl),
        Samples.WebChatVote(ServiceUrl));

    [Property]
    public Property Fields_that_the_schema_does_not_name_come_back_as_they_were() => Prop.ForAll(
        JsonGen.Object(3).ToArbitrary(),
        unknown =>
        {
            var json = $$"""
                {"type":"message",
                 "from":{"id":"u"},
                 "conversation":{"id":"c"},
                 "entities":[{"type":"e"}],
                 "attachments":[{"contentType":"text/plain"}],
                 "suggestedActions":{"actions":[{"type":"imBack"}]},
                 "value":{{unknown}},
                 "channelData":{{unknown}}}
                """;
            var original = JsonNode.Parse(json)!.AsObject();
            foreach (var parent in new[]
            {
                original, original["from"]!, original["conversation"]!, original["entities"]![0]!, original["attachments"]![0]!,
                original["suggestedActions"]!["actions"]![0]!,
            })
            {
                foreach (var (name, value) in JsonNode.Parse(unknown)!.AsObject())
                    parent[name] = value?.DeepClone();
            }

            JsonNode.DeepEquals(RoundTrip(original.ToJsonString()), original).ShouldBeTrue();
        });

    [Theory]
    [MemberData(nameof(Seen))]
    public void What_clients_send_comes_back_complete(string json)
    {
        var original = JsonNode.Parse(json)!.AsObject();
        var back = RoundTrip(json).AsObject();
        back.Select(field => field.Key).ShouldBe(original.Where(field => field.Value is not null).Select(field => field.Key), ignoreOrder: true);
        foreach (var (name, value) in back.Where(field => !field.Key.EndsWith("imestamp", StringComparison.Ordinal)))
            JsonNode.DeepEquals(value, original[name]).ShouldBeTrue(name);
    }

    [Fact]
    public void An_entity_without_a_type_keeps_its_fields()
    {
        var entity = Read(Samples.WebChatVote(ServiceUrl)).Entities.ShouldHaveSingleItem();
        entity.Type.ShouldBeNull();
        entity.Properties["object"]!["identifier"]!.GetValue<string>().ShouldBe("answer-7");
    }

    [Fact]
    public void A_value_is_read_as_a_json_element()
    {
        var value = Read(Samples.CardSubmit(ServiceUrl)).Value.ShouldBeOfType<JsonElement>();
        value.GetProperty("choice").GetString().ShouldBe("again");
    }

    [Fact]
    public void A_local_timestamp_keeps_its_offset() =>
        Read(Samples.Message(ServiceUrl)).LocalTimestamp!.Value.Offset.ShouldBe(TimeSpan.FromHours(1));

    [Fact]
    public void An_object_of_the_bots_own_is_written_in_camel_case()
    {
        var activity = new Activity(ActivityTypes.Message) { ChannelData = new { FeedbackLoop = new { type = "default" } } };
        Write(activity).ShouldBe("""{"type":"message","channelData":{"feedbackLoop":{"type":"default"}}}""");
    }

    [Fact]
    public void Json_of_every_kind_can_be_a_value()
    {
        object[] values = ["text", 1, true, new JsonObject { ["a"] = 1 }, JsonSerializer.SerializeToElement(1.5), new Dictionary<string, object> { ["b"] = 2 }];
        Write(new Activity { Value = values }).ShouldBe("""{"value":["text",1,true,{"a":1},1.5,{"b":2}]}""");
    }

    [Fact]
    public void Letters_with_accents_are_not_escaped() =>
        Write(new Activity { Text = "L’été à Vladivostok" }).ShouldBe("""{"text":"L’été à Vladivostok"}""");

    private static JsonNode RoundTrip(string json) => JsonNode.Parse(Write(Read(json)))!;

    private static Activity Read(string json) => JsonSerializer.Deserialize<Activity>(json, ActivityJson.Options)!;

    private static string Write(Activity activity) => JsonSerializer.Serialize(activity, ActivityJson.Options);
}
