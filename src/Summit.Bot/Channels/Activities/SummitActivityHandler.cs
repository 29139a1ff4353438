using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Summit.Bot.Answering;
using Summit.Bot.Channels.Api;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Conversations;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels.Activities;

/// <summary>The bot as a Bot Framework client meets it: greets who joins, answers messages with citations.</summary>
public sealed partial class SummitActivityHandler : ActivityHandler
{
    private readonly BotCoreLoader _loader;
    private readonly ConversationRegistry _conversations;
    private readonly QuestionLimiter _limiter;
    private readonly IOptions<SummitOptions> _options;
    private readonly IHttpContextAccessor _http;
    private readonly ILogger<SummitActivityHandler> _logger;

    /// <summary>Makes the handler; one serves any number of turns at once.</summary>
    public SummitActivityHandler(
        BotCoreLoader loader, ConversationRegistry conversations, QuestionLimiter limiter, IOptions<SummitOptions> options, IHttpContextAccessor http,
        ILogger<SummitActivityHandler> logger)
    {
        _loader = loader;
        _conversations = conversations;
        _limiter = limiter;
        _options = options;
        _http = http;
        _logger = logger;
    }

    /// <summary>Tells the user, in the language of the conversation, that a turn failed.</summary>
    public async Task OnErrorAsync(ITurnContext turnContext, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        Log.TurnFailed(_logger, PlainText.OneLine(turnContext.Activity.ChannelId ?? ""), exception);
        if (turnContext.Activity.Type == ActivityTypes.Message)
            await turnContext.SendActivityAsync(AnswerActivity.Message(Apology(exception, SpokenIn(turnContext.Activity)), channel: null), CancellationToken.None);
    }

    /// <inheritdoc/>
    protected override async Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(membersAdded);
        ArgumentNullException.ThrowIfNull(turnContext);
        // Channels that count the bot among the members added name it alone in a group; it does not greet itself.
        if (membersAdded.All(member => member.Id == turnContext.Activity.Recipient?.Id))
            return;
        if (await _loader.GetAsync(cancellationToken) is { } core)
        {
            var channel = turnContext.Activity.ChannelId;
            await turnContext.SendActivityAsync(AnswerActivity.Message(AnswerActivity.TextFor(channel, core.ExampleQuestions).Welcome(), channel), cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var text = MessageText.Clean(activity.RemoveRecipientMention(), activity.TextFormat);
        // The submit of a card has a value and no text; this bot sends no cards that ask for one.
        if (string.IsNullOrEmpty(text) && activity.Value is not null)
            return;
        var conversation = $"{activity.ChannelId}|{activity.Conversation?.Id}";
        using var lease = _limiter.Acquire(_http.HttpContext, conversation);
        if (!lease.IsAcquired)
        {
            if (_limiter.MayTell(_http.HttpContext, conversation))
                await turnContext.SendActivityAsync(AnswerActivity.Message(Phrases.In(SpokenIn(activity)).TooMany, channel: null), cancellationToken);
            return;
        }

        await turnContext.SendActivityAsync(await ReplyAsync(activity, text, cancellationToken), cancellationToken);
    }

    private async Task<IActivity> ReplyAsync(IMessageActivity activity, string text, CancellationToken cancellationToken)
    {
        var channel = activity.ChannelId;
        var language = LanguageOf(activity);
        if (await _loader.GetAsync(cancellationToken) is not { } core)
            return AnswerActivity.Message(Phrases.In(SpokenIn(activity)).Loading, channel: null);
        if (text.Length > AskRequest.MaxQuestionLength)
            return AnswerActivity.Message(Phrases.In(SpokenIn(activity)).TooLong, channel: null);

        var conversation = activity.Conversation?.Id ?? "";
        var answer = core.Answer(core.Reader.Read(text, asked: null, language, conversation), cancellationToken);
        if (answer is not NotFound { IsThirdLanguage: true })
            _conversations.Remember(channel ?? "", conversation, answer.Language);
        return AnswerActivity.Of(answer, channel, core.ExampleQuestions, ArticleLinks.For(_options.Value, _http.HttpContext?.Request));
    }

    private static string Apology(Exception exception, TextLanguage language) => exception switch
    {
        TimeoutException => Phrases.In(language).TookTooLong,
        StoreException => Phrases.In(language).NoStore,
        _ => Phrases.In(language).Failure,
    };

    /// <summary>The language of the message that the bot did not come to answer.</summary>
    private TextLanguage SpokenIn(IActivity activity) =>
        Linguistics.Shared.Detector.Detect(Start((activity as IMessageActivity)?.Text)).Language ?? LanguageOf(activity);

    private static string Start(string? text) => text is null ? "" : text[..Math.Min(text.Length, AskRequest.MaxQuestionLength)];

    // The locale of a channel says nothing of the language of a question, so it decides only where nothing else does.
    private TextLanguage LanguageOf(IActivity activity) =>
        _conversations.TryFind(activity.ChannelId ?? "", activity.Conversation?.Id, out var language)
            ? language
            : TextLanguages.Parse((activity as IMessageActivity)?.Locale) ?? TextLanguage.French;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A turn on the channel {Channel} failed.")]
        public static partial void TurnFailed(ILogger logger, string? channel, Exception exception);
    }
}
