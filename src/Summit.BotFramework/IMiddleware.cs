using System.Diagnostics.CodeAnalysis;

namespace Summit.BotFramework;

/// <summary>Stands around the bot in every turn: those of incoming activities and those of <see cref="BotAdapter.ContinueConversationAsync"/>.</summary>
public interface IMiddleware
{
    /// <summary>Runs its part of the turn. What it throws is an error of the turn, as if the bot had thrown it.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="next">Goes on to the next middleware, or to the bot after the last; not called, the turn ends here.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    [SuppressMessage("Naming", "CA1716", Justification = "The name that bots written for the Bot Framework know.")]
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
