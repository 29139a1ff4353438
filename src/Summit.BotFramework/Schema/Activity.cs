using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Summit.BotFramework.Schema;

/// <summary>The one message of the Bot Framework protocol, in either direction: a superset of what each type of activity uses.</summary>
/// <remarks>Everything in it comes from a client and may be missing; fields that are not named here are kept and written back.</remarks>
public sealed partial class Activity :
    IMessageActivity,
    IConversationUpdateActivity,
    IInstallationUpdateActivity,
    IEventActivity,
    IInvokeActivity,
    ITypingActivity
{
    private UnnamedFields unnamed;

    /// <summary>Creates an activity with nothing set.</summary>
    public Activity()
    {
    }

    /// <summary>Creates an activity of one of the <see cref="ActivityTypes"/>.</summary>
    public Activity(string? type) => Type = type;

    /// <summary>One of <see cref="ActivityTypes"/>, or a type that this library does not know.</summary>
    public string? Type { get; set; }

    /// <summary>Given by the channel, unique within the conversation.</summary>
    public string? Id { get; set; }

    /// <summary>When the channel took the activity, in UTC.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>When it was sent, with the sender's offset.</summary>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The sender's time zone, an IANA name such as <c>Europe/Paris</c>.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>The base address of the channel's connector, where replies go. Its path, if any, is part of it.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>The channel; see <see cref="Channels"/>.</summary>
    public string? ChannelId { get; set; }

    /// <summary>The sender.</summary>
    public ChannelAccount? From { get; set; }

    /// <summary>The conversation.</summary>
    public ConversationAccount? Conversation { get; set; }

    /// <summary>The receiver; on the way in, the bot.</summary>
    public ChannelAccount? Recipient { get; set; }

    /// <summary>How the text is marked up, one of <see cref="TextFormatTypes"/>; null means markdown.</summary>
    public string? TextFormat { get; set; }

    /// <summary><c>list</c> or <c>carousel</c>; null means list.</summary>
    public string? AttachmentLayout { get; set; }

    /// <summary>Who came, the bot itself included.</summary>
    public IList<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>Who left, the bot itself included.</summary>
    public IList<ChannelAccount>? MembersRemoved { get; set; }

    /// <summary>The client's locale, a BCP 47 tag. The Teams emulation says <c>en-US</c> whatever the question's language.</summary>
    public string? Locale { get; set; }

    /// <summary>What was said. Null in a card's submit, which has a <see cref="Value"/> instead.</summary>
    public string? Text { get; set; }

    /// <summary>What to say aloud, in SSML.</summary>
    public string? Speak { get; set; }

    /// <summary>One of <see cref="InputHints"/>.</summary>
    public string? InputHint { get; set; }

    /// <summary>A text for clients that cannot show the attachments, and for notifications.</summary>
    public string? Summary { get; set; }

    /// <summary>Buttons under the message.</summary>
    public SuggestedActions? SuggestedActions { get; set; }

    /// <summary>Cards and files.</summary>
    public IList<Attachment>? Attachments { get; set; }

    /// <summary>Mentions, citations and other metadata.</summary>
    public IList<Entity>? Entities { get; set; }

    /// <summary>What only the channel understands: a <see cref="System.Text.Json.JsonElement"/> when read, any serializable object when sent.</summary>
    public object? ChannelData { get; set; }

    /// <summary>In an installationUpdate <c>add</c> or <c>remove</c>.</summary>
    public string? Action { get; set; }

    /// <summary>The activity that this one answers.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>What a trace is about.</summary>
    public string? Label { get; set; }

    /// <summary>The kind of <see cref="Value"/>.</summary>
    public string? ValueType { get; set; }

    /// <summary>An invoke's or event's argument or a card's inputs: a <see cref="System.Text.Json.JsonElement"/> when read, any serializable object when sent.</summary>
    public object? Value { get; set; }

    /// <summary>The operation of an invoke or event, such as <c>adaptiveCard/action</c>.</summary>
    public string? Name { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>; null means normal.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Fields that this class does not name; written back as they were read.</summary>
    [JsonIgnore]
    public JsonObject Properties
    {
        get => unnamed.Properties;
        set => unnamed.Properties = value;
    }

    [JsonExtensionData]
    [JsonInclude]
    internal Dictionary<string, JsonElement>? UnnamedFields
    {
        get => unnamed.OnTheWire;
        set => unnamed.OnTheWire = value;
    }
}
