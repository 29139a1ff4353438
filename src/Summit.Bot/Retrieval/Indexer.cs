using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Retrieval;

/// <summary>Brings the store up to date with the corpus, and builds the in-memory index from the store.</summary>
public sealed class Indexer
{
    private readonly Linguistics _linguistics;
    private readonly IEmbedder _embedder;
    private readonly IArticleStore _store;
    private readonly SpeechReader _speech;
    private readonly LeaderResolver _leaders;

    /// <summary>Makes an indexer over the store.</summary>
    public Indexer(Linguistics linguistics, IEmbedder embedder, IArticleStore store, SpeechReader speech)
    {
        _linguistics = linguistics;
        _embedder = embedder;
        _store = store;
        _speech = speech;
        _leaders = new LeaderResolver(linguistics);
    }

    /// <summary>What the store records of the vectors' making: they are made anew when it changes.</summary>
    public string Embedder => $"{_embedder.Identity} passages {PassageCutter.MaxTokens} {PassageCutter.ShortLength} titled";

    /// <summary>Whether the store holds other articles than the corpus.</summary>
    public static bool HasChanges(StoreState state, CorpusLoadResult corpus)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(corpus);
        return Changed(state, corpus).Any() || Removed(state, corpus).Any();
    }

    /// <summary>
    /// Makes the store hold exactly the articles of the corpus, in one transaction: only those are embedded whose version is new,
    /// or all when another embedder made the vectors. An article whose file is refused now stays as it was stored.
    /// </summary>
    /// <returns>How many articles were embedded and removed; nothing was written when both are 0.</returns>
    /// <exception cref="StoreException">The store cannot be used; nothing has changed.</exception>
    /// <exception cref="OperationCanceledException">The update was ended; nothing has changed.</exception>
    public (int Embedded, int Removed) Synchronize(CorpusLoadResult corpus, CancellationToken cancellationToken = default) =>
        Synchronize(corpus, isRebuild: false, cancellationToken);

    /// <summary>As <see cref="Synchronize(CorpusLoadResult, CancellationToken)"/>, but embeds every article, whatever made the vectors that the store holds.</summary>
    /// <exception cref="StoreException">The store cannot be used; nothing has changed.</exception>
    /// <exception cref="OperationCanceledException">The update was ended; nothing has changed.</exception>
    public (int Embedded, int Removed) Rebuild(CorpusLoadResult corpus, CancellationToken cancellationToken = default) =>
        Synchronize(corpus, isRebuild: true, cancellationToken);

    private (int Embedded, int Removed) Synchronize(CorpusLoadResult corpus, bool isRebuild, CancellationToken cancellationToken)
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
        var changed = Changed(state, corpus).Select(a => new StoredArticle(a, [], corpus.Files.GetValueOrDefault(a.Id))).ToList();
        var removed = Removed(state, corpus).ToList();
        if (isRebuild || state.Embedder != Embedder)
            changed.AddRange(transaction.Read([.. state.Articles.Keys.Except(removed).Except(changed.Select(c => c.Article.Id))]));
        foreach (var article in changed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var analysed = new Lazy<IndexedArticle>(() => IndexedArticle.Analyze(article.Article, _linguistics, _speech, _leaders));
            transaction.Put(article with { Passages = Passages(article.Article) }, passage => SparseVector.OfPassage(analysed.Value, passage));
        }

        foreach (var id in removed)
            transaction.Remove(id);
        if (changed.Count + removed.Count > 0 || isRebuild || state.Embedder != Embedder)
            transaction.Commit(Embedder);
        return (changed.Count, removed.Count);
    }

    /// <summary>Builds the index of what the store holds.</summary>
    /// <param name="known">An index to take over the articles from that have not changed; null for none.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public (StoreState State, PassageIndex Index) Load(PassageIndex? known = null)
    {
        var (state, stored) = _store.ReadAll(Embedder);
        if (!RebuildsByItself)
            RefuseAnotherEmbedder(state);
        var articles = stored.Select(s => known?.Articles.GetValueOrDefault(s.Article.Id) is { } same && same.Article.Version == s.Article.Version
            ? same
            : IndexedArticle.Analyze(s.Article, _linguistics, _speech, _leaders)).ToDictionary(a => a.Article.Id);
        var passages = stored.SelectMany(s => s.Passages).ToList();
        var search = _store.Search(state.Revision, passages, passage => SparseVector.OfPassage(articles[passage.ArticleId], passage));
        return (state, new PassageIndex(passages, articles.Values, search));
    }

    /// <summary>Builds an index of articles that no store holds.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="linguistics">The linguistic data.</param>
    /// <param name="embedder">Makes the vectors.</param>
    /// <param name="speech">Finds who speaks.</param>
    /// <param name="threads">How many threads work on it, at most 512; 0 for one a processor.</param>
    public static PassageIndex InMemory(IReadOnlyList<Article> articles, Linguistics linguistics, IEmbedder embedder, SpeechReader speech, int threads = 0)
    {
        var leaders = new LeaderResolver(linguistics);
        var parallel = articles.AsParallel().AsOrdered().WithDegreeOfParallelism(threads > 0 ? threads : Math.Min(512, Environment.ProcessorCount));
        var indexed = parallel.Select(article => IndexedArticle.Analyze(article, linguistics, speech, leaders)).ToDictionary(a => a.Article.Id);
        var passages = parallel.SelectMany(article => Passages(article, embedder)).ToList();
        return new PassageIndex(passages, indexed.Values, new MemorySearch(passages, passage => SparseVector.OfPassage(indexed[passage.ArticleId], passage)));
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

    private static IEnumerable<Article> Changed(StoreState state, CorpusLoadResult corpus) =>
        corpus.Articles.Where(a => state.Articles.GetValueOrDefault(a.Id).Version != a.Version);

    // What cannot be read now, a file half written or a folder not mounted, is not gone.
    private static IEnumerable<string> Removed(StoreState state, CorpusLoadResult corpus) =>
        state.Articles.Keys.Except(corpus.Files.Keys)
            .Where(id => state.Articles[id].File is not { } file || !corpus.Refusals.Any(refused => file.StartsWith(refused.File, StringComparison.Ordinal)));

    private IReadOnlyList<Passage> Passages(Article article) => Passages(article, _embedder);

    private static IReadOnlyList<Passage> Passages(Article article, IEmbedder embedder)
    {
        var spans = PassageCutter.Cut(article);
        var vectors = embedder.EmbedPassages([.. spans.Select(span => PassageFactory.TextToEmbed(article, span.FirstSentence, span.SentenceCount))]);
        return [.. spans.Select((span, i) => PassageFactory.Make(article, span.FirstSentence, span.SentenceCount, vectors[i]))];
    }
}
