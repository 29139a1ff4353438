using System.Runtime.CompilerServices;

namespace Summit.Bot.Retrieval.Store.Qdrant;

/// <summary>
/// Keeps the articles in Qdrant. Every revision is a collection of its own, named after the configured one; an alias of the
/// configured name moves to it in one step when it is complete. The revision before stays until the next, for those who search it
/// still. What a writer that died has begun is removed by a later one.
/// </summary>
internal sealed class QdrantStore : IArticleStore, IDisposable
{
    private const uint PageSize = 64;

    /// <summary>How long a call of a writer may take, such as making a collection on every node.</summary>
    private static readonly TimeSpan WriteTimeout = TimeSpan.FromMinutes(1);

    private readonly QdrantClient _client;
    private readonly QdrantClient _writer;
    private readonly IDisposable _connection, _writerConnection;

    /// <summary>Names the store; nothing is sent yet.</summary>
    public QdrantStore(QdrantLocation location, TimeProvider time)
    {
        Location = location;
        Time = time;
        _client = QdrantSdk.Connect(location, location.Timeout, out _connection);
        _writer = QdrantSdk.Connect(location, WriteTimeout, out _writerConnection);
    }

    public QdrantLocation Location { get; }

    public TimeProvider Time { get; }

    /// <summary>Another embedder may cost money: that is for the user to decide.</summary>
    public bool RebuildsByItself => false;

    public bool CommitsInPlace => false;

    public StoreState ReadState() => Run(async () => await FindServedAsync() is { } collection ? await ReadStateAsync(collection) : StoreState.Empty);

    public string? ReadRevision() => Run(async () => (await FindServedAsync())?[CollectionOf("").Length..]);

    public (StoreState State, IReadOnlyList<StoredArticle> Articles) ReadAll(string embedder, Func<string, string, bool>? isKnown = null) => Run(async () =>
    {
        if (await FindServedAsync() is not { } collection)
            return (StoreState.Empty, (IReadOnlyList<StoredArticle>)[]);
        var articles = new List<StoredArticle>();
        await foreach (var point in ScrollAsync(collection, QdrantPoints.ArticleKind))
        {
            if (isKnown?.Invoke(point.Payload[QdrantPoints.ArticleId].StringValue, point.Payload[QdrantPoints.Version].StringValue) != true)
                articles.Add(QdrantPoints.ToArticle(point.Payload));
        }

        return (await ReadStateAsync(collection), [.. articles.OrderBy(a => a.Article.Id, StringComparer.Ordinal)]);
    });

    public IPassageSearch Search(string? revision, IReadOnlyList<Passage> passages) =>
        new QdrantSearch(_client, Location.Url, CollectionOf(revision ?? ""));

    public string? ReadText(string articleId, string version) => Read(articleId, version)?.Text;

    public ArticleText? ReadEarlier(string articleId, string version) => Run(async () =>
        await PointAsync(QdrantPoints.EarlierPointId(articleId, version)) is { } earlier ? QdrantPoints.ToText(earlier) : null);

    public IStoreTransaction BeginWrite(int dimension, CancellationToken cancellationToken = default) =>
        Run(() => QdrantTransaction.BeginAsync(this, _writer, dimension, cancellationToken), cancellationToken);

    /// <summary>Qdrant does not say.</summary>
    public long? ReadSize() => null;

    /// <summary>Qdrant looks after its files itself.</summary>
    public string? SetAside() => null;

    public void Dispose()
    {
        _connection.Dispose();
        _writerConnection.Dispose();
    }

    /// <summary>The collection of a revision.</summary>
    internal string CollectionOf(string revision) => $"{Location.Collection}-{revision}";

    internal T Run<T>(Func<Task<T>> calls, CancellationToken cancellationToken = default) => QdrantErrors.Run(Location.Url, calls, cancellationToken);

    /// <summary>The collection that the alias names; null when there is none.</summary>
    internal async Task<string?> FindServedAsync(CancellationToken cancellationToken = default) =>
        (await _client.ListAliasesAsync(cancellationToken)).FirstOrDefault(alias => alias.AliasName == Location.Collection)?.CollectionName;

    internal async Task<StoreState> ReadStateAsync(string collection, CancellationToken cancellationToken = default)
    {
        var articles = new Dictionary<string, StoredVersion>();
        await foreach (var point in ScrollAsync(collection, QdrantPoints.ArticleKind, [QdrantPoints.ArticleId, QdrantPoints.Version, QdrantPoints.File, QdrantPoints.Ingested], cancellationToken: cancellationToken))
            articles[point.Payload[QdrantPoints.ArticleId].StringValue] = new StoredVersion(
                point.Payload[QdrantPoints.Version].StringValue, QdrantPoints.Optional(point.Payload, QdrantPoints.File), point.Payload.ContainsKey(QdrantPoints.Ingested));
        var sources = new Dictionary<string, string>();
        await foreach (var point in ScrollAsync(collection, QdrantPoints.SourceKind, cancellationToken: cancellationToken))
            sources[point.Payload[QdrantPoints.File].StringValue] = point.Payload[QdrantPoints.SourceHash].StringValue;
        var about = await AboutAsync(collection, cancellationToken);
        return new StoreState(about?[QdrantPoints.Revision].StringValue, about is null ? null : QdrantPoints.Optional(about, QdrantPoints.Embedder), articles) { Sources = sources };
    }

    /// <summary>What describes a collection; null when its writer has written nothing yet.</summary>
    internal async Task<IDictionary<string, Value>?> AboutAsync(string collection, CancellationToken cancellationToken = default) =>
        (await _client.RetrieveAsync(collection, QdrantPoints.AboutId, cancellationToken: cancellationToken)) is [var about, ..] ? about.Payload : null;

    /// <summary>All points of a kind.</summary>
    internal async IAsyncEnumerable<RetrievedPoint> ScrollAsync(
        string collection, string kind, string[]? payload = null, bool withVectors = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        PointId? next = null;
        do
        {
            var page = await _writer.ScrollAsync(
                collection, Conditions.MatchKeyword(QdrantPoints.Kind, kind), PageSize, next,
                payload is null ? true : payload, withVectors, cancellationToken: cancellationToken);
            foreach (var point in page.Result)
                yield return point;
            next = page.NextPageOffset;
        }
        while (next is not null);
    }

    private ArticleText? Read(string articleId, string version) => Run(async () =>
        await PointAsync(QdrantPoints.ArticlePointId(articleId)) is { } article && article[QdrantPoints.Version].StringValue == version ? QdrantPoints.ToText(article)
        : await PointAsync(QdrantPoints.EarlierPointId(articleId, version)) is { } earlier ? QdrantPoints.ToText(earlier)
        : null);

    private async Task<IDictionary<string, Value>?> PointAsync(Guid id) =>
        (await _client.RetrieveAsync(Location.Collection, id)) is [var point, ..] ? point.Payload : null;
}
