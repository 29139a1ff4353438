using Summit.BotFramework.Schema;

namespace Summit.BotFramework;

/// <summary>Sends the replies of a turn to the connector of its channel.</summary>
internal sealed class ConnectorReplies(IConversations conversations) : IReplyTarget
{
    public Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        var conversation = activity.Conversation?.Id ?? "";
        return string.IsNullOrEmpty(activity.ReplyToId)
            ? conversations.SendToConversationAsync(conversation, activity, cancellationToken)
            : conversations.ReplyToActivityAsync(conversation, activity.ReplyToId, activity, cancellationToken);
    }

    public Task<ResourceResponse> UpdateAsync(Activity activity, CancellationToken cancellationToken) =>
        conversations.UpdateActivityAsync(activity.Conversation?.Id ?? "", activity.Id ?? "", activity, cancellationToken);

    public Task DeleteAsync(ConversationReference reference, CancellationToken cancellationToken) =>
        conversations.DeleteActivityAsync(reference.Conversation?.Id ?? "", reference.ActivityId ?? "", cancellationToken);
}
