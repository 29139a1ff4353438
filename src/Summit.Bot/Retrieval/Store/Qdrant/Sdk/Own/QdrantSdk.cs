namespace Summit.Bot.Retrieval.Store.Qdrant;

/// <summary>What Summit.Qdrant does otherwise than Qdrant.Client, whose side is the file of this name beside.</summary>
internal static class QdrantSdk
{
    /// <summary>A client of the server; calls that it was not ready for are repeated for some seconds.</summary>
    /// <param name="location">The server.</param>
    /// <param name="timeout">The deadline of a call with all its repetitions.</param>
    /// <param name="connection">To be disposed of with the client.</param>
    public static QdrantClient Connect(QdrantLocation location, TimeSpan timeout, out IDisposable connection)
    {
        var client = new QdrantClient(location.Url, location.ApiKey, timeout);
        connection = client;
        return client;
    }
}
