using System.Text.Json;
using System.Text.Json.Nodes;
using Summit.BotFramework.Schema;
using Summit.BotFramework.Tests.Support;

namespace Summit.BotFramework.Tests.Schema;

public class MentionTests
{
    [Fact]
    public void The_bots_mention_in_a_teams_channel_is_removed()
    {
        var message = JsonSerializer.Deserialize<Activity>(Samples.TeamsChannelMessage("http://localhost"), ActivityJson.Options)!;
        message.RemoveRecipientMention().ShouldBe("Où se sont-ils rencontrés ?");
        message.Text.ShouldBe("Où se sont-ils rencontrés ?");
    }

    [Fact]
    public void A_mention_of_somebody_else_stays() =>
        Message("<at>Bot</at> who is <at>Alex</at>?", Mention("bot", "Bot"), Mention("user", "Alex"))
            .RemoveRecipientMention().ShouldBe("who is <at>Alex</at>?");

    [Fact]
    public void Every_mention_of_the_bot_is_removed_in_any_case_of_letters() =>
        Message("<at>BOT</at> hello <at>bot</at>", Mention("bot", "Bot")).RemoveRecipientMention().ShouldBe("hello");

    [Fact]
    public void A_mention_without_a_text_is_found_by_the_name() =>
        Message("<at>Bot</at> hello", Mention("bot", "Bot", withText: false)).RemoveRecipientMention().ShouldBe("hello");

    [Fact]
    public void A_name_that_is_a_pattern_is_taken_literally() =>
        Message("<at>B.t (x</at> hello <at>Bat (x</at>", Mention("bot", "B.t (x")).RemoveRecipientMention().ShouldBe("hello <at>Bat (x</at>");

    [Fact]
    public void A_text_without_mentions_stays_as_it_is() => Message(" hello ").RemoveRecipientMention().ShouldBe(" hello ");

    [Fact]
    public void A_card_submit_has_no_text_to_remove_anything_from() =>
        Message(null, Mention("bot", "Bot")).RemoveRecipientMention().ShouldBeNull();

    [Fact]
    public void A_malformed_mention_is_passed_over()
    {
        var malformed = new Entity("mention") { Properties = new JsonObject { ["mentioned"] = "bot", ["text"] = 5 } };
        var message = Message("<at>Bot</at> hello", malformed, Mention("bot", "Bot"));
        message.Entities!.Add(null!);
        message.RemoveRecipientMention().ShouldBe("hello");
    }

    private static Activity Message(string? text, params Entity[] entities) =>
        new(ActivityTypes.Message) { Text = text, Recipient = new ChannelAccount("bot"), Entities = [.. entities] };

    private static Entity Mention(string id, string name, bool withText = true)
    {
        var entity = new Entity();
        entity.SetAs(new Mention { Mentioned = new ChannelAccount(id, name), Text = withText ? $"<at>{name}</at>" : null });
        return entity;
    }
}
