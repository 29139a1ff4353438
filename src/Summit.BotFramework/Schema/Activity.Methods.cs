namespace Summit.BotFramework.Schema;

public sealed partial class Activity
{
    /// <summary>Creates an empty message.</summary>
    public static IMessageActivity CreateMessageActivity() => new Activity(ActivityTypes.Message) { Attachments = [], Entities = [] };

    /// <summary>Creates a typing activity.</summary>
    public static ITypingActivity CreateTypingActivity() => new Activity(ActivityTypes.Typing);

    /// <summary>Creates a message back to the sender of this one.</summary>
    /// <param name="text">The text; null makes an empty one.</param>
    /// <param name="locale">The reply's locale; null takes this activity's.</param>
    public Activity CreateReply(string? text = null, string? locale = null) => new(ActivityTypes.Message)
    {
        Timestamp = DateTimeOffset.UtcNow,
        From = new ChannelAccount(Recipient?.Id, Recipient?.Name),
        Recipient = new ChannelAccount(From?.Id, From?.Name),
        ReplyToId = AnswerableId,
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        Conversation = new ConversationAccount(Conversation?.IsGroup, id: Conversation?.Id, name: Conversation?.Name),
        Text = text ?? "",
        Locale = locale ?? Locale,
        Attachments = [],
        Entities = [],
    };

    /// <summary>Takes from an activity that a user sent what is needed to send to its conversation.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = AnswerableId,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>Addresses this activity, overwriting sender, receiver, conversation, channel and service URL.</summary>
    /// <param name="reference">Taken from the activity to answer.</param>
    /// <param name="isIncoming">True for an activity from the user to the bot; otherwise from the bot to the user, as a reply.</param>
    /// <returns>This activity.</returns>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        From = isIncoming ? reference.User : reference.Bot;
        Recipient = isIncoming ? reference.Bot : reference.User;
        if (isIncoming)
            Id = reference.ActivityId ?? Id;
        else
            ReplyToId = reference.ActivityId ?? ReplyToId;
        return this;
    }

    /// <summary>The mentions among the entities; those that cannot be read are left out.</summary>
    public Mention[] GetMentions() =>
        [.. (Entities ?? []).Where(IsMention).Select(ActivityExtensions.ReadMention).OfType<Mention>()];

    /// <summary>This activity if it is a message, otherwise null.</summary>
    public IMessageActivity? AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    /// <summary>This activity if it is a conversation update, otherwise null.</summary>
    public IConversationUpdateActivity? AsConversationUpdateActivity() => IsActivity(ActivityTypes.ConversationUpdate) ? this : null;

    /// <summary>This activity if it is an installation update, otherwise null.</summary>
    public IInstallationUpdateActivity? AsInstallationUpdateActivity() => IsActivity(ActivityTypes.InstallationUpdate) ? this : null;

    /// <summary>This activity if it is an event, otherwise null.</summary>
    public IEventActivity? AsEventActivity() => IsActivity(ActivityTypes.Event) ? this : null;

    /// <summary>This activity if it is an invoke, otherwise null.</summary>
    public IInvokeActivity? AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;

    /// <summary>This activity if it is typing, otherwise null.</summary>
    public ITypingActivity? AsTypingActivity() => IsActivity(ActivityTypes.Typing) ? this : null;

    /// <summary>Direct Line gives a conversationUpdate an id that it never shows: a reply to it would be held back as an orphan.</summary>
    private string? AnswerableId =>
        IsActivity(ActivityTypes.ConversationUpdate) && (IsOn(Channels.Directline) || IsOn(Channels.Webchat)) ? null : Id;

    private bool IsOn(string channel) => string.Equals(ChannelId, channel, StringComparison.OrdinalIgnoreCase);

    /// <summary>A type may have a subtype after a slash, as in <c>message/card</c>.</summary>
    private bool IsActivity(string type) =>
        Type is not null
        && Type.StartsWith(type, StringComparison.OrdinalIgnoreCase)
        && (Type.Length == type.Length || Type[type.Length] == '/');

    private static bool IsMention(Entity? entity) => string.Equals(entity?.Type, "mention", StringComparison.OrdinalIgnoreCase);
}
