namespace Summit.BotFramework.Schema;

/// <summary>Where a conversation is and who takes part: enough to send to it later.</summary>
public sealed class ConversationReference
{
    /// <summary>The activity that the reference was taken from; null where a reply to it is not possible.</summary>
    public string? ActivityId { get; set; }

    /// <summary>The user.</summary>
    public ChannelAccount? User { get; set; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Bot { get; set; }

    /// <summary>The conversation.</summary>
    public ConversationAccount? Conversation { get; set; }

    /// <summary>The channel; see <see cref="Channels"/>.</summary>
    public string? ChannelId { get; set; }

    /// <summary>The locale that the client declared, a BCP 47 tag. Says nothing sure of the language that its user writes.</summary>
    public string? Locale { get; set; }

    /// <summary>The base address of the channel's connector.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>Makes the activity that a turn without an incoming one has: an event named <c>ContinueConversation</c>, from the user to the bot.</summary>
    /// <remarks>It has no id, so what is sent in such a turn answers nothing.</remarks>
    public Activity GetContinuationActivity() => new(ActivityTypes.Event)
    {
        Name = "ContinueConversation",
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        Locale = Locale,
        From = User,
        Recipient = Bot,
    };
}
