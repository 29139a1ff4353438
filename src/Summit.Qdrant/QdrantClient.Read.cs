using Grpc.Core;
using Summit.Qdrant.Grpc;

namespace Summit.Qdrant;

public partial class QdrantClient
{
    /// <summary>The point of an id; an empty list where there is none.</summary>
    /// <param name="collectionName">The collection, or an alias of it.</param>
    /// <param name="id">The id.</param>
    /// <param name="withPayload">Whether payloads are returned.</param>
    /// <param name="withVectors">Whether vectors are returned.</param>
    /// <param name="readConsistency">How many copies must agree; null for one.</param>
    /// <param name="shardKeySelector">The shards, where the collection has keys for them.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<IReadOnlyList<RetrievedPoint>> RetrieveAsync(
        string collectionName,
        PointId id,
        bool withPayload = true,
        bool withVectors = false,
        ReadConsistency? readConsistency = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default) =>
        RetrieveAsync(collectionName, [id], withPayload, withVectors, readConsistency, shardKeySelector, cancellationToken);

    /// <inheritdoc cref="RetrieveAsync(string, PointId, bool, bool, ReadConsistency, ShardKeySelector, CancellationToken)"/>
    public Task<IReadOnlyList<RetrievedPoint>> RetrieveAsync(
        string collectionName,
        Guid id,
        bool withPayload = true,
        bool withVectors = false,
        ReadConsistency? readConsistency = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default) =>
        RetrieveAsync(collectionName, [id], withPayload, withVectors, readConsistency, shardKeySelector, cancellationToken);

    /// <inheritdoc cref="RetrieveAsync(string, PointId, bool, bool, ReadConsistency, ShardKeySelector, CancellationToken)"/>
    public Task<IReadOnlyList<RetrievedPoint>> RetrieveAsync(
        string collectionName,
        ulong id,
        bool withPayload = true,
        bool withVectors = false,
        ReadConsistency? readConsistency = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default) =>
        RetrieveAsync(collectionName, [id], withPayload, withVectors, readConsistency, shardKeySelector, cancellationToken);

    /// <summary>The points of some ids, in no particular order; ids without a point are left out.</summary>
    /// <inheritdoc cref="RetrieveAsync(string, PointId, bool, bool, ReadConsistency, ShardKeySelector, CancellationToken)"/>
    /// <param name="ids">The ids.</param>
#pragma warning disable CS1573 // The other parameters are described where this inherits from.
    public Task<IReadOnlyList<RetrievedPoint>> RetrieveAsync(
        string collectionName,
        IReadOnlyList<PointId> ids,
        bool withPayload = true,
        bool withVectors = false,
        ReadConsistency? readConsistency = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default) =>
        RetrieveAsync(
            collectionName, ids, (WithPayloadSelector)withPayload, (WithVectorsSelector)withVectors, readConsistency, shardKeySelector,
            cancellationToken);
#pragma warning restore CS1573

    /// <summary>The points of some ids, in no particular order; ids without a point are left out.</summary>
    /// <param name="collectionName">The collection, or an alias of it.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="payloadSelector">Which of the payload is returned.</param>
    /// <param name="vectorSelector">Which vectors are returned.</param>
    /// <param name="readConsistency">How many copies must agree; null for one.</param>
    /// <param name="shardKeySelector">The shards, where the collection has keys for them.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<RetrievedPoint>> RetrieveAsync(
        string collectionName,
        IReadOnlyList<PointId> ids,
        WithPayloadSelector payloadSelector,
        WithVectorsSelector vectorSelector,
        ReadConsistency? readConsistency = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default)
    {
        var request = new GetPoints
        {
            CollectionName = collectionName,
            Ids = { ids },
            WithPayload = payloadSelector,
            WithVectors = vectorSelector,
            ReadConsistency = readConsistency,
            ShardKeySelector = shardKeySelector,
        };
        var response = await _grpcClient.Points.GetAsync(request, Call("Get", collectionName, cancellationToken));
        return response.Result;
    }

    /// <summary>A page of points in ascending order of ids: numbers first, then UUIDs.</summary>
    /// <param name="collectionName">The collection, or an alias of it.</param>
    /// <param name="filter">The filter, or null for every point.</param>
    /// <param name="limit">Points a page, from 1.</param>
    /// <param name="offset">The first id of the page: NextPageOffset of the page before, which the last page does not have.</param>
    /// <param name="payloadSelector">Which of the payload is returned; null for all.</param>
    /// <param name="vectorsSelector">Which vectors are returned; null for none.</param>
    /// <param name="readConsistency">How many copies must agree; null for one.</param>
    /// <param name="shardKeySelector">The shards, where the collection has keys for them.</param>
    /// <param name="orderBy">Another order, which has no next page; the field must have an index.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<ScrollResponse> ScrollAsync(
        string collectionName,
        Filter? filter = null,
        uint limit = 10,
        PointId? offset = null,
        WithPayloadSelector? payloadSelector = null,
        WithVectorsSelector? vectorsSelector = null,
        ReadConsistency? readConsistency = null,
        ShardKeySelector? shardKeySelector = null,
        OrderBy? orderBy = null,
        CancellationToken cancellationToken = default)
    {
        var request = new ScrollPoints
        {
            CollectionName = collectionName,
            Filter = filter,
            Limit = limit,
            Offset = offset,
            WithPayload = payloadSelector ?? true,
            WithVectors = vectorsSelector ?? false,
            ReadConsistency = readConsistency,
            ShardKeySelector = shardKeySelector,
            OrderBy = orderBy,
        };
        return await _grpcClient.Points.ScrollAsync(request, Call("Scroll", collectionName, cancellationToken));
    }

    /// <summary>How many points pass a filter.</summary>
    /// <param name="collectionName">The collection, or an alias of it.</param>
    /// <param name="filter">The filter, or null for every point.</param>
    /// <param name="exact">Whether to count each, or to estimate.</param>
    /// <param name="readConsistency">How many copies must agree; null for one.</param>
    /// <param name="shardKeySelector">The shards, where the collection has keys for them.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<ulong> CountAsync(
        string collectionName,
        Filter? filter = null,
        bool exact = true,
        ReadConsistency? readConsistency = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default)
    {
        var request = new CountPoints
        {
            CollectionName = collectionName,
            Filter = filter,
            Exact = exact,
            ReadConsistency = readConsistency,
            ShardKeySelector = shardKeySelector,
        };
        var response = await _grpcClient.Points.CountAsync(request, Call("Count", collectionName, cancellationToken));
        return response.Result.Count;
    }
}
