using System.Buffers;
using Grpc.Core;
using Summit.Qdrant.Grpc;

namespace Summit.Qdrant.Tests.Server;

public sealed class HealthService : Grpc.Qdrant.QdrantBase
{
    public override Task<HealthCheckReply> HealthCheck(HealthCheckRequest request, ServerCallContext context) =>
        Task.FromResult(new HealthCheckReply { Title = "qdrant - vector search engine", Version = "1.18.0" });
}

public sealed class CollectionsService(Storage storage) : Collections.CollectionsBase
{
    private static readonly SearchValues<char> _forbidden = SearchValues.Create("<>:\"/\\|?*\0\u001F");
    private static readonly Task<CollectionOperationResponse> _done = Task.FromResult(new CollectionOperationResponse { Result = true });

    public override Task<CollectionOperationResponse> Create(CreateCollection request, ServerCallContext context)
    {
        CheckName(request.CollectionName);
        storage.Create(request);
        return _done;
    }

    public override Task<CollectionOperationResponse> Delete(DeleteCollection request, ServerCallContext context) =>
        Task.FromResult(new CollectionOperationResponse { Result = storage.Delete(request.CollectionName) });

    public override Task<GetCollectionInfoResponse> Get(GetCollectionInfoRequest request, ServerCallContext context) =>
        Task.FromResult(new GetCollectionInfoResponse { Result = storage.Read(request.CollectionName, stored => stored.Info()) });

    public override Task<CollectionExistsResponse> CollectionExists(CollectionExistsRequest request, ServerCallContext context) =>
        Task.FromResult(new CollectionExistsResponse
        {
            Result = new CollectionExists { Exists = storage.Exists(request.CollectionName) },
        });

    public override Task<ListCollectionsResponse> List(ListCollectionsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListCollectionsResponse
        {
            Collections = { storage.Names().Select(name => new CollectionDescription { Name = name }) },
        });

    public override Task<CollectionOperationResponse> UpdateAliases(ChangeAliases request, ServerCallContext context)
    {
        storage.Change(request.Actions);
        return _done;
    }

    public override Task<ListAliasesResponse> ListAliases(ListAliasesRequest request, ServerCallContext context) =>
        Task.FromResult(new ListAliasesResponse { Aliases = { storage.Aliases() } });

    public override Task<ListAliasesResponse> ListCollectionAliases(ListCollectionAliasesRequest request, ServerCallContext context) =>
        Task.FromResult(new ListAliasesResponse
        {
            Aliases = { storage.Aliases().Where(alias => alias.CollectionName == request.CollectionName) },
        });

    private static void CheckName(string name)
    {
        if (name.Length is < 1 or > 255)
            throw Errors.Invalid("collection_name", $"value \"{name}\" invalid, must be from 1 to 255 characters");
        if (name.AsSpan().IndexOfAny(_forbidden) is >= 0 and var at)
            throw Errors.Invalid("collection_name", $"collection name cannot contain \"{name[at]}\" char");
    }
}

public sealed class PointsService(Storage storage) : Points.PointsBase
{
    public override Task<PointsOperationResponse> Upsert(UpsertPoints request, ServerCallContext context) =>
        Written(request.CollectionName, stored => stored.Upsert(request));

    public override Task<PointsOperationResponse> Delete(DeletePoints request, ServerCallContext context) =>
        Written(request.CollectionName, stored => stored.Delete(request.Points));

    public override Task<PointsOperationResponse> SetPayload(SetPayloadPoints request, ServerCallContext context) =>
        Written(request.CollectionName, stored => stored.SetPayload(request, overwrite: false));

    public override Task<PointsOperationResponse> OverwritePayload(SetPayloadPoints request, ServerCallContext context) =>
        Written(request.CollectionName, stored => stored.SetPayload(request, overwrite: true));

    public override Task<PointsOperationResponse> CreateFieldIndex(CreateFieldIndexCollection request, ServerCallContext context) =>
        Written(request.CollectionName, stored => stored.CreateIndex(request));

    public override Task<PointsOperationResponse> DeleteFieldIndex(DeleteFieldIndexCollection request, ServerCallContext context) =>
        Written(request.CollectionName, stored => stored.DeleteIndex(request.FieldName));

    public override Task<GetResponse> Get(GetPoints request, ServerCallContext context) =>
        Task.FromResult(storage.Read(request.CollectionName, stored => new GetResponse
        {
            Result =
            {
                request.Ids.Select(id => stored.Find(PointKey.Of(id))).OfType<StoredPoint>()
                    .Select(point => Retrieved(point, request.WithPayload, request.WithVectors)),
            },
        }));

    /// <summary>One point more than asked for is read; its id is where the next page begins.</summary>
    public override Task<ScrollResponse> Scroll(ScrollPoints request, ServerCallContext context)
    {
        if (request.HasLimit && request.Limit == 0)
            throw Errors.Invalid("limit", "value 0 invalid, must be 1 or larger");
        if (request.OrderBy is not null)
            throw new RpcException(new Status(StatusCode.Unimplemented, "This server scrolls by id only."));
        var limit = request.HasLimit ? (int)request.Limit : 10;
        var first = request.Offset is null ? (PointKey?)null : PointKey.Of(request.Offset);
        return Task.FromResult(storage.Read(request.CollectionName, stored =>
        {
            var page = stored.Points
                .Where(point => (first is null || point.Key >= first) && request.Filter.Passes(point))
                .Take(limit + 1).ToList();
            return new ScrollResponse
            {
                NextPageOffset = page.Count > limit ? page[limit].Key.ToId() : null,
                Result = { page.Take(limit).Select(point => Retrieved(point, request.WithPayload ?? true, request.WithVectors)) },
            };
        }));
    }

    public override Task<CountResponse> Count(CountPoints request, ServerCallContext context) =>
        Task.FromResult(storage.Read(request.CollectionName, stored => new CountResponse
        {
            Result = new CountResult { Count = (ulong)stored.Points.Count(point => request.Filter.Passes(point)) },
        }));

    public override Task<QueryResponse> Query(QueryPoints request, ServerCallContext context) =>
        Task.FromResult(new QueryResponse { Result = { Answer(request.CollectionName, request) } });

    public override Task<QueryBatchResponse> QueryBatch(QueryBatchPoints request, ServerCallContext context) =>
        Task.FromResult(new QueryBatchResponse
        {
            Result =
            {
                request.QueryPoints.Select(query => new BatchResult { Result = { Answer(request.CollectionName, query) } }),
            },
        });

    private List<ScoredPoint> Answer(string collection, QueryPoints request) =>
        storage.Read(collection, stored => new Searcher(stored).Answer(request)
            .Select(hit => Scored(hit.Point, hit.Score, request.WithPayload, request.WithVectors)).ToList());

    private Task<PointsOperationResponse> Written(string collection, Func<StoredCollection, UpdateResult> write) =>
        Task.FromResult(new PointsOperationResponse { Result = storage.Read(collection, write) });

    private static RetrievedPoint Retrieved(StoredPoint point, WithPayloadSelector? payload, WithVectorsSelector? vectors)
    {
        var retrieved = new RetrievedPoint { Id = point.Key.ToId(), Vectors = point.Vectors(vectors) };
        foreach (var (key, value) in point.Selected(payload))
            retrieved.Payload.Add(key, value);
        return retrieved;
    }

    private static ScoredPoint Scored(StoredPoint point, float score, WithPayloadSelector? payload, WithVectorsSelector? vectors)
    {
        var scored = new ScoredPoint
        {
            Id = point.Key.ToId(), Score = score, Version = point.Version, Vectors = point.Vectors(vectors),
        };
        foreach (var (key, value) in point.Selected(payload))
            scored.Payload.Add(key, value);
        return scored;
    }
}
