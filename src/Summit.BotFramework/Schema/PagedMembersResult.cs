namespace Summit.BotFramework.Schema;

/// <summary>A page of those who take part in a conversation.</summary>
public sealed class PagedMembersResult
{
    /// <summary>Asks for the next page; null after the last.</summary>
    public string? ContinuationToken { get; set; }

    /// <summary>The members on this page.</summary>
    public IList<ChannelAccount>? Members { get; set; }
}
