using Summit.Bot.Retrieval.Store.Qdrant;

namespace Summit.Bot.Retrieval.Store;

/// <summary>Picks the store that is configured.</summary>
public static class ArticleStores
{
    /// <summary>Names the store; nothing is read yet.</summary>
    public static IArticleStore Of(SummitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Store.Provider == StoreProvider.Embedded)
            return new SqliteStore(options.DataPath);
        var qdrant = options.Store.Qdrant;
        return new QdrantStore(
            new QdrantLocation(qdrant.Url!, qdrant.ApiKey, qdrant.Collection)
            {
                Shards = (uint)qdrant.Shards, Replicas = (uint)qdrant.Replicas, Timeout = qdrant.Timeout,
            },
            TimeProvider.System);
    }
}
