using Grpc.Core;
using Summit.Qdrant.Grpc;

namespace Summit.Qdrant;

public partial class QdrantClient
{
    /// <summary>Points by nearness, by fusion of prefetches, or by order; the best first.</summary>
    /// <param name="collectionName">The collection, or an alias of it.</param>
    /// <param name="query">What to rank by; null for the order of ids.</param>
    /// <param name="prefetch">Queries whose results this one works on.</param>
    /// <param name="usingVector">The vector to compare with; null for the unnamed one.</param>
    /// <param name="filter">The filter, or null for every point.</param>
    /// <param name="scoreThreshold">The least score (with Euclid and Manhattan, the greatest distance) that is returned.</param>
    /// <param name="searchParams">How to search; Exact compares with every point.</param>
    /// <param name="limit">Points returned at most.</param>
    /// <param name="offset">Points passed over before.</param>
    /// <param name="payloadSelector">Which of the payload is returned; null for all.</param>
    /// <param name="vectorsSelector">Which vectors are returned; null for none.</param>
    /// <param name="readConsistency">How many copies must agree; null for one.</param>
    /// <param name="shardKeySelector">The shards, where the collection has keys for them.</param>
    /// <param name="lookupFrom">Another collection, where an id that is searched with has its vector.</param>
    /// <param name="timeout">How long the server may take, in whole seconds.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RpcException">NOT_FOUND, INVALID_ARGUMENT for a wrong dimension or vector name, or as for every call.</exception>
    public async Task<IReadOnlyList<ScoredPoint>> QueryAsync(
        string collectionName,
        Query? query = null,
        IReadOnlyList<PrefetchQuery>? prefetch = null,
        string? usingVector = null,
        Filter? filter = null,
        float? scoreThreshold = null,
        SearchParams? searchParams = null,
        ulong limit = 10,
        ulong offset = 0,
        WithPayloadSelector? payloadSelector = null,
        WithVectorsSelector? vectorsSelector = null,
        ReadConsistency? readConsistency = null,
        ShardKeySelector? shardKeySelector = null,
        LookupLocation? lookupFrom = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default)
    {
        var request = new QueryPoints
        {
            CollectionName = collectionName,
            Query = query,
            Prefetch = { prefetch ?? [] },
            Filter = filter,
            Params = searchParams,
            Limit = limit,
            Offset = offset,
            WithPayload = payloadSelector ?? true,
            WithVectors = vectorsSelector ?? false,
            ReadConsistency = readConsistency,
            ShardKeySelector = shardKeySelector,
            LookupFrom = lookupFrom,
        };
        if (usingVector is not null)
            request.Using = usingVector;
        if (scoreThreshold is { } least)
            request.ScoreThreshold = least;
        if (timeout is { } value)
            request.Timeout = Seconds(value);
        var response = await _grpcClient.Points.QueryAsync(request, Call("Query", collectionName, cancellationToken, timeout));
        return response.Result;
    }

    /// <summary>Several queries in one call, answered in their order.</summary>
    /// <param name="collectionName">The collection, or an alias of it; the queries must name the same one.</param>
    /// <param name="queries">The queries; unlike <see cref="QueryAsync"/> they return payloads only if they ask for them.</param>
    /// <param name="readConsistency">How many copies must agree; null for one.</param>
    /// <param name="timeout">How long the server may take, in whole seconds.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RpcException">One of the queries is wrong: none is answered then.</exception>
    public async Task<IReadOnlyList<BatchResult>> QueryBatchAsync(
        string collectionName,
        IReadOnlyList<QueryPoints> queries,
        ReadConsistency? readConsistency = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default)
    {
        var request = new QueryBatchPoints
        {
            CollectionName = collectionName,
            QueryPoints = { queries },
            ReadConsistency = readConsistency,
        };
        if (timeout is { } value)
            request.Timeout = Seconds(value);
        var response = await _grpcClient.Points.QueryBatchAsync(request, Call("QueryBatch", collectionName, cancellationToken, timeout));
        return response.Result;
    }
}
