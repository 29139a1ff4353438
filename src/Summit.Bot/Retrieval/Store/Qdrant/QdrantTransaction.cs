using System.Globalization;
using Grpc.Core;

namespace Summit.Bot.Retrieval.Store.Qdrant;

/// <summary>
/// Writes a revision into a collection of its own. Another writer may do so at the same time: who comes second finds the alias moved
/// and gives up, having changed nothing.
/// </summary>
internal sealed class QdrantTransaction : IStoreTransaction
{
    /// <summary>A batch is sent when it has that many bytes; Qdrant takes 32 MB.</summary>
    private const int BatchBytes = 4 * 1024 * 1024;

    private const int ReadAtOnce = 64;

    private readonly QdrantStore _store;
    private readonly QdrantClient _client;
    private readonly CancellationToken _cancellationToken;
    private readonly int _dimension;
    private readonly string? _served;
    private readonly string _revision;
    private readonly string _collection;
    private readonly HashSet<string> _replaced = [];
    private readonly Dictionary<string, string> _put = [];
    private readonly Dictionary<string, string?> _sources = [];
    private readonly List<PointStruct> _batch = [];
    private int _batchBytes;
    private bool _mayBeServed;

    private QdrantTransaction(QdrantStore store, QdrantClient client, int dimension, string? served, StoreState state, CancellationToken cancellationToken)
    {
        _store = store;
        _client = client;
        _dimension = dimension;
        _served = served;
        _cancellationToken = cancellationToken;
        State = state;
        _revision = Guid.CreateVersion7(store.Time.GetUtcNow()).ToString("N");
        _collection = store.CollectionOf(_revision);
    }

    public StoreState State { get; }

    public static async Task<IStoreTransaction> BeginAsync(QdrantStore store, QdrantClient client, int dimension, CancellationToken cancellationToken)
    {
        var served = await store.FindServedAsync(cancellationToken);
        if (served is null && await client.CollectionExistsAsync(store.Location.Collection, cancellationToken))
        {
            throw new StoreException(
                $"Qdrant at {store.Location.Url.Authority} has a collection named '{store.Location.Collection}' that this bot has not made. Name another with Summit:Store:Qdrant:Collection, or delete it.");
        }

        var transaction = new QdrantTransaction(
            store, client, dimension, served, served is null ? StoreState.Empty : await store.ReadStateAsync(served, cancellationToken), cancellationToken);
        await transaction.CleanUpAsync();
        await transaction.CreateAsync();
        return transaction;
    }

    public IReadOnlyList<StoredArticle> Read(IReadOnlyCollection<string> ids) => _store.Run(
        async () =>
        {
            var articles = new List<StoredArticle>();
            foreach (var some in ids.Chunk(ReadAtOnce))
            {
                var points = await _client.RetrieveAsync(_served!, [.. some.Select(id => (PointId)QdrantPoints.ArticlePointId(id))], cancellationToken: _cancellationToken);
                articles.AddRange(points.Select(point => QdrantPoints.ToArticle(point.Payload)));
            }

            return (IReadOnlyList<StoredArticle>)[.. articles.OrderBy(a => a.Article.Id, StringComparer.Ordinal)];
        },
        _cancellationToken);

    public void Put(StoredArticle article) => _store.Run(
        async () =>
        {
            _replaced.Add(article.Article.Id);
            _put[article.Article.Id] = article.Article.Version;
            await AddAsync(QdrantPoints.Of(article));
            foreach (var passage in article.Passages)
                await AddAsync(QdrantPoints.Of(passage));
            return true;
        },
        _cancellationToken);

    public void Remove(string id) => _replaced.Add(id);

    public void PutSource(string path, string? hash) => _sources[path] = hash;

    public void Commit(string embedder) => _store.Run(
        async () =>
        {
            if (_served is not null)
                await KeepTheRestAsync(_served);
            foreach (var (path, hash) in State.Sources.Where(source => !_sources.ContainsKey(source.Key)).Select(source => (source.Key, (string?)source.Value)).Concat(_sources.Select(s => (s.Key, s.Value))))
            {
                if (hash is not null)
                    await AddAsync(QdrantPoints.OfSource(path, hash));
            }

            await FlushAsync();
            var about = About();
            about.Payload[QdrantPoints.Embedder] = embedder;
            about.Payload[QdrantPoints.Dimension] = (long)_dimension;
            about.Payload[QdrantPoints.Previous] = _served ?? "";
            await _client.UpsertAsync(_collection, [about], cancellationToken: _cancellationToken);
            if (await _store.FindServedAsync(_cancellationToken) != _served)
                throw new StoreUnreachableException($"Another process has written to {_store.Location.Collection} meanwhile. It is tried again.");
            // From here on it may be served, even where the answer is lost.
            _mayBeServed = true;
            await _client.UpdateAliasesAsync(
                [
                    .. _served is null ? [] : new[] { new AliasOperations { DeleteAlias = new DeleteAlias { AliasName = _store.Location.Collection } } },
                    new AliasOperations { CreateAlias = new CreateAlias { AliasName = _store.Location.Collection, CollectionName = _collection } },
                ],
                cancellationToken: _cancellationToken);
            await CleanUpAsync();
            return true;
        },
        _cancellationToken);

    /// <summary>Without <see cref="Commit"/>, takes away what was begun, if Qdrant can be reached; a later writer does so otherwise.</summary>
    public void Dispose()
    {
        if (_mayBeServed)
            return;
        try
        {
            _store.Run(async () =>
            {
                await DeleteAsync(_collection, CancellationToken.None);
                return true;
            });
        }
        catch (StoreException)
        {
            // It is not served, and its lease runs out.
        }
    }

    private async Task DeleteAsync(string collection, CancellationToken cancellationToken)
    {
        try
        {
            await _client.DeleteCollectionAsync(collection, cancellationToken: cancellationToken);
        }
        catch (QdrantException)
        {
            // It is gone: another writer was first, or a call was repeated that had taken effect.
        }
    }

    private async Task CreateAsync()
    {
        try
        {
            await CreateCollectionAsync();
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.AlreadyExists)
        {
            // Its name is this writer's alone: a call was repeated that had taken effect.
        }

        await _client.UpsertAsync(_collection, [About()], cancellationToken: _cancellationToken);
        foreach (var field in new[] { QdrantPoints.Kind, QdrantPoints.ArticleId, QdrantPoints.Language })
            await _client.CreatePayloadIndexAsync(_collection, field, PayloadSchemaType.Keyword, cancellationToken: _cancellationToken);
        await _client.CreatePayloadIndexAsync(_collection, QdrantPoints.Published, PayloadSchemaType.Datetime, cancellationToken: _cancellationToken);
    }

    private Task CreateCollectionAsync() => _client.CreateCollectionAsync(
        _collection,
        new VectorParamsMap { Map = { [QdrantPoints.Dense] = new VectorParams { Size = (ulong)_dimension, Distance = Distance.Cosine } } },
        _store.Location.Shards, _store.Location.Replicas, writeConsistencyFactor: _store.Location.Replicas / 2 + 1,
        sparseVectorsConfig: (QdrantPoints.Sparse, new SparseVectorParams { Modifier = Modifier.Idf }), cancellationToken: _cancellationToken);

    /// <summary>Copies what is not replaced, with its vectors, and keeps replaced versions among the earlier ones.</summary>
    private async Task KeepTheRestAsync(string served)
    {
        var earlier = new List<(string Article, long Number, PointStruct Point)>();
        await foreach (var point in _store.ScrollAsync(served, QdrantPoints.EarlierKind, cancellationToken: _cancellationToken))
            earlier.Add((point.Payload[QdrantPoints.ArticleId].StringValue, point.Payload[QdrantPoints.Number].IntegerValue, Copy(point)));
        var last = earlier.Select(e => e.Number).DefaultIfEmpty().Max();
        await foreach (var point in _store.ScrollAsync(served, QdrantPoints.ArticleKind, cancellationToken: _cancellationToken))
        {
            var (id, version) = (point.Payload[QdrantPoints.ArticleId].StringValue, point.Payload[QdrantPoints.Version].StringValue);
            if (!_replaced.Contains(id))
                await AddAsync(Copy(point));
            else if (_put.TryGetValue(id, out var now) && now != version)
                earlier.Add((id, ++last, QdrantPoints.Earlier(point.Payload, last)));
        }

        await foreach (var point in _store.ScrollAsync(served, QdrantPoints.PassageKind, withVectors: true, cancellationToken: _cancellationToken))
        {
            if (!_replaced.Contains(point.Payload[QdrantPoints.ArticleId].StringValue))
                await AddAsync(Copy(point));
        }

        foreach (var versions in earlier.GroupBy(e => e.Article).Where(e => _put.ContainsKey(e.Key) || !_replaced.Contains(e.Key)))
        {
            // A version that comes back is the served one again, and no longer an earlier one.
            var kept = versions.Where(v => _put.GetValueOrDefault(versions.Key) != v.Point.Payload[QdrantPoints.Version].StringValue)
                .GroupBy(v => v.Point.Id.Uuid).Select(same => same.MaxBy(v => v.Number)).OrderByDescending(v => v.Number).Take(StoreTransaction.MostEarlierVersions);
            foreach (var version in kept)
                await AddAsync(version.Point);
        }
    }

    private static PointStruct Copy(RetrievedPoint point)
    {
        var copy = new PointStruct { Id = point.Id, Payload = { point.Payload }, Vectors = new Dictionary<string, Vector>() };
        foreach (var (name, vector) in point.Vectors?.Vectors.Vectors ?? [])
        {
            copy.Vectors.Vectors_.Vectors[name] = vector.GetSparseVector() is { } sparse
                ? new Vector { Sparse = sparse }
                : new Vector { Dense = vector.GetDenseVector() };
        }

        return copy;
    }

    /// <summary>Describes the collection, and says that its writer is alive.</summary>
    private PointStruct About() => new()
    {
        Id = QdrantPoints.AboutId,
        Vectors = new Dictionary<string, Vector>(),
        Payload = { [QdrantPoints.Kind] = QdrantPoints.AboutKind, [QdrantPoints.Revision] = _revision, [QdrantPoints.Alive] = _store.Time.GetUtcNow().ToUnixTimeSeconds() },
    };

    private async Task AddAsync(PointStruct point)
    {
        _batch.Add(point);
        _batchBytes += point.CalculateSize();
        if (_batchBytes >= BatchBytes)
            await FlushAsync();
    }

    private async Task FlushAsync()
    {
        if (_batch.Count > 0)
            await _client.UpsertAsync(_collection, [.. _batch, About()], cancellationToken: _cancellationToken);
        _batch.Clear();
        _batchBytes = 0;
    }

    /// <summary>Takes away what is neither served, nor was served before, nor is being written.</summary>
    private async Task CleanUpAsync()
    {
        var served = await _store.FindServedAsync(_cancellationToken);
        var previous = served is null ? null : (await _store.AboutAsync(served, _cancellationToken))?[QdrantPoints.Previous].StringValue;
        foreach (var name in await _client.ListCollectionsAsync(_cancellationToken))
        {
            if (!IsRevision(name, out var revision) || name == served || name == previous || name == _collection)
                continue;
            var about = await _store.AboutAsync(name, _cancellationToken);
            var begun = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(revision.AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            var alive = about is null ? begun : DateTimeOffset.FromUnixTimeSeconds(about[QdrantPoints.Alive].IntegerValue);
            // One that was complete was served once.
            if (about?.ContainsKey(QdrantPoints.Embedder) == true || _store.Time.GetUtcNow() - alive > _store.Location.Lease)
                await DeleteAsync(name, _cancellationToken);
        }
    }

    private bool IsRevision(string collection, out string revision)
    {
        var prefix = _store.CollectionOf("");
        revision = collection.StartsWith(prefix, StringComparison.Ordinal) ? collection[prefix.Length..] : "";
        return Guid.TryParseExact(revision, "N", out _);
    }
}
