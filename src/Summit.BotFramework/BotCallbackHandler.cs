namespace Summit.BotFramework;

/// <summary>Runs a turn.</summary>
/// <param name="turnContext">The turn.</param>
/// <param name="cancellationToken">Ends it.</param>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);
