using System.Text.Json.Nodes;
using Summit.BotFramework.Schema;

namespace Summit.BotFramework.Tests.Schema;

public class ActivityTests
{
    [Fact]
    public void A_reply_goes_back_to_the_sender()
    {
        var reply = Incoming().CreateReply("Oui", "fr");
        reply.Type.ShouldBe(ActivityTypes.Message);
        reply.Text.ShouldBe("Oui");
        reply.Locale.ShouldBe("fr");
        reply.From!.Id.ShouldBe("bot");
        reply.Recipient!.Id.ShouldBe("user");
        reply.ReplyToId.ShouldBe("m1");
        reply.Conversation!.Id.ShouldBe("c1");
        reply.ServiceUrl.ShouldBe("http://localhost:1/");
        reply.ChannelId.ShouldBe(Channels.Msteams);
    }

    [Fact]
    public void A_reply_to_an_activity_without_anything_is_still_made() => new Activity().CreateReply().Text.ShouldBe("");

    [Fact]
    public void A_reference_addresses_an_outgoing_activity_as_a_reply()
    {
        var sent = new Activity(ActivityTypes.Message) { Locale = "fr" }.ApplyConversationReference(Incoming().GetConversationReference());
        sent.From!.Id.ShouldBe("bot");
        sent.Recipient!.Id.ShouldBe("user");
        sent.ReplyToId.ShouldBe("m1");
        sent.Id.ShouldBeNull();
        sent.Locale.ShouldBe("fr");
    }

    [Fact]
    public void A_reference_addresses_an_incoming_activity_as_the_users_own()
    {
        var received = new Activity().ApplyConversationReference(Incoming().GetConversationReference(), isIncoming: true);
        received.From!.Id.ShouldBe("user");
        received.Id.ShouldBe("m1");
        received.ReplyToId.ShouldBeNull();
        received.Locale.ShouldBe("en-US");
    }

    [Theory]
    [InlineData(Channels.Directline, null)]
    [InlineData(Channels.Webchat, null)]
    [InlineData(Channels.Emulator, "m1")]
    public void A_conversation_update_is_replied_to_only_where_the_client_knows_its_id(string channel, string? replyTo)
    {
        var update = Incoming();
        update.Type = ActivityTypes.ConversationUpdate;
        update.ChannelId = channel;
        update.GetConversationReference().ActivityId.ShouldBe(replyTo);
        update.CreateReply().ReplyToId.ShouldBe(replyTo);
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("Message", true)]
    [InlineData("message/card", true)]
    [InlineData("messageReaction", false)]
    [InlineData(null, false)]
    public void A_message_is_known_by_its_type(string? type, bool isMessage) =>
        (new Activity(type).AsMessageActivity() is not null).ShouldBe(isMessage);

    [Fact]
    public void An_entity_takes_and_gives_a_typed_form()
    {
        var entity = new Entity();
        entity.SetAs(new Mention { Mentioned = new ChannelAccount("bot"), Text = "<at>Bot</at>" });
        entity.Type.ShouldBe("mention");
        entity.Properties["text"]!.GetValue<string>().ShouldBe("<at>Bot</at>");
        entity.GetAs<Mention>()!.Mentioned!.Id.ShouldBe("bot");
    }

    [Fact]
    public void A_suggested_action_sends_its_own_text()
    {
        var message = MessageFactory.SuggestedActions(["Où ?", "Quand ?"], "Demandez");
        message.Text.ShouldBe("Demandez");
        message.SuggestedActions!.Actions!.Select(action => (action.Type, action.Title, action.Value))
            .ShouldBe([(ActionTypes.ImBack, "Où ?", "Où ?"), (ActionTypes.ImBack, "Quand ?", "Quand ?")]);
    }

    [Fact]
    public void A_blank_text_is_left_out()
    {
        var message = MessageFactory.Text(" ", ssml: "");
        message.Text.ShouldBeNull();
        message.Speak.ShouldBeNull();
        message.InputHint.ShouldBe(InputHints.AcceptingInput);
    }

    [Fact]
    public void Properties_of_an_activity_can_be_added() =>
        new Activity { Properties = new JsonObject { ["a"] = 1 } }.Properties["a"]!.GetValue<int>().ShouldBe(1);

    private static Activity Incoming() => new(ActivityTypes.Message)
    {
        Id = "m1",
        ServiceUrl = "http://localhost:1/",
        ChannelId = Channels.Msteams,
        From = new ChannelAccount("user", "Alex"),
        Recipient = new ChannelAccount("bot", "Bot"),
        Conversation = new ConversationAccount(isGroup: true, id: "c1"),
        Locale = "en-US",
    };
}
