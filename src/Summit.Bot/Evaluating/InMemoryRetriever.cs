using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Evaluating;

/// <summary>Makes retrievers without a store.</summary>
public static class InMemoryRetriever
{
    private static readonly BuiltinEmbedder Embedder = new(Linguistics.Shared);
    private static readonly SpeechReader Speech = new(Linguistics.Shared);

    /// <summary>Over articles, as they are served.</summary>
    public static Retriever Of(IReadOnlyList<Article> articles) => Of(Index(articles), RankingVariant.Complete);

    /// <summary>Over an index, ranking by a variant.</summary>
    internal static Retriever Of(PassageIndex index, RankingVariant variant) => new(index, Embedder, Linguistics.Shared, Speech, variant.Weights) { Legs = variant.Legs };

    /// <summary>The index of articles.</summary>
    internal static PassageIndex Index(IReadOnlyList<Article> articles) => Indexer.InMemory(articles, Linguistics.Shared, Embedder, Speech);
}
