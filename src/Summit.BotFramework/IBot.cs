namespace Summit.BotFramework;

/// <summary>What an adapter hands each incoming activity to.</summary>
public interface IBot
{
    /// <summary>Handles one activity; replies go through the context.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
