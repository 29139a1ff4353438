using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Summit.Bot.Answering;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Conversations;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels.Api;

/// <summary><c>POST /api/ask</c>.</summary>
internal static partial class AskEndpoint
{
    /// <summary>The channel of the API's conversations.</summary>
    private const string Channel = "api";

    public static async Task<IResult> AskAsync(
        HttpContext context, BotCoreLoader loader, ConversationRegistry conversations, QuestionLimiter limiter, IOptions<SummitOptions> options)
    {
        var (request, refusal) = await AskRequest.ReadAsync(context);
        if (request is null)
            return refusal!;
        var isKnown = conversations.TryFind(Channel, request.ConversationId, out var lastLanguage);
        var conversation = isKnown ? request.ConversationId! : ConversationRegistry.NewId();
        using var lease = limiter.Acquire(limiter.IsLimited(context), conversation);
        if (!lease.IsAcquired)
            return Problems.TooManyRequests(context, QuestionLimiter.RetryAfter(lease));
        if (await loader.GetAsync(context.RequestAborted) is not { } core)
            return Problems.NotReady(context);

        var question = core.Reader.Read(request.Question, request.Language, isKnown ? lastLanguage : TextLanguage.French, conversation);
        question = core.FollowUps.Complete(question, conversations.LastQuestion(Channel, conversation));
        var (answer, failure) = await AnswerAsync(core, question, context);
        if (answer is null)
            return failure!;
        conversations.Remember(Channel, conversation, answer.Language);
        if (question.Kind == QuestionKind.Articles)
            conversations.Remember(Channel, conversation, question);
        return TypedResults.Json(
            AskResponse.Of(answer, new AnswerText(Markup.Markdown, core.ExampleQuestions), conversation, ArticleLinks.For(options.Value, context.Request)),
            AskJson.Readable.AskResponse);
    }

    private static async Task<(Answer? Answer, IResult? Failure)> AnswerAsync(BotCore core, Question question, HttpContext context)
    {
        try
        {
            return (await core.AnswerAsync(question, onProved: null, context.RequestAborted), null);
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
