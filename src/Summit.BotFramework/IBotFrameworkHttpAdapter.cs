using Microsoft.AspNetCore.Http;

namespace Summit.BotFramework;

/// <summary>Serves the endpoint that channels post activities to.</summary>
public interface IBotFrameworkHttpAdapter
{
    /// <summary>Reads an activity from the request, runs the bot's turn, and writes the response. Never throws for what a client sent.</summary>
    /// <param name="httpRequest">The request; anything but a POST is answered with 405.</param>
    /// <param name="httpResponse">Its response.</param>
    /// <param name="bot">Handles the activity.</param>
    /// <param name="cancellationToken">
    /// Ends the turn. A channel hangs up after some 15 s without harm where replies go to its connector:
    /// pass the request's own token only if the turn should end with the connection.
    /// </param>
    Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default);
}
