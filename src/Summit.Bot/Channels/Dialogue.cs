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
        ArgumentNullException.ThrowIfNull(core);
        ArgumentNullException.ThrowIfNull(asking);
        var known = asking.Conversation;
        var question = core.Reader.Read(asking.Text, asking.Language ?? known?.Chosen, known?.LastLanguage ?? asking.Fallback, asking.ConversationId);
        var key = Conversation.KeyOf(asking.Channel, asking.ConversationId);
        var payer = new ChatPayer(key, Conversation.KeyOf("address", asking.Address));
        var answered = await core.AnswerAsync(question, known?.Turns ?? [], payer, onProved, cancellationToken);
        var now = _time.GetUtcNow();
        if (answered.Answer is not NotFound { IsThirdLanguage: true })
            await _conversations.SaveAsync(asking.Channel, asking.ConversationId, After(known, answered, now));
        _audit.Add(new AuditedAnswer(now, asking.Channel, key, question.Text, answered.Question, answered.Answer, answered.Trace));
        return answered.Answer;
    }

    private Conversation After(Conversation? known, Answered answered, DateTimeOffset now)
    {
        var (question, answer, _) = answered;
        var conversation = (known ?? Conversation.Begin(answer.Language, now)) with { LastLanguage = answer.Language, LastSeen = now };
        if (question.Kind != QuestionKind.Articles)
            return conversation;
        return conversation.After(new ConversationTurn(now, question.Text, answer.Language, question.WrittenIn, Told(answer)), _options);
    }

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
