using System.Globalization;
using Summit.Bot.Corpus;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Retrieval;

/// <summary>What a store serves, and what of it is not up to date.</summary>
/// <param name="Revision">The revision that is served; null for a store that nothing was written to.</param>
/// <param name="Embedder">What made its vectors; null likewise.</param>
/// <param name="Articles">Number of articles.</param>
/// <param name="Ingested">How many of them were ingested; the others come from the corpus folder.</param>
/// <param name="Retracted">How many of them were withdrawn by their publisher: they are never cited.</param>
/// <param name="Passages">Number of passages that are searched.</param>
/// <param name="Sentences">Number of sentences that are searched.</param>
/// <param name="Bytes">What the store takes; null where that is not known.</param>
/// <param name="Stale">What is not up to date, a sentence each, with the way out; empty where everything is.</param>
public sealed record IndexStatus(
    string? Revision, string? Embedder, int Articles, int Ingested, int Retracted, int Passages, int Sentences, long? Bytes, IReadOnlyList<string> Stale)
{
    /// <summary>Looks at a store.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static IndexStatus Of(Indexer indexer, IArticleStore store, CorpusLoadResult corpus)
    {
        ArgumentNullException.ThrowIfNull(indexer);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(corpus);
        var (state, stored) = store.ReadAll(indexer.Embedder);
        var searched = stored.Where(article => article.Passages.Count > 0).ToList();
        return new IndexStatus(
            state.Revision, state.Embedder, stored.Count, stored.Count(article => article.IsIngested), stored.Count(article => article.Article.IsRetracted),
            searched.Sum(article => article.Passages.Count), searched.Sum(article => article.Article.Sentences.Count), store.ReadSize(), [.. StaleOf(indexer, state, corpus)]);
    }

    private static IEnumerable<string> StaleOf(Indexer indexer, StoreState state, CorpusLoadResult corpus)
    {
        if (state.Embedder is { } other && other != indexer.Embedder)
            yield return $"the vectors were made by '{other}', and '{indexer.Embedder}' is configured: make them anew with summit-bot index rebuild";
        if (Indexer.HasChanges(state, corpus))
            yield return "the corpus folder has changed: it is taken up when the server runs, or at the next question";
        var gone = state.Articles.Values.Count(stored => stored is { IsIngested: true, File: { } file } && !File.Exists(file));
        if (gone > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"the files of {gone} ingested articles are not there any more: remove them with summit-bot ingest PATH --prune");
    }
}
