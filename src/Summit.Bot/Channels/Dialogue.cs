using Microsoft.Extensions.Options;
using Summit.Bot.Answering;
using Summit.Bot.Answering.Chat;
using Summit.Bot.Auditing;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Conversations;
using Summit.Bot.Conversations.Store;
using Summit.Bot.Language;

namespace Summit.Bot.Channels;

/// <summary>One turn of a conversation, whatever the channel: reads the question, answers it, remembers both and records how it came about.</summary>
public sealed class Dialogue
{
    private readonly IConversationStore _conversations;
    private readonly AuditLog _audit;
    private readonly ConversationsOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Makes the dialogue; one serves any number of conversations at once.</summary>
    public Dialogue(IConversationStore conversations, AuditLog audit, IOptions<SummitOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _conversations = conversations;
        _audit = audit;
        _options = options.Value.Conversations;
        _time = time;
    }

    /// <summary>Answers what a user asks.</summary>
    /// <param name="core">Answers.</param>
    /// <param name="asking">What is asked, and where.</param>
    /// <param name="onProved">Told an answer in the words of a model as far as it is proved, while it comes; null where nobody watches.</param>
    /// <param name="cancellationToken">Ends it, when nobody waits for the answer any more.</param>
    /// <exception cref="TimeoutException">It took longer than an answer may take.</exception>
    /// <exception cref="OperationCanceledException">Who asked does not wait any more.</exception>
    public async Task<Answer> AskAsync(BotCore core, Asking asking, Func<Grounded, Task>? onProved, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asking);
        var turn = await AnswerAsync(core, asking, _options, _time, onProved, cancellationToken);
        if (turn.Conversation is { } conversation)
            await _conversations.SaveAsync(asking.Channel, asking.ConversationId, conversation);
        _audit.Add(new AuditedAnswer(turn.Time, asking.Channel, Conversation.KeyOf(asking.Channel, asking.ConversationId), turn.Asked, turn.Answered.Question, turn.Answered.Answer, turn.Answered.Trace));
        return turn.Answered.Answer;
    }

    /// <summary>Answers what a user asks, and leaves it to the caller to remember it; nothing is recorded.</summary>
    /// <param name="core">Answers.</param>
    /// <param name="asking">What is asked, and where.</param>
    /// <param name="options">How much of a conversation is remembered.</param>
    /// <param name="time">Tells when it was answered.</param>
    /// <param name="onProved">Told an answer in the words of a model as far as it is proved, while it comes; null where nobody watches.</param>
    /// <param name="cancellationToken">Ends it, when nobody waits for the answer any more.</param>
    /// <exception cref="TimeoutException">It took longer than an answer may take.</exception>
    /// <exception cref="OperationCanceledException">Who asked does not wait any more.</exception>
    public static async Task<AnsweredTurn> AnswerAsync(
        BotCore core, Asking asking, ConversationsOptions options, TimeProvider time, Func<Grounded, Task>? onProved, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(core);
        ArgumentNullException.ThrowIfNull(asking);
        ArgumentNullException.ThrowIfNull(time);
        var known = asking.Conversation;
        var question = core.Reader.Read(asking.Text, asking.Language ?? known?.Chosen, known?.LastLanguage ?? asking.Fallback, asking.ConversationId);
        var payer = new ChatPayer(Conversation.KeyOf(asking.Channel, asking.ConversationId), Conversation.KeyOf("address", asking.Address));
        var answered = await core.AnswerAsync(question, known?.Turns ?? [], payer, onProved, cancellationToken);
        var now = time.GetUtcNow();
        return new AnsweredTurn(now, question.Text, answered, answered.Answer is NotFound { IsThirdLanguage: true } ? null : After(known, answered, options, now));
    }

    private static Conversation After(Conversation? known, Answered answered, ConversationsOptions options, DateTimeOffset now)
    {
        var (question, answer, _) = answered;
        var conversation = (known ?? Conversation.Begin(answer.Language, now)) with { LastLanguage = answer.Language, LastSeen = now };
        if (question.Kind != QuestionKind.Articles)
            return conversation;
        return conversation.After(new ConversationTurn(now, question.Text, answer.Language, question.WrittenIn, Told(answer), Cited(answer)), options);
    }

    private static ToldSentence[]? Cited(Answer answer) =>
        answer is Grounded grounded ? [.. grounded.Citations.Select(citation => new ToldSentence(citation.ArticleId, citation.ArticleVersion, citation.Sentence))] : null;

    /// <summary>What was answered, in words.</summary>
    private static string Told(Answer answer)
    {
        var text = answer is Grounded grounded
            ? string.Join(' ', grounded.Statements.Select(s => PlainText.OneLine(s.Text ?? string.Join(' ', s.Citations.Select(c => c.Translation ?? c.Quote)))))
            : Phrases.In(answer.Language).NotFound;
        return text.Length > ConversationTurn.MostAnswerLength ? text[..ConversationTurn.MostAnswerLength] : text;
    }
}

/// <summary>What a user asks, and where.</summary>
/// <param name="Text">The words.</param>
/// <param name="Channel">The channel.</param>
/// <param name="ConversationId">Id of the conversation, which the channel or this server issued.</param>
/// <param name="Conversation">What is known of it; null when it begins.</param>
/// <param name="Address">The network or the user that asks: who pays for a chat model.</param>
public sealed record Asking(string Text, string Channel, string ConversationId, Conversation? Conversation, string? Address)
{
    /// <summary>The language to answer in; null to go by the question.</summary>
    public TextLanguage? Language { get; init; }

    /// <summary>The language where neither the question nor the conversation tells. Default: French.</summary>
    public TextLanguage Fallback { get; init; } = TextLanguage.French;
}

/// <summary>A turn that was answered.</summary>
/// <param name="Time">When.</param>
/// <param name="Asked">The question as it was read, before the conversation completed it.</param>
/// <param name="Answered">The question and its answer.</param>
/// <param name="Conversation">What is to be remembered of the conversation; null where the turn leaves it as it was.</param>
public sealed record AnsweredTurn(DateTimeOffset Time, string Asked, Answered Answered, Conversation? Conversation);
