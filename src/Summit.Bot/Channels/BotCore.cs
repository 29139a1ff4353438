using System.Collections.Concurrent;
using Summit.Bot.Answering;
using Summit.Bot.Answering.Chat;
using Summit.Bot.Conversations;
using Summit.Bot.Conversations.Store;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels;

/// <summary>What every channel asks: the reader of questions and the assistant, over a loaded index.</summary>
public sealed class BotCore : IDisposable
{
    private const int ShownExamples = 2;

    private static readonly Dictionary<TextLanguage, string[]> Examples = new()
    {
        [TextLanguage.French] =
        [
            "Où les deux dirigeants se sont-ils rencontrés ?", "Pourquoi Kim Jong-un cherche-t-il des soutiens ?", "Quelle est la date du sommet ?",
            "Un accord sera-t-il signé ?",
        ],
        [TextLanguage.English] =
        [
            "Where did the two leaders meet?", "What does Kim Jong-un expect of the meeting?", "What is the date of the summit?",
            "Will an agreement be signed?",
        ],
    };

    private readonly ConcurrentDictionary<TextLanguage, (PassageIndex Index, IReadOnlyList<string> Questions)> _examples = new();
    private readonly FollowUps _followUps = new(Linguistics.Shared);
    private readonly ServedIndex _served;
    private readonly Func<Retriever> _retriever;
    private readonly ChatService? _chat;

    private readonly TimeSpan _timeout;

    /// <summary>Makes the core over an index that is loaded.</summary>
    /// <param name="served">The index, which the core disposes of.</param>
    /// <param name="options">The longest that an answer may take, and who words it.</param>
    /// <param name="spending">Counts what a chat model costs.</param>
    /// <param name="logger">Is told what the chat model fails at.</param>
    /// <exception cref="SetupException">A prompt cannot be read.</exception>
    public BotCore(ServedIndex served, SummitOptions options, IConversationStore spending, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(served);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Answers.Provider == AnswersProvider.Chat)
            _chat = new ChatService(options, new PassageSearch(() => served.Retriever.Index, served.Embedder, Linguistics.Shared) { Vectors = served.Vectors }, spending, TimeProvider.System, logger);
        _served = served;
        _retriever = () => served.Retriever;
        _timeout = options.AnswerTimeout;
        Reader = new QuestionReader(Linguistics.Shared);
        Assistant = new Assistant(_retriever, served.Reload, served.ReadText, _chat);
    }

    private BotCore(BotCore other, Retriever retriever, ChatService? chat)
    {
        (_served, _retriever, _chat, _timeout, Reader) = (other._served, () => retriever, chat, other._timeout, other.Reader);
        Assistant = new Assistant(_retriever, _retriever, (id, version) =>
            retriever.Index.Articles.GetValueOrDefault(id)?.Article is { } article && article.Version == version ? article.Text : null, chat);
    }

    /// <summary>Reads questions.</summary>
    public QuestionReader Reader { get; }

    /// <summary>Answers them.</summary>
    public Assistant Assistant { get; }

    /// <summary>Answers a question within the time that an answer may take.</summary>
    /// <param name="question">The question.</param>
    /// <param name="turns">What was said before, oldest first: it completes a question that follows up.</param>
    /// <param name="payer">Whose tokens it costs, where a chat model is asked.</param>
    /// <param name="onProved">Told an answer in the words of a model as far as it is proved, while it comes; null where nobody watches.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="TimeoutException">It took longer.</exception>
    /// <exception cref="OperationCanceledException">Who asked does not wait any more.</exception>
    public async Task<Answered> AnswerAsync(
        Question question, IReadOnlyList<ConversationTurn> turns, ChatPayer payer, Func<Grounded, Task>? onProved, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout);
        var trace = new AnswerTrace();
        using var session = _chat?.Open(trace, payer, limit.Token);
        try
        {
            question = await CompleteAsync(question, turns, session);
            var answer = await Assistant.AnswerAsync(question, trace, session, onProved, limit.Token);
            return new Answered(question, question.IsCompleted ? answer with { Understood = answer.Understood ?? question.Text } : answer, trace);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"A question was not answered within {_timeout}.", error);
        }
    }

    /// <summary>The same over another retriever, whose articles need not be stored: quotations are checked against its index.</summary>
    /// <param name="retriever">Finds what answers.</param>
    /// <param name="isWithModel">Whether the chat model, where there is one, words the answers.</param>
    public BotCore Over(Retriever retriever, bool isWithModel = false) => new(this, retriever, isWithModel ? _chat : null);

    /// <summary>The index that answers come from at this moment.</summary>
    public PassageIndex Index => _retriever().Index;

    /// <summary>What makes its vectors.</summary>
    public IEmbedder Embedder => _served.Embedder;

    /// <summary>The store behind it.</summary>
    public IArticleStore Store => _served.Store;

    /// <summary>Reads the corpus, brings the store up to date with it and builds the index.</summary>
    /// <exception cref="CorpusException">There is no corpus.</exception>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    /// <exception cref="SetupException">The embedder cannot be used, or a prompt cannot be read.</exception>
    /// <exception cref="EmbeddingException">Articles could not be embedded.</exception>
    public static BotCore Load(SummitOptions options, IConversationStore spending, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        WarmUp.Begin();
        var served = new ServedIndex(ArticleStores.Of(options), options.CorpusPath, logger, () => Embedders.Of(options));
        served.Synchronize();
        return new BotCore(served, options, spending, logger);
    }

    /// <summary>Two questions to show as examples: only such as this corpus answers, so none may be left for another corpus.</summary>
    public IReadOnlyList<string> ExampleQuestions(TextLanguage language)
    {
        var index = Index;
        if (!_examples.TryGetValue(language, out var known) || known.Index != index)
        {
            known = (index, [.. Examples[language].Where(text => Assistant.Answer(Reader.Read(text, language, language, "")) is Grounded).Take(ShownExamples)]);
            _examples[language] = known;
        }

        return known.Questions;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _chat?.Dispose();
        _served.Dispose();
    }

    /// <summary>By the model where there is one and it answers, else by rule.</summary>
    private async Task<Question> CompleteAsync(Question question, IReadOnlyList<ConversationTurn> turns, ChatSession? session)
    {
        if (turns.Count == 0 || question.Kind != QuestionKind.Articles)
            return question;
        if (_chat is not null && session is not null && _followUps.MayFollowUp(question) && await _chat.CondenseAsync(session, question, turns) is { } completed)
            return completed;
        return _followUps.Complete(question, turns);
    }
}

/// <summary>A question that was answered.</summary>
/// <param name="Question">The question, completed where it followed up on another one.</param>
/// <param name="Answer">Its answer.</param>
/// <param name="Trace">What went into it.</param>
public sealed record Answered(Question Question, Answer Answer, AnswerTrace Trace);
