using Summit.BotFramework.Schema;

namespace Summit.BotFramework;

/// <summary>Between a bot and its channels: runs turns, and carries what the bot sends.</summary>
public abstract class BotAdapter
{
    /// <summary>The name in <see cref="ITurnContext.TurnState"/> of the activity that answers an invoke.</summary>
    public const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";

    private readonly List<IMiddleware> middleware = [];

    /// <summary>Called with whatever a turn throws, cancellation apart; may answer through the context. Null leaves it to the log.</summary>
    public Func<ITurnContext, Exception, Task>? OnTurnError { get; set; }

    /// <summary>Adds a middleware, inside of those added before. To be called before the first turn.</summary>
    /// <returns>This adapter.</returns>
    public BotAdapter Use(IMiddleware middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        this.middleware.Add(middleware);
        return this;
    }

    /// <summary>Sends addressed activities, in order.</summary>
    /// <returns>One response for each activity.</returns>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    /// <summary>Replaces the activity whose id the new one has.</summary>
    public abstract Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    /// <summary>Deletes the activity that the reference names.</summary>
    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>Runs a turn in a conversation without an incoming activity, as to send an answer that took long.</summary>
    /// <param name="botAppId">The bot's app id, for adapters that serve several bots.</param>
    /// <param name="reference">From an earlier activity: <see cref="Activity.GetConversationReference"/>.</param>
    /// <param name="callback">The turn.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="NotSupportedException">This adapter cannot.</exception>
    public virtual Task ContinueConversationAsync(
        string botAppId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} runs turns for incoming activities only.");

    /// <summary>Runs a turn through the middleware, in the order in which it was added, and then the bot.</summary>
    protected Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(callback);
        return RunFromAsync(0, cancellationToken);

        Task RunFromAsync(int index, CancellationToken token) => index == middleware.Count
            ? callback(turnContext, token)
            : middleware[index].OnTurnAsync(turnContext, next => RunFromAsync(index + 1, next), token);
    }
}
