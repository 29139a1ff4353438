using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Evaluating;

/// <summary>Makes retrievers without a store.</summary>
public static class InMemoryRetriever
{
    private static readonly BuiltinEmbedder Builtin = new(Linguistics.Shared);
    private static readonly SpeechReader Speech = new(Linguistics.Shared);

    /// <summary>Over articles, as they are served.</summary>
    public static Retriever Of(IReadOnlyList<Article> articles) => Of(articles, Builtin);

    /// <summary>The same with an embedder.</summary>
    public static Retriever Of(IReadOnlyList<Article> articles, IEmbedder embedder) => Of(Index(articles, embedder), RankingVariant.Complete, embedder);

    /// <summary>Over an index, ranking by a variant; with what made the index's vectors, the built-in embedder where it is null.</summary>
    internal static Retriever Of(PassageIndex index, RankingVariant variant, IEmbedder? embedder = null) => new(index, embedder ?? Builtin, Linguistics.Shared, Speech, variant.Weights) { Legs = variant.Legs };

    /// <summary>An index that holds these articles, too: itself where it does.</summary>
    internal static PassageIndex With(PassageIndex index, IReadOnlyList<Article> articles, IEmbedder embedder) =>
        articles.All(article => index.Articles.GetValueOrDefault(article.Id)?.Article.Version == article.Version)
            ? index
            : Index([.. index.Articles.Values.Select(indexed => indexed.Article).ExceptBy(articles.Select(article => article.Id), article => article.Id), .. articles], embedder);

    /// <summary>The index of articles.</summary>
    internal static PassageIndex Index(IReadOnlyList<Article> articles, IEmbedder? embedder = null) => Indexer.InMemory(articles, Linguistics.Shared, embedder ?? Builtin, Speech);
}
