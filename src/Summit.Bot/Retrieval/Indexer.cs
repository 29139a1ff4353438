using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Brings the store up to date with the corpus, and builds the in-memory index from the store.</summary>
public sealed class Indexer
{
    private readonly Linguistics _linguistics;
    private readonly BuiltinEmbedder _embedder;
    private readonly SqliteStore _store;
    private readonly SpeechReader _speech;
    private readonly LeaderResolver _leaders;

    /// <summary>Makes an indexer over the store.</summary>
    public Indexer(Linguistics linguistics, BuiltinEmbedder embedder, SqliteStore store, SpeechReader speech)
    {
        _linguistics = linguistics;
        _embedder = embedder;
        _store = store;
        _speech = speech;
        _leaders = new LeaderResolver(linguistics);
    }

    /// <summary>
    /// Makes the store hold exactly the articles given: only those are embedded whose version is new, or all when another
    /// embedder made the vectors. Then builds the index.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public PassageIndex Synchronize(IReadOnlyList<Article> articles)
    {
        var (versions, embedder) = _store.ReadState();
        var current = $"{BuiltinEmbedder.Name} {_embedder.Version} {BuiltinEmbedder.Dimension}";
        var changed = articles.Where(a => embedder != current || versions.GetValueOrDefault(a.Id) != a.Version).ToList();
        var removed = versions.Keys.Except(articles.Select(a => a.Id)).ToList();
        if (changed.Count + removed.Count > 0 || embedder != current)
            _store.Write(changed.Select(a => (a, Passages(a))), removed, current);
        return Load();
    }

    /// <summary>Builds the index of what the store holds.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public PassageIndex Load()
    {
        var (articles, passages) = _store.ReadAll();
        return new PassageIndex(passages, articles.Select(a => IndexedArticle.Analyze(a, _linguistics, _speech, _leaders)));
    }

    private IReadOnlyList<Passage> Passages(Article article) =>
        [.. PassageCutter.Cut(article).Select(span => PassageFactory.Make(
            article, span.FirstSentence, span.SentenceCount, _embedder.Embed(PassageFactory.TextToEmbed(article, span.FirstSentence, span.SentenceCount))))];
}
