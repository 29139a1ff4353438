using Grpc.Core;
using Summit.Qdrant.Grpc;

namespace Summit.Qdrant;

public partial class QdrantClient
{
    /// <summary>Creates a collection whose points have one unnamed vector.</summary>
    /// <param name="collectionName">1 to 255 characters, none of <c>&lt; &gt; : " / \ | ? *</c>.</param>
    /// <param name="vectorsConfig">Size and distance of the vector.</param>
    /// <param name="shardNumber">Shards of the collection, from 1.</param>
    /// <param name="replicationFactor">Copies of each shard, from 1.</param>
    /// <param name="writeConsistencyFactor">Copies that a write must reach before it is answered, from 1.</param>
    /// <param name="onDiskPayload">Keeps payloads on disk only.</param>
    /// <param name="hnswConfig">The graph; null for the server's defaults.</param>
    /// <param name="optimizersConfig">The optimizers; null for the server's defaults.</param>
    /// <param name="walConfig">The write-ahead log; null for the server's defaults.</param>
    /// <param name="quantizationConfig">Quantization; null for none.</param>
    /// <param name="initFromCollection">Ignored: servers took it up to 1.15.</param>
    /// <param name="shardingMethod">How points are spread over shards; null for by id.</param>
    /// <param name="sparseVectorsConfig">Named sparse vectors besides.</param>
    /// <param name="strictModeConfig">Limits of the collection; null for the server's defaults.</param>
    /// <param name="timeout">How long the server may take, in whole seconds.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RpcException">ALREADY_EXISTS, INVALID_ARGUMENT, or as for every call.</exception>
    public Task CreateCollectionAsync(
        string collectionName,
        VectorParams vectorsConfig,
        uint shardNumber = 1,
        uint replicationFactor = 1,
        uint writeConsistencyFactor = 1,
        bool onDiskPayload = false,
        HnswConfigDiff? hnswConfig = null,
        OptimizersConfigDiff? optimizersConfig = null,
        WalConfigDiff? walConfig = null,
        QuantizationConfig? quantizationConfig = null,
        string? initFromCollection = null,
        ShardingMethod? shardingMethod = null,
        SparseVectorConfig? sparseVectorsConfig = null,
        StrictModeConfig? strictModeConfig = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        CreateAsync(
            Collection(
                collectionName, new VectorsConfig { Params = vectorsConfig }, shardNumber, replicationFactor, writeConsistencyFactor,
                onDiskPayload, hnswConfig, optimizersConfig, walConfig, quantizationConfig, shardingMethod, sparseVectorsConfig,
                strictModeConfig, metadata: null),
            timeout, cancellationToken);

    /// <summary>Creates a collection whose points have one unnamed vector, with metadata that <see cref="GetCollectionInfoAsync"/> returns.</summary>
    /// <inheritdoc cref="CreateCollectionAsync(string, VectorParams, uint, uint, uint, bool, HnswConfigDiff, OptimizersConfigDiff, WalConfigDiff, QuantizationConfig, string, ShardingMethod?, SparseVectorConfig, StrictModeConfig, TimeSpan?, CancellationToken)"/>
    /// <param name="metadata">What to keep with the collection.</param>
#pragma warning disable CS1573 // The other parameters are described where this inherits from.
    public Task CreateCollectionAsync(
        string collectionName,
        VectorParams vectorsConfig,
        Dictionary<string, Value> metadata,
        uint shardNumber = 1,
        uint replicationFactor = 1,
        uint writeConsistencyFactor = 1,
        bool onDiskPayload = false,
        HnswConfigDiff? hnswConfig = null,
        OptimizersConfigDiff? optimizersConfig = null,
        WalConfigDiff? walConfig = null,
        QuantizationConfig? quantizationConfig = null,
        ShardingMethod? shardingMethod = null,
        SparseVectorConfig? sparseVectorsConfig = null,
        StrictModeConfig? strictModeConfig = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        CreateAsync(
            Collection(
                collectionName, new VectorsConfig { Params = vectorsConfig }, shardNumber, replicationFactor, writeConsistencyFactor,
                onDiskPayload, hnswConfig, optimizersConfig, walConfig, quantizationConfig, shardingMethod, sparseVectorsConfig,
                strictModeConfig, metadata),
            timeout, cancellationToken);

    /// <summary>Creates a collection whose points have named vectors.</summary>
    /// <inheritdoc cref="CreateCollectionAsync(string, VectorParams, uint, uint, uint, bool, HnswConfigDiff, OptimizersConfigDiff, WalConfigDiff, QuantizationConfig, string, ShardingMethod?, SparseVectorConfig, StrictModeConfig, TimeSpan?, CancellationToken)"/>
    /// <param name="vectorsConfig">Size and distance of each dense vector by name; null for none.</param>
    public Task CreateCollectionAsync(
        string collectionName,
        VectorParamsMap? vectorsConfig = null,
        uint shardNumber = 1,
        uint replicationFactor = 1,
        uint writeConsistencyFactor = 1,
        bool onDiskPayload = false,
        HnswConfigDiff? hnswConfig = null,
        OptimizersConfigDiff? optimizersConfig = null,
        WalConfigDiff? walConfig = null,
        QuantizationConfig? quantizationConfig = null,
        string? initFromCollection = null,
        ShardingMethod? shardingMethod = null,
        SparseVectorConfig? sparseVectorsConfig = null,
        StrictModeConfig? strictModeConfig = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        CreateAsync(
            Collection(
                collectionName, Named(vectorsConfig), shardNumber, replicationFactor, writeConsistencyFactor,
                onDiskPayload, hnswConfig, optimizersConfig, walConfig, quantizationConfig, shardingMethod, sparseVectorsConfig,
                strictModeConfig, metadata: null),
            timeout, cancellationToken);

    /// <summary>Creates a collection whose points have named vectors, with metadata that <see cref="GetCollectionInfoAsync"/> returns.</summary>
    /// <inheritdoc cref="CreateCollectionAsync(string, VectorParams, uint, uint, uint, bool, HnswConfigDiff, OptimizersConfigDiff, WalConfigDiff, QuantizationConfig, string, ShardingMethod?, SparseVectorConfig, StrictModeConfig, TimeSpan?, CancellationToken)"/>
    /// <param name="vectorsConfig">Size and distance of each dense vector by name; null for none.</param>
    /// <param name="metadata">What to keep with the collection.</param>
    public Task CreateCollectionAsync(
        string collectionName,
        VectorParamsMap? vectorsConfig,
        Dictionary<string, Value> metadata,
        uint shardNumber = 1,
        uint replicationFactor = 1,
        uint writeConsistencyFactor = 1,
        bool onDiskPayload = false,
        HnswConfigDiff? hnswConfig = null,
        OptimizersConfigDiff? optimizersConfig = null,
        WalConfigDiff? walConfig = null,
        QuantizationConfig? quantizationConfig = null,
        ShardingMethod? shardingMethod = null,
        SparseVectorConfig? sparseVectorsConfig = null,
        StrictModeConfig? strictModeConfig = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default) =>
        CreateAsync(
            Collection(
                collectionName, Named(vectorsConfig), shardNumber, replicationFactor, writeConsistencyFactor,
                onDiskPayload, hnswConfig, optimizersConfig, walConfig, quantizationConfig, shardingMethod, sparseVectorsConfig,
                strictModeConfig, metadata),
            timeout, cancellationToken);
#pragma warning restore CS1573

    /// <summary>Whether a collection, or an alias of one, has this name.</summary>
    /// <param name="collectionName">The name.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<bool> CollectionExistsAsync(string collectionName, CancellationToken cancellationToken = default)
    {
        var request = new CollectionExistsRequest { CollectionName = collectionName };
        var response = await _grpcClient.Collections.CollectionExistsAsync(
            request, Call("CollectionExists", collectionName, cancellationToken));
        return response.Result.Exists;
    }

    /// <summary>State, configuration, metadata and payload indexes of a collection.</summary>
    /// <param name="collectionName">The collection, or an alias of it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RpcException">NOT_FOUND, or as for every call.</exception>
    public async Task<CollectionInfo> GetCollectionInfoAsync(string collectionName, CancellationToken cancellationToken = default)
    {
        var request = new GetCollectionInfoRequest { CollectionName = collectionName };
        var response = await _grpcClient.Collections.GetAsync(request, Call("Get", collectionName, cancellationToken));
        return response.Result;
    }

    /// <summary>The names of all collections, in no particular order.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<string>> ListCollectionsAsync(CancellationToken cancellationToken = default)
    {
        var response = await _grpcClient.Collections.ListAsync(new ListCollectionsRequest(), Call("List", "", cancellationToken));
        return [.. response.Collections.Select(collection => collection.Name)];
    }

    /// <summary>Deletes a collection with its points and its aliases.</summary>
    /// <param name="collectionName">The collection.</param>
    /// <param name="timeout">How long the server may take, in whole seconds.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="QdrantException">There was no such collection.</exception>
    public async Task DeleteCollectionAsync(
        string collectionName, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var request = new DeleteCollection { CollectionName = collectionName };
        if (timeout is { } value)
            request.Timeout = Seconds(value);
        var response = await _grpcClient.Collections.DeleteAsync(
            request, Call("Delete", collectionName, cancellationToken, timeout));
        if (!response.Result)
            throw new QdrantException($"Collection '{collectionName}' could not be deleted");
    }

    private async Task CreateAsync(CreateCollection request, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        if (timeout is { } value)
            request.Timeout = Seconds(value);
        var response = await _grpcClient.Collections.CreateAsync(
            request, Call("Create", request.CollectionName, cancellationToken, timeout));
        if (!response.Result)
            throw new QdrantException($"Collection '{request.CollectionName}' could not be created");
    }

    private static VectorsConfig? Named(VectorParamsMap? vectors) => vectors is null ? null : new VectorsConfig { ParamsMap = vectors };

    private static CreateCollection Collection(
        string name,
        VectorsConfig? vectors,
        uint shardNumber,
        uint replicationFactor,
        uint writeConsistencyFactor,
        bool onDiskPayload,
        HnswConfigDiff? hnsw,
        OptimizersConfigDiff? optimizers,
        WalConfigDiff? wal,
        QuantizationConfig? quantization,
        ShardingMethod? shardingMethod,
        SparseVectorConfig? sparseVectors,
        StrictModeConfig? strictMode,
        Dictionary<string, Value>? metadata)
    {
        var request = new CreateCollection
        {
            CollectionName = name,
            VectorsConfig = vectors,
            ShardNumber = shardNumber,
            ReplicationFactor = replicationFactor,
            WriteConsistencyFactor = writeConsistencyFactor,
            OnDiskPayload = onDiskPayload,
            HnswConfig = hnsw,
            OptimizersConfig = optimizers,
            WalConfig = wal,
            QuantizationConfig = quantization,
            SparseVectorsConfig = sparseVectors,
            StrictModeConfig = strictMode,
        };
        if (shardingMethod is { } method)
            request.ShardingMethod = method;
        if (metadata is not null)
            request.Metadata.Add(metadata);
        return request;
    }
}
