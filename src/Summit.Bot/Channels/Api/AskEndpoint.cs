using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Summit.Bot.Answering;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Conversations;
using Summit.Bot.Conversations.Store;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels.Api;

/// <summary><c>POST /api/ask</c>.</summary>
internal static partial class AskEndpoint
{
    /// <summary>The channel of the API's conversations.</summary>
    private const string Channel = "api";

    public static async Task<IResult> AskAsync(
        HttpContext context, BotCoreLoader loader, IConversationStore conversations, Dialogue dialogue, QuestionLimiter limiter, IOptions<SummitOptions> options)
    {
        var (request, refusal) = await AskRequest.ReadAsync(context);
        if (request is null)
            return refusal!;
        var known = await conversations.FindAsync(Channel, request.ConversationId);
        var conversation = known is null ? Conversation.NewId() : request.ConversationId!;
        using var lease = limiter.Acquire(limiter.IsLimited(context), conversation);
        if (!lease.IsAcquired)
            return Problems.TooManyRequests(context, QuestionLimiter.RetryAfter(lease));
        if (await loader.GetAsync(context.RequestAborted) is not { } core)
            return Problems.NotReady(context);

        var asking = new Asking(request.Question, Channel, conversation, known, QuestionLimiter.Network(context.Connection.RemoteIpAddress)) { Language = request.Language };
        var (answer, failure) = await AnswerAsync(core, dialogue, asking, context);
        if (answer is null)
            return failure!;
        return TypedResults.Json(
            AskResponse.Of(answer, new AnswerText(Markup.Markdown, core.ExampleQuestions), conversation, ArticleLinks.For(options.Value, context.Request)),
            AskJson.Readable.AskResponse);
    }

    private static async Task<(Answer? Answer, IResult? Failure)> AnswerAsync(BotCore core, Dialogue dialogue, Asking asking, HttpContext context)
    {
        try
        {
            return (await dialogue.AskAsync(core, asking, onProved: null, context.RequestAborted), null);
        }
        catch (TimeoutException)
        {
            return (null, Problems.TimedOut(context));
        }
        catch (StoreException error)
        {
            Log.StoreFailed(context.RequestServices.GetRequiredService<ILogger<BotCore>>(), error.Message);
            return (null, Problems.NoStore(context));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A question could not be answered. {Reason}")]
        public static partial void StoreFailed(ILogger logger, string reason);
    }
}
