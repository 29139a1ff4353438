namespace Summit.BotFramework.Schema;

/// <summary>What a conversation to start is to be.</summary>
public sealed class ConversationParameters
{
    /// <summary>True for more than one user.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Bot { get; set; }

    /// <summary>Whom to talk with.</summary>
    public IList<ChannelAccount>? Members { get; set; }

    /// <summary>The topic, where the channel shows one.</summary>
    public string? TopicName { get; set; }

    /// <summary>The first message; null for none.</summary>
    public Activity? Activity { get; set; }

    /// <summary>What only the channel understands: any serializable object.</summary>
    public object? ChannelData { get; set; }

    /// <summary>The Microsoft Entra tenant; Teams needs it.</summary>
    public string? TenantId { get; set; }
}
