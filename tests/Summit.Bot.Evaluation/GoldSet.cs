using Summit.Bot.Answering;
using Summit.Bot.Channels.CommandLine;
using Summit.Bot.Conversations;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Evaluation;

/// <summary>The bot over the shipped article, and its answers to the question sets; asked once for all tests.</summary>
public sealed class GoldSet : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("summit-eval-").FullName;
    private readonly Dictionary<string, IReadOnlyList<EvaluatedQuestion>> _results = [];
    private readonly QuestionReader _reader;
    private readonly Assistant _assistant;
    private readonly PassageIndex _index;

    public GoldSet()
    {
        var linguistics = Linguistics.Shared;
        var corpus = CorpusLoader.Load(Path.Combine(AppContext.BaseDirectory, "corpus"));
        corpus.Refusals.ShouldBeEmpty();
        var embedder = new BuiltinEmbedder(linguistics);
        var speech = new SpeechReader(linguistics);
        var store = new SqliteStore(_data);
        var indexer = new Indexer(linguistics, embedder, store, speech);
        indexer.Synchronize(corpus);
        _index = indexer.Load().Index;
        var retriever = new Retriever(_index, embedder, linguistics, speech);
        Articles = _index.Articles.Values.ToDictionary(article => article.Article.Id, article => article.Article);
        _reader = new QuestionReader(linguistics);
        _assistant = new Assistant(() => retriever, () => retriever, store.ReadText);
    }

    public IReadOnlyDictionary<string, Article> Articles { get; }

    public Answer Ask(GoldQuestion gold) => _assistant.Answer(_reader.Read(gold.Question, asked: null, TextLanguage.French, "eval"));

    public static IReadOnlyList<GoldQuestion> Questions(string set) => GoldQuestion.Read(Path.Combine(AppContext.BaseDirectory, set));

    public IReadOnlyList<EvaluatedQuestion> Results(string set)
    {
        if (!_results.TryGetValue(set, out var results))
            _results.Add(set, results = Channels.CommandLine.Evaluation.Run(Questions(set), _reader, _assistant, _index));
        return results;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }
}
