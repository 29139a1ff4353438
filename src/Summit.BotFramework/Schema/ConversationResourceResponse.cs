namespace Summit.BotFramework.Schema;

/// <summary>What a channel says of a conversation that it started.</summary>
public sealed class ConversationResourceResponse
{
    /// <summary>The id of the conversation.</summary>
    public string? Id { get; set; }

    /// <summary>The id of its first activity; null where there is none.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Where to send to it; null for the address that was called.</summary>
    public string? ServiceUrl { get; set; }
}
