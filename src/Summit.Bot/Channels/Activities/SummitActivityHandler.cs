using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Summit.Bot.Answering;
using Summit.Bot.Channels.Api;
using Summit.Bot.Channels.Feedback;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Conversations;
using Summit.Bot.Conversations.Store;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels.Activities;

/// <summary>The bot as a Bot Framework client meets it: greets who joins, answers with citations, obeys commands, keeps votes.</summary>
public sealed partial class SummitActivityHandler : ActivityHandler
{
    private readonly BotCoreLoader _loader;
    private readonly IConversationStore _conversations;
    private readonly Dialogue _dialogue;
    private readonly AnswerMemory _answers;
    private readonly CommandReplies _commands;
    private readonly FeedbackLog _feedback;
    private readonly QuestionLimiter _limiter;
    private readonly IOptions<SummitOptions> _options;
    private readonly IHttpContextAccessor _http;
    private readonly TimeProvider _time;
    private readonly ILogger<SummitActivityHandler> _logger;

    /// <summary>Makes the handler; one serves any number of turns at once.</summary>
    public SummitActivityHandler(
        BotCoreLoader loader, IConversationStore conversations, Dialogue dialogue, AnswerMemory answers, CommandReplies commands, FeedbackLog feedback, QuestionLimiter limiter,
        IOptions<SummitOptions> options, IHttpContextAccessor http, TimeProvider time, ILogger<SummitActivityHandler> logger)
    {
        _loader = loader;
        _conversations = conversations;
        _dialogue = dialogue;
        _answers = answers;
        _commands = commands;
        _feedback = feedback;
        _limiter = limiter;
        _options = options;
        _http = http;
        _time = time;
        _logger = logger;
    }

    /// <summary>Tells the user, in the language of the message, that a turn failed.</summary>
    public async Task OnErrorAsync(ITurnContext turnContext, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (exception is not OperationCanceledException)
            Log.TurnFailed(_logger, PlainText.OneLine(turnContext.Activity.ChannelId ?? ""), exception);
        if (turnContext.Activity.Type == ActivityTypes.Message)
            await ReplyStream.SendAsync(turnContext, Own(turnContext, phrases => Apology(exception, phrases)), CancellationToken.None);
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
        await RememberAsync(turnContext);
        if (await _loader.GetAsync(cancellationToken) is { } core)
            await turnContext.SendActivityAsync(WelcomeActivity.Of(turnContext.Activity, LanguageOf(turnContext), core.ExampleQuestions), cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var origin = turnContext.TurnState.Get<TurnOrigin>() ?? TurnOrigin.Of(_http.HttpContext?.Request, _options.Value, _limiter);
        var text = MessageText.Clean(BotSdk.WithoutMention(activity), activity.TextFormat);
        // The submit of a card has a value and no text; this bot sends no cards that ask for one.
        if (string.IsNullOrEmpty(text) && activity.Value is not null)
            return;
        var key = CommandReplies.KeyOf(activity.ChannelId, activity.Conversation?.Id);
        using var lease = _limiter.Acquire(origin.IsLimited, key);
        if (!lease.IsAcquired)
        {
            if (_limiter.MayTell(origin.IsLimited, key))
                await turnContext.SendActivityAsync(Own(turnContext, phrases => phrases.TooMany), cancellationToken);
            return;
        }

        await RememberAsync(turnContext);
        ReplyStream.Begin(turnContext, () => Phrases.In(LanguageIn(turnContext)).Searching, _options.Value.Streaming.After, _time, _logger, cancellationToken);
        if (await _loader.GetAsync(cancellationToken) is not { } core)
            await ReplyStream.SendAsync(turnContext, Own(turnContext, phrases => phrases.Loading), cancellationToken);
        else if (text.Length > AskRequest.MaxQuestionLength)
            await ReplyStream.SendAsync(turnContext, Own(turnContext, phrases => phrases.TooLong), cancellationToken);
        else
            await AnswerAsync(turnContext, text, core, origin, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        if (activity.Name != FeedbackValue.InvokeName || FeedbackValue.Read(BotSdk.Received(activity.Value)) is not var (reaction, comment))
            return await base.OnInvokeActivityAsync(turnContext, cancellationToken);
        Keep(activity, _answers.Find(CommandReplies.KeyOf(activity.ChannelId, activity.Conversation?.Id), activity.ReplyToId), reaction, comment);
        return CreateInvokeResponse();
    }

    /// <inheritdoc/>
    protected override async Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        if (activity.Name != WebChatVote.EventName)
        {
            await base.OnEventActivityAsync(turnContext, cancellationToken);
            return;
        }

        if ((activity.Entities ?? []).Select(entity => WebChatVote.Read(BotSdk.Fields(entity?.Properties))).FirstOrDefault(vote => vote is not null) is var (reaction, answerId))
            Keep(activity, _answers.FindAnswer(CommandReplies.KeyOf(activity.ChannelId, activity.Conversation?.Id), answerId), reaction, comment: null);
    }

    /// <inheritdoc/>
    protected override async Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        await _commands.ForgetAsync(turnContext.Activity.ChannelId ?? "", turnContext.Activity.Conversation?.Id ?? "");
    }

    private void Keep(IActivity activity, Answer? answer, string reaction, string? comment) => _feedback.Add(
        new Vote(_time.GetUtcNow(), answer?.Id, reaction, comment, activity.ChannelId, Conversation.KeyOf(activity.ChannelId, activity.Conversation?.Id)));

    private async Task AnswerAsync(ITurnContext<IMessageActivity> turnContext, string text, BotCore core, TurnOrigin origin, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        var (channel, conversation) = (activity.ChannelId ?? "", activity.Conversation?.Id ?? "");
        var (language, links) = (LanguageOf(turnContext), origin.Links);
        if (UserCommand.Read(text, language) is { } command)
        {
            if (command.Kind == CommandKind.Forget)
                turnContext.TurnState.Get<IHistory>()?.Forget();
            await ReplyStream.SendAsync(turnContext, await _commands.ReplyAsync(command, channel, conversation, turnContext.TurnState.Get<Conversation>(), core, links), cancellationToken);
            return;
        }

        var asking = new Asking(text, channel, conversation, turnContext.TurnState.Get<Conversation>(), origin.Address ?? $"{channel}|{activity.From?.Id}") { Fallback = language };
        var answer = await _dialogue.AskAsync(core, asking, proved => ReplyStream.ShowAsync(turnContext, AnswerActivity.Of(proved, channel, core.ExampleQuestions, links).Text ?? ""), cancellationToken);
        var sent = await ReplyStream.SendAsync(turnContext, AnswerActivity.Of(answer, channel, core.ExampleQuestions, links), cancellationToken);
        _answers.Add(CommandReplies.KeyOf(channel, conversation), sent.Id, answer);
    }

    private static string Apology(Exception exception, Phrases phrases) => exception switch
    {
        TimeoutException or OperationCanceledException => phrases.TookTooLong,
        StoreException => phrases.NoStore,
        _ => phrases.Failure,
    };

    /// <summary>The bot's own words on a message that it does not answer, in the language of that message.</summary>
    private static Activity Own(ITurnContext turnContext, Func<Phrases, string> phrase)
    {
        var language = LanguageIn(turnContext);
        return AnswerActivity.Plain(phrase(Phrases.In(language)), language);
    }

    private static TextLanguage LanguageIn(ITurnContext turnContext)
    {
        var text = turnContext.Activity.Text ?? "";
        return Linguistics.Shared.Detector.Detect(text[..Math.Min(text.Length, AskRequest.MaxQuestionLength)]).Language ?? LanguageOf(turnContext);
    }

    // The locale of a channel says nothing of the language of a question, so it decides only where nothing else does.
    private static TextLanguage LanguageOf(ITurnContext turnContext) =>
        turnContext.TurnState.Get<Conversation>()?.LastLanguage ?? TextLanguages.Parse(turnContext.Activity.Locale) ?? TextLanguage.French;

    /// <summary>Finds what is known of the conversation, for the whole turn.</summary>
    private async Task RememberAsync(ITurnContext turnContext)
    {
        if (await _conversations.FindAsync(turnContext.Activity.ChannelId ?? "", turnContext.Activity.Conversation?.Id) is { } conversation)
            turnContext.TurnState.Add(conversation);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A turn on the channel {Channel} failed.")]
        public static partial void TurnFailed(ILogger logger, string? channel, Exception exception);
    }
}
