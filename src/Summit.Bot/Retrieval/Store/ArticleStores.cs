namespace Summit.Bot.Retrieval.Store;

/// <summary>Picks the store that is configured.</summary>
public static class ArticleStores
{
    /// <summary>Names the store; nothing is read yet.</summary>
    public static IArticleStore Of(SummitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new SqliteStore(options.DataPath);
    }
}
