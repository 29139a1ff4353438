using Summit.BotFramework.Schema;

namespace Summit.BotFramework;

/// <summary>Where the replies of a turn go: to a connector, or into the HTTP response.</summary>
internal interface IReplyTarget
{
    Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancellationToken);

    Task<ResourceResponse> UpdateAsync(Activity activity, CancellationToken cancellationToken);

    Task DeleteAsync(ConversationReference reference, CancellationToken cancellationToken);
}
