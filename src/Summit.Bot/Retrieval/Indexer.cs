using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Retrieval;

/// <summary>Brings the store up to date with the corpus, and builds the in-memory index from the store.</summary>
public sealed class Indexer
{
    /// <summary>How many articles are analysed and embedded together: enough to use all processors, and few in memory.</summary>
    internal const int ChunkSize = 64;

    private readonly IEmbedder _embedder;
    private readonly IArticleStore _store;
    private readonly ArticleAnalyzer _analyzer;

    /// <summary>Makes an indexer over the store.</summary>
    public Indexer(Linguistics linguistics, IEmbedder embedder, IArticleStore store, SpeechReader speech)
    {
        _embedder = embedder;
        _store = store;
        _analyzer = new ArticleAnalyzer(linguistics, speech);
    }

    /// <summary>What the store records of the making of vectors and of what is kept of the analysis: they are made anew when it changes.</summary>
    public string Embedder => $"{_embedder.Identity} passages {PassageCutter.MaxTokens} {PassageCutter.ShortLength} titled {_analyzer.Version}";

    /// <summary>Whether the store holds other articles than the corpus, besides those that were ingested.</summary>
    public static bool HasChanges(StoreState state, CorpusLoadResult corpus)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(corpus);
        return Changed(state, corpus).Any() || Removed(state, corpus).Any();
    }

    /// <summary>
    /// Makes the store hold exactly the articles of the corpus, and those that were ingested, in one transaction: only those are embedded
    /// whose version is new, or all when another embedder made the vectors. An article whose file is refused now stays as it was stored.
    /// </summary>
    /// <returns>How many articles were embedded and removed; nothing was written when both are 0.</returns>
    /// <exception cref="StoreException">The store cannot be used; nothing has changed.</exception>
    /// <exception cref="EmbeddingException">The vectors could not be made; nothing has changed.</exception>
    /// <exception cref="OperationCanceledException">The update was ended; nothing has changed.</exception>
    public (int Embedded, int Removed) Synchronize(CorpusLoadResult corpus, CancellationToken cancellationToken = default) =>
        Synchronize(corpus, isRebuild: false, onPut: null, cancellationToken);

    /// <summary>As <see cref="Synchronize(CorpusLoadResult, CancellationToken)"/>, but embeds every article, whatever made the vectors that the store holds.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="onPut">Told, now and then, how many articles are written and how many there are; null for nobody.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StoreException">The store cannot be used; nothing has changed.</exception>
    /// <exception cref="EmbeddingException">The vectors could not be made; nothing has changed.</exception>
    /// <exception cref="OperationCanceledException">The update was ended; nothing has changed.</exception>
    public (int Embedded, int Removed) Rebuild(CorpusLoadResult corpus, Action<int, int>? onPut = null, CancellationToken cancellationToken = default) =>
        Synchronize(corpus, isRebuild: true, onPut, cancellationToken);

    /// <summary>Articles with everything that a store keeps of them: passages, vectors, words and digests. One that was withdrawn has no passages.</summary>
    /// <exception cref="EmbeddingException">The vectors could not be made.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for them any more.</exception>
    public IReadOnlyList<StoredArticle> Prepare(IReadOnlyList<StoredArticle> articles, CancellationToken cancellationToken = default)
    {
        var parallel = articles.AsParallel().AsOrdered().WithCancellation(cancellationToken);
        return [.. articles.Zip(Analyze(parallel.Select(stored => stored.Article), _analyzer, _embedder, cancellationToken), (stored, article) => stored with { Passages = article.Passages, Digest = article.Digest })];
    }

    /// <summary>Builds the index of what the store holds.</summary>
    /// <param name="known">An index to take over the articles from that have not changed; null for none.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public (StoreState State, PassageIndex Index) Load(PassageIndex? known = null)
    {
        known = known?.Embedder == Embedder ? known : null;
        var (state, stored) = _store.ReadAll(Embedder, known is null ? null : (id, version) => Find(known, id, version) is not null);
        if (!RebuildsByItself)
            RefuseAnotherEmbedder(state);
        var articles = stored.AsParallel().Select(_analyzer.Open).ToDictionary(article => article.Article.Id);
        foreach (var (id, version) in state.Articles.Where(article => !articles.ContainsKey(article.Key)))
            articles.Add(id, Find(known!, id, version.Version)!);
        return (state, new PassageIndex(articles.Values, passages => _store.Search(state.Revision, passages)) { Embedder = state.Embedder });
    }

    /// <summary>Builds an index of articles that no store holds.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="linguistics">The linguistic data.</param>
    /// <param name="embedder">Makes the vectors.</param>
    /// <param name="speech">Finds who speaks.</param>
    /// <param name="threads">How many threads work on it, at most 512; 0 for one a processor.</param>
    public static PassageIndex InMemory(IReadOnlyList<Article> articles, Linguistics linguistics, IEmbedder embedder, SpeechReader speech, int threads = 0)
    {
        var analyzer = new ArticleAnalyzer(linguistics, speech);
        var parallel = articles.AsParallel().AsOrdered().WithDegreeOfParallelism(threads > 0 ? threads : Math.Min(512, Environment.ProcessorCount));
        return new PassageIndex(Analyze(parallel, analyzer, embedder, CancellationToken.None), passages => new MemorySearch(passages));
    }

    // A model is given many texts at once; terms are at hand where an article was analysed.
    private static List<IndexedArticle> Analyze(ParallelQuery<Article> articles, ArticleAnalyzer analyzer, IEmbedder embedder, CancellationToken cancellationToken) =>
        embedder is ITermEmbedder terms
            ? [.. articles.Select(article => PassageFactory.WithPassages(analyzer.Analyze(article), terms))]
            : PassageFactory.WithPassages([.. articles.Select(analyzer.Analyze)], embedder, cancellationToken);

    private (int Embedded, int Removed) Synchronize(CorpusLoadResult corpus, bool isRebuild, Action<int, int>? onPut, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var state = _store.ReadState();
        if (!isRebuild && state.Embedder == Embedder && !HasChanges(state, corpus))
            return (0, 0);
        if (!isRebuild && !RebuildsByItself)
            RefuseAnotherEmbedder(state);

        using var transaction = _store.BeginWrite(_embedder.Dimension, cancellationToken);
        // Another process may have done it while this one waited.
        state = transaction.State;
        var changed = Changed(state, corpus).Select(article => new StoredArticle(article, [], corpus.Files.GetValueOrDefault(article.Id))).ToList();
        var removed = Removed(state, corpus).ToList();
        List<string> others = isRebuild || state.Embedder != Embedder ? [.. state.Articles.Keys.Except(removed).Except(changed.Select(c => c.Article.Id)).Order(StringComparer.Ordinal)] : [];
        var count = changed.Count + others.Count;
        var put = 0;
        foreach (var chunk in changed.Chunk(ChunkSize).Concat(others.Chunk(ChunkSize).Select(ids => transaction.Read(ids).ToArray())))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var article in Prepare(chunk, cancellationToken))
                transaction.Put(article);
            put += chunk.Length;
            onPut?.Invoke(put, count);
        }

        foreach (var id in removed)
            transaction.Remove(id);
        if (count + removed.Count > 0 || isRebuild || state.Embedder != Embedder)
            transaction.Commit(Embedder);
        return (count, removed.Count);
    }

    // Nobody is charged for vectors that were not asked for.
    private bool RebuildsByItself => _store.RebuildsByItself && _embedder.IsFree;

    private void RefuseAnotherEmbedder(StoreState state)
    {
        if (state.Embedder is { } other && other != Embedder)
        {
            throw new StoreException(
                $"The vectors of the store were made by the embedder '{other}', and this program has '{Embedder}'. Make them anew with: summit-bot index rebuild.");
        }
    }

    private static IndexedArticle? Find(PassageIndex index, string id, string version) =>
        index.Articles.GetValueOrDefault(id) is { } article && article.Article.Version == version ? article : null;

    private static IEnumerable<Article> Changed(StoreState state, CorpusLoadResult corpus) =>
        corpus.Articles.Where(a => state.Articles.GetValueOrDefault(a.Id) is var stored && (stored.Version != a.Version || stored.IsIngested));

    // What cannot be read now, a file half written or a folder not mounted, is not gone.
    private static IEnumerable<string> Removed(StoreState state, CorpusLoadResult corpus) =>
        state.Articles.Where(stored => !stored.Value.IsIngested && !corpus.Files.ContainsKey(stored.Key)).Where(stored =>
            stored.Value.File is not { } file || !corpus.Refusals.Any(refused => file.StartsWith(refused.File, StringComparison.Ordinal))).Select(stored => stored.Key);
}
