using System.Collections.Concurrent;
using Summit.Bot.Answering;
using Summit.Bot.Conversations;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Channels;

/// <summary>What every channel asks: the reader of questions and the assistant, over a loaded index.</summary>
public sealed class BotCore
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

    private readonly ConcurrentDictionary<TextLanguage, IReadOnlyList<string>> _examples = new();

    private BotCore(QuestionReader reader, Retriever retriever, SqliteStore store, IReadOnlyList<CorpusRefusal> refusals)
    {
        Reader = reader;
        Assistant = new Assistant(() => retriever, store.ReadText);
        Index = retriever.Index;
        Refusals = refusals;
    }

    /// <summary>Reads questions.</summary>
    public QuestionReader Reader { get; }

    /// <summary>Answers them.</summary>
    public Assistant Assistant { get; }

    /// <summary>The index that the answers come from.</summary>
    public PassageIndex Index { get; }

    /// <summary>The files of the corpus that are not in it, and why.</summary>
    public IReadOnlyList<CorpusRefusal> Refusals { get; }

    /// <summary>Begins to load the linguistic data on another thread, which takes longer than everything else at start.</summary>
    public static void WarmUp() => _ = Task.Run(() => Linguistics.Shared);

    /// <summary>Reads the corpus, brings the store up to date with it and builds the index.</summary>
    /// <exception cref="SetupException">There is no corpus.</exception>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public static BotCore Load(SummitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        WarmUp();
        var corpus = ReadCorpus(options.CorpusPath);
        var store = new SqliteStore(options.DataPath);
        var stored = store.ReadState().Versions;
        if (corpus.Articles.Any(article => stored.GetValueOrDefault(article.Id) != article.Version))
            _ = PassageCutter.WarmUpAsync();

        var linguistics = Linguistics.Shared;
        var embedder = new BuiltinEmbedder(linguistics);
        var speech = new SpeechReader(linguistics);
        var index = new Indexer(linguistics, embedder, store, speech).Synchronize(corpus.Articles);
        return new BotCore(new QuestionReader(linguistics), new Retriever(index, embedder, linguistics, speech), store, corpus.Refusals);
    }

    /// <summary>Two questions to show as examples: only such as this corpus answers, so none may be left for another corpus.</summary>
    public IReadOnlyList<string> ExampleQuestions(TextLanguage language) => _examples.GetOrAdd(
        language,
        wanted => [.. Examples[wanted].Where(text => Assistant.Answer(Reader.Read(text, wanted, wanted, "")) is Grounded).Take(ShownExamples)]);

    private static CorpusLoadResult ReadCorpus(string folder)
    {
        if (!Directory.Exists(folder))
            throw new SetupException($"The corpus folder {Path.GetFullPath(folder)} does not exist. Name a folder of articles with Summit:CorpusPath, or remove the key for the shipped corpus.");
        var corpus = CorpusLoader.Load(folder);
        if (corpus.Articles.Count > 0)
            return corpus;
        var why = corpus.Refusals.Count > 0 ? $" The first file that was refused: {corpus.Refusals[0]}" : "";
        throw new SetupException($"The corpus folder {Path.GetFullPath(folder)} holds no article. Put articles (*.md) there, or name another folder with Summit:CorpusPath.{why}");
    }
}

/// <summary>The bot cannot start as it is set up; the message says what to change.</summary>
public sealed class SetupException : Exception
{
    /// <summary>Makes the exception with a message for the user.</summary>
    public SetupException(string message) : base(message)
    {
    }
}
