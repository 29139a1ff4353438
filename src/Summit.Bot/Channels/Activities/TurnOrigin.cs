using Microsoft.AspNetCore.Http;
using Summit.Bot.Channels.Api;

namespace Summit.Bot.Channels.Activities;

/// <summary>What a turn needs of the request that brought its activity, which may be over before the turn is.</summary>
/// <param name="Links">Makes the links of citations.</param>
/// <param name="IsLimited">Whether its questions are counted.</param>
/// <param name="Address">The network that it came from; null where a channel stands between the user and this server.</param>
internal sealed record TurnOrigin(ArticleLinks Links, bool IsLimited, string? Address = null)
{
    /// <summary>Of a request; null when the activity came otherwise.</summary>
    public static TurnOrigin Of(HttpRequest? request, SummitOptions options, QuestionLimiter limiter) =>
        new(ArticleLinks.For(options, request), limiter.IsLimited(request?.HttpContext));
}
