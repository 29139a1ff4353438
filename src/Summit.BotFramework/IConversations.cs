using Summit.BotFramework.Schema;

namespace Summit.BotFramework;

/// <summary>The conversations of a channel, their activities and members. Not every channel has every call.</summary>
/// <remarks>
/// Each call throws <see cref="ErrorResponseException"/> where the channel refuses, <see cref="TimeoutException"/> where it does not answer
/// in time, <see cref="HttpRequestException"/> where it is not reached or the bot has no access token for it, and
/// <see cref="InvalidOperationException"/> for ids that no URL can hold. Activities are at most
/// <see cref="CloudAdapterOptions.MaxActivitySize"/> large; a larger one fails as if the channel had answered 413.
/// </remarks>
public interface IConversations
{
    /// <summary>Starts a conversation, as for a message to somebody who has not written.</summary>
    Task<ConversationResourceResponse> CreateConversationAsync(ConversationParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Adds an activity to the end of a conversation.</summary>
    /// <returns>The id that the channel gave it, if any.</returns>
    Task<ResourceResponse> SendToConversationAsync(string conversationId, Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Answers an activity.</summary>
    /// <returns>The id that the channel gave the answer, if any.</returns>
    Task<ResourceResponse> ReplyToActivityAsync(
        string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Replaces an activity that the bot sent.</summary>
    Task<ResourceResponse> UpdateActivityAsync(
        string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Deletes an activity that the bot sent.</summary>
    Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken = default);

    /// <summary>Who takes part. In a large team of Teams, ask for pages instead.</summary>
    Task<IList<ChannelAccount>> GetConversationMembersAsync(string conversationId, CancellationToken cancellationToken = default);

    /// <summary>One who takes part; a channel answers 404 for others.</summary>
    Task<ChannelAccount> GetConversationMemberAsync(string userId, string conversationId, CancellationToken cancellationToken = default);

    /// <summary>Who takes part, a page at a time.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="pageSize">Members a page; null for the channel's own. Teams gives 50 to 500.</param>
    /// <param name="continuationToken">From the page before; null for the first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<PagedMembersResult> GetConversationPagedMembersAsync(
        string conversationId, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default);
}
