using Microsoft.Extensions.VectorData;
using Summit.Bot.Conversations;
using Summit.Bot.Conversations.Store;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Storage;

namespace Summit.Bot.Answering.Chat;

/// <summary>Everything that a chat model does for the bot: it words answers, completes follow-ups and translates sentences; all of it is checked.</summary>
public sealed class ChatService : IDisposable
{
    private readonly ChatGuard _guard;
    private readonly ChatModel _model;
    private readonly ChatComposer _composer;
    private readonly QuestionCondenser _condenser;
    private readonly SentenceTranslator _translator;
    private readonly TextCache _translations;

    /// <summary>Makes the service; the model is not asked anything yet.</summary>
    /// <param name="options">The model, and how much of a conversation it is shown.</param>
    /// <param name="passages">What prompts may search.</param>
    /// <param name="spending">Counts the tokens.</param>
    /// <param name="time">Times the pauses.</param>
    /// <param name="logger">Is told what the model fails at.</param>
    /// <exception cref="SetupException">A prompt or the key cannot be read.</exception>
    public ChatService(SummitOptions options, IVectorSearchable<Passage> passages, IConversationStore spending, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        var check = new StatementCheck(Linguistics.Shared);
        _guard = new ChatGuard(options.Chat, spending, time, logger);
        _model = new ChatModel(options.Chat, ArticlesPlugin.Of(passages));
        _translations = new TextCache(options.DataPath, "translations.db", logger);
        _composer = new ChatComposer(Load("answer", ChatReply.Schema), _guard, check);
        _condenser = new QuestionCondenser(Load("condense", QuestionCondenser.Schema), _guard, check, options.Conversations, Linguistics.Shared);
        _translator = new SentenceTranslator(Load("translate", SentenceTranslator.Schema), _guard, check, _translations, Linguistics.Shared);

        ChatPrompt Load(string name, string schema) => ChatPrompt.Load(options.Chat.PromptsPath, name, schema);
    }

    /// <summary>Begins what one question needs.</summary>
    /// <param name="trace">Told what the model is asked and says.</param>
    /// <param name="payer">Whose tokens it costs.</param>
    /// <param name="cancellationToken">Ends it, when nobody waits for the answer any more.</param>
    public ChatSession Open(AnswerTrace trace, ChatPayer payer, CancellationToken cancellationToken) => new(_guard, _model, trace, payer, cancellationToken);

    /// <summary>Completes a question that follows up on a conversation.</summary>
    /// <returns>The completed question; null where the model failed, or wrote what the conversation does not prove.</returns>
    public Task<Question?> CondenseAsync(ChatSession session, Question question, IReadOnlyList<ConversationTurn> turns) => _condenser.CondenseAsync(session, question, turns);

    /// <summary>Answers a question from what was found.</summary>
    /// <param name="session">The session of the question.</param>
    /// <param name="question">The question.</param>
    /// <param name="clauses">What was found on it.</param>
    /// <param name="onProved">Told the answer as far as it is proved, while it comes; null where nobody watches.</param>
    /// <exception cref="OperationCanceledException">Nobody waits.</exception>
    public Task<Composed> ComposeAsync(ChatSession session, Question question, IReadOnlyList<Evidence> clauses, Func<Grounded, Task>? onProved) =>
        _composer.ComposeAsync(session, question, clauses, onProved);

    /// <summary>Adds translations to the sentences that an answer cites, where they have none.</summary>
    public Task<Answer> TranslateAsync(ChatSession session, Answer answer) => _translator.TranslateAsync(session, answer);

    /// <inheritdoc/>
    public void Dispose()
    {
        _model.Dispose();
        _guard.Dispose();
        _translations.Dispose();
    }

    /// <summary>Prompts are in English.</summary>
    internal static string NameOf(TextLanguage language) => language == TextLanguage.French ? "French" : "English";
}
