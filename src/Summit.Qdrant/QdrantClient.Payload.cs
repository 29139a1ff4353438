using Grpc.Core;
using Summit.Qdrant.Grpc;

namespace Summit.Qdrant;

public partial class QdrantClient
{
    /// <summary>Indexes a payload field, which makes filters on it fast; one that exists already is no error.</summary>
    /// <param name="collectionName">The collection, or an alias of it.</param>
    /// <param name="fieldName">Key or path.</param>
    /// <param name="schemaType">What the field holds.</param>
    /// <param name="indexParams">Parameters of the index; null for the server's defaults.</param>
    /// <param name="wait">Answers only when the index is built.</param>
    /// <param name="ordering">Order among the writes of a cluster; null for weak.</param>
    /// <param name="cancellationToken">Stops the call; it may have been done.</param>
    public async Task<UpdateResult> CreatePayloadIndexAsync(
        string collectionName,
        string fieldName,
        PayloadSchemaType schemaType = PayloadSchemaType.Keyword,
        PayloadIndexParams? indexParams = null,
        bool wait = true,
        WriteOrderingType? ordering = null,
        CancellationToken cancellationToken = default)
    {
        var request = new CreateFieldIndexCollection
        {
            CollectionName = collectionName,
            FieldName = fieldName,
            FieldType = FieldTypeOf(schemaType),
            FieldIndexParams = indexParams,
            Wait = wait,
            Ordering = Ordering(ordering),
        };
        var response = await _grpcClient.Points.CreateFieldIndexAsync(
            request, Call("CreateFieldIndex", collectionName, cancellationToken));
        return response.Result;
    }

    /// <summary>Deletes the index of a payload field; the field itself stays.</summary>
    /// <param name="collectionName">The collection, or an alias of it.</param>
    /// <param name="fieldName">Key or path.</param>
    /// <param name="wait">Answers only when it is done.</param>
    /// <param name="ordering">Order among the writes of a cluster; null for weak.</param>
    /// <param name="cancellationToken">Stops the call; it may have been done.</param>
    public async Task<UpdateResult> DeletePayloadIndexAsync(
        string collectionName,
        string fieldName,
        bool wait = true,
        WriteOrderingType? ordering = null,
        CancellationToken cancellationToken = default)
    {
        var request = new DeleteFieldIndexCollection
        {
            CollectionName = collectionName,
            FieldName = fieldName,
            Wait = wait,
            Ordering = Ordering(ordering),
        };
        var response = await _grpcClient.Points.DeleteFieldIndexAsync(
            request, Call("DeleteFieldIndex", collectionName, cancellationToken));
        return response.Result;
    }

    /// <summary>Sets keys of the payload of a point; its other keys stay.</summary>
    /// <param name="collectionName">The collection, or an alias of it.</param>
    /// <param name="payload">The keys with their values.</param>
    /// <param name="id">The point.</param>
    /// <param name="wait">Answers only when it is done.</param>
    /// <param name="ordering">Order among the writes of a cluster; null for weak.</param>
    /// <param name="shardKeySelector">The shards, where the collection has keys for them.</param>
    /// <param name="key">The object of the payload to set the keys in; null for the payload itself.</param>
    /// <param name="cancellationToken">Stops the call; it may have been done.</param>
    public Task<UpdateResult> SetPayloadAsync(
        string collectionName,
        IReadOnlyDictionary<string, Value> payload,
        Guid id,
        bool wait = true,
        WriteOrderingType? ordering = null,
        ShardKeySelector? shardKeySelector = null,
        string? key = null,
        CancellationToken cancellationToken = default) =>
        SetAsync(Payload(collectionName, payload, id, wait, ordering, shardKeySelector, key), cancellationToken);

    /// <inheritdoc cref="SetPayloadAsync(string, IReadOnlyDictionary{string, Value}, Guid, bool, WriteOrderingType?, ShardKeySelector, string, CancellationToken)"/>
    public Task<UpdateResult> SetPayloadAsync(
        string collectionName,
        IReadOnlyDictionary<string, Value> payload,
        ulong id,
        bool wait = true,
        WriteOrderingType? ordering = null,
        ShardKeySelector? shardKeySelector = null,
        string? key = null,
        CancellationToken cancellationToken = default) =>
        SetAsync(Payload(collectionName, payload, id, wait, ordering, shardKeySelector, key), cancellationToken);

    /// <summary>Sets keys of the payloads of the points that pass a filter; their other keys stay.</summary>
    /// <inheritdoc cref="SetPayloadAsync(string, IReadOnlyDictionary{string, Value}, Guid, bool, WriteOrderingType?, ShardKeySelector, string, CancellationToken)"/>
    /// <param name="filter">The filter; an empty one is passed by every point.</param>
#pragma warning disable CS1573 // The other parameters are described where these inherit from.
    public Task<UpdateResult> SetPayloadAsync(
        string collectionName,
        IReadOnlyDictionary<string, Value> payload,
        Filter filter,
        bool wait = true,
        WriteOrderingType? ordering = null,
        ShardKeySelector? shardKeySelector = null,
        string? key = null,
        CancellationToken cancellationToken = default) =>
        SetAsync(
            Payload(collectionName, payload, new PointsSelector { Filter = filter }, wait, ordering, shardKeySelector, key),
            cancellationToken);
#pragma warning restore CS1573

    /// <summary>Replaces the payload of a point.</summary>
    /// <inheritdoc cref="SetPayloadAsync(string, IReadOnlyDictionary{string, Value}, Guid, bool, WriteOrderingType?, ShardKeySelector, string, CancellationToken)"/>
    public Task<UpdateResult> OverwritePayloadAsync(
        string collectionName,
        IReadOnlyDictionary<string, Value> payload,
        Guid id,
        bool wait = true,
        WriteOrderingType? ordering = null,
        ShardKeySelector? shardKeySelector = null,
        string? key = null,
        CancellationToken cancellationToken = default) =>
        OverwriteAsync(Payload(collectionName, payload, id, wait, ordering, shardKeySelector, key), cancellationToken);

    /// <summary>Replaces the payload of a point.</summary>
    /// <inheritdoc cref="SetPayloadAsync(string, IReadOnlyDictionary{string, Value}, Guid, bool, WriteOrderingType?, ShardKeySelector, string, CancellationToken)"/>
    public Task<UpdateResult> OverwritePayloadAsync(
        string collectionName,
        IReadOnlyDictionary<string, Value> payload,
        ulong id,
        bool wait = true,
        WriteOrderingType? ordering = null,
        ShardKeySelector? shardKeySelector = null,
        string? key = null,
        CancellationToken cancellationToken = default) =>
        OverwriteAsync(Payload(collectionName, payload, id, wait, ordering, shardKeySelector, key), cancellationToken);

    private async Task<UpdateResult> SetAsync(SetPayloadPoints request, CancellationToken cancellationToken)
    {
        var response = await _grpcClient.Points.SetPayloadAsync(
            request, Call("SetPayload", request.CollectionName, cancellationToken));
        return response.Result;
    }

    private async Task<UpdateResult> OverwriteAsync(SetPayloadPoints request, CancellationToken cancellationToken)
    {
        var response = await _grpcClient.Points.OverwritePayloadAsync(
            request, Call("OverwritePayload", request.CollectionName, cancellationToken));
        return response.Result;
    }

    private static SetPayloadPoints Payload(
        string collectionName,
        IReadOnlyDictionary<string, Value> payload,
        PointsSelector points,
        bool wait,
        WriteOrderingType? ordering,
        ShardKeySelector? shardKeySelector,
        string? key)
    {
        var request = new SetPayloadPoints
        {
            CollectionName = collectionName,
            PointsSelector = points,
            Wait = wait,
            Ordering = Ordering(ordering),
            ShardKeySelector = shardKeySelector,
        };
        foreach (var (name, value) in payload)
            request.Payload[name] = value;
        if (key is not null)
            request.Key = key;
        return request;
    }

    private static FieldType FieldTypeOf(PayloadSchemaType type) => type switch
    {
        PayloadSchemaType.Keyword => FieldType.Keyword,
        PayloadSchemaType.Integer => FieldType.Integer,
        PayloadSchemaType.Float => FieldType.Float,
        PayloadSchemaType.Bool => FieldType.Bool,
        PayloadSchemaType.Geo => FieldType.Geo,
        PayloadSchemaType.Text => FieldType.Text,
        PayloadSchemaType.Datetime => FieldType.Datetime,
        PayloadSchemaType.Uuid => FieldType.Uuid,
        _ => throw new ArgumentException("Invalid PayloadSchemaType: " + type, nameof(type)),
    };
}
