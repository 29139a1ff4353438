namespace Summit.Bot.Retrieval.Store.Qdrant;

/// <summary>Where a Qdrant store is, and how it is kept there.</summary>
internal sealed record QdrantLocation(Uri Url, string? ApiKey, string Collection)
{
    /// <summary>Into how many parts a collection is divided.</summary>
    public uint Shards { get; init; } = 1;

    /// <summary>How many copies of each part there are.</summary>
    public uint Replicas { get; init; } = 1;

    /// <summary>How long a search, or a look at what is stored, may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a writer may be silent before what it has begun is cleaned up.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);
}
