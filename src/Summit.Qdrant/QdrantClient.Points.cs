using Grpc.Core;
using Summit.Qdrant.Grpc;

namespace Summit.Qdrant;

public partial class QdrantClient
{
    /// <summary>Writes points; one with an id that exists is replaced whole.</summary>
    /// <param name="collectionName">The collection, or an alias of it.</param>
    /// <param name="points">The points; where one of them is wrong, others may have been written.</param>
    /// <param name="wait">Answers only when the points can be found and are in the log on disk.</param>
    /// <param name="ordering">Order among the writes of a cluster; null for weak.</param>
    /// <param name="shardKeySelector">The shards, where the collection has keys for them.</param>
    /// <param name="cancellationToken">Stops the call; points may have been written.</param>
    /// <exception cref="RpcException">NOT_FOUND, INVALID_ARGUMENT for a wrong dimension or vector name, or as for every call.</exception>
    public Task<UpdateResult> UpsertAsync(
        string collectionName,
        IReadOnlyList<PointStruct> points,
        bool wait = true,
        WriteOrderingType? ordering = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default) =>
        UpsertAsync(collectionName, points, null, wait, ordering, shardKeySelector, cancellationToken);

    /// <summary>Writes points; one with an id that exists is replaced whole if it passes a filter, and stays as it is if not.</summary>
    /// <param name="collectionName">The collection, or an alias of it.</param>
    /// <param name="points">The points; where one of them is wrong, others may have been written.</param>
    /// <param name="updateFilter">The filter, or null to replace every point.</param>
    /// <param name="wait">Answers only when the points can be found and are in the log on disk.</param>
    /// <param name="ordering">Order among the writes of a cluster; null for weak.</param>
    /// <param name="shardKeySelector">The shards, where the collection has keys for them.</param>
    /// <param name="cancellationToken">Stops the call; points may have been written.</param>
    public Task<UpdateResult> UpsertAsync(
        string collectionName,
        IReadOnlyList<PointStruct> points,
        Filter? updateFilter,
        bool wait = true,
        WriteOrderingType? ordering = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default)
    {
        var request = new UpsertPoints
        {
            CollectionName = collectionName,
            Points = { points },
            Wait = wait,
            Ordering = Ordering(ordering),
            ShardKeySelector = shardKeySelector,
            UpdateFilter = updateFilter,
        };
        return UpsertAsync(request, cancellationToken);
    }

    /// <summary>Writes points as a request says.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call; points may have been written.</param>
    public async Task<UpdateResult> UpsertAsync(UpsertPoints request, CancellationToken cancellationToken = default)
    {
        var response = await _grpcClient.Points.UpsertAsync(request, Call("Upsert", request.CollectionName, cancellationToken));
        return response.Result;
    }

    /// <summary>Deletes a point; one that does not exist is no error.</summary>
    /// <param name="collectionName">The collection, or an alias of it.</param>
    /// <param name="id">The id.</param>
    /// <param name="wait">Answers only when it is done.</param>
    /// <param name="ordering">Order among the writes of a cluster; null for weak.</param>
    /// <param name="shardKeySelector">The shards, where the collection has keys for them.</param>
    /// <param name="cancellationToken">Stops the call; it may have been done.</param>
    public Task<UpdateResult> DeleteAsync(
        string collectionName,
        ulong id,
        bool wait = true,
        WriteOrderingType? ordering = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default) =>
        DeleteAsync(collectionName, (PointsSelector)id, wait, ordering, shardKeySelector, cancellationToken);

    /// <summary>Deletes points; ones that do not exist are no error.</summary>
    /// <inheritdoc cref="DeleteAsync(string, ulong, bool, WriteOrderingType?, ShardKeySelector, CancellationToken)"/>
    /// <param name="ids">The ids.</param>
#pragma warning disable CS1573 // The other parameters are described where these inherit from.
    public Task<UpdateResult> DeleteAsync(
        string collectionName,
        IReadOnlyList<ulong> ids,
        bool wait = true,
        WriteOrderingType? ordering = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default) =>
        DeleteAsync(
            collectionName, PointsSelector.Of(ids.Select(id => (PointId)id)), wait, ordering, shardKeySelector, cancellationToken);

    /// <summary>Deletes a point; one that does not exist is no error.</summary>
    /// <inheritdoc cref="DeleteAsync(string, ulong, bool, WriteOrderingType?, ShardKeySelector, CancellationToken)"/>
    public Task<UpdateResult> DeleteAsync(
        string collectionName,
        Guid id,
        bool wait = true,
        WriteOrderingType? ordering = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default) =>
        DeleteAsync(collectionName, (PointsSelector)id, wait, ordering, shardKeySelector, cancellationToken);

    /// <summary>Deletes points; ones that do not exist are no error.</summary>
    /// <inheritdoc cref="DeleteAsync(string, ulong, bool, WriteOrderingType?, ShardKeySelector, CancellationToken)"/>
    /// <param name="ids">The ids.</param>
    public Task<UpdateResult> DeleteAsync(
        string collectionName,
        IReadOnlyList<Guid> ids,
        bool wait = true,
        WriteOrderingType? ordering = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default) =>
        DeleteAsync(
            collectionName, PointsSelector.Of(ids.Select(id => (PointId)id)), wait, ordering, shardKeySelector, cancellationToken);

    /// <summary>Deletes a point; one that does not exist is no error.</summary>
    /// <inheritdoc cref="DeleteAsync(string, ulong, bool, WriteOrderingType?, ShardKeySelector, CancellationToken)"/>
    public Task<UpdateResult> DeleteAsync(
        string collectionName,
        PointId id,
        bool wait = true,
        WriteOrderingType? ordering = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default) =>
        DeleteAsync(collectionName, PointsSelector.Of([id]), wait, ordering, shardKeySelector, cancellationToken);

    /// <summary>Deletes points; ones that do not exist are no error.</summary>
    /// <inheritdoc cref="DeleteAsync(string, ulong, bool, WriteOrderingType?, ShardKeySelector, CancellationToken)"/>
    /// <param name="ids">The ids.</param>
    public Task<UpdateResult> DeleteAsync(
        string collectionName,
        IReadOnlyList<PointId> ids,
        bool wait = true,
        WriteOrderingType? ordering = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default) =>
        DeleteAsync(collectionName, PointsSelector.Of(ids), wait, ordering, shardKeySelector, cancellationToken);

    /// <summary>Deletes the points that pass a filter.</summary>
    /// <inheritdoc cref="DeleteAsync(string, ulong, bool, WriteOrderingType?, ShardKeySelector, CancellationToken)"/>
    /// <param name="filter">The filter; an empty one is passed by every point.</param>
    public Task<UpdateResult> DeleteAsync(
        string collectionName,
        Filter filter,
        bool wait = true,
        WriteOrderingType? ordering = null,
        ShardKeySelector? shardKeySelector = null,
        CancellationToken cancellationToken = default) =>
        DeleteAsync(collectionName, new PointsSelector { Filter = filter }, wait, ordering, shardKeySelector, cancellationToken);
#pragma warning restore CS1573

    private async Task<UpdateResult> DeleteAsync(
        string collectionName,
        PointsSelector points,
        bool wait,
        WriteOrderingType? ordering,
        ShardKeySelector? shardKeySelector,
        CancellationToken cancellationToken)
    {
        var request = new DeletePoints
        {
            CollectionName = collectionName,
            Points = points,
            Wait = wait,
            Ordering = Ordering(ordering),
            ShardKeySelector = shardKeySelector,
        };
        var response = await _grpcClient.Points.DeleteAsync(request, Call("Delete", collectionName, cancellationToken));
        return response.Result;
    }

    private static WriteOrdering? Ordering(WriteOrderingType? type) => type is { } value ? new WriteOrdering { Type = value } : null;
}
