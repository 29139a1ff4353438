using Google.Protobuf.Collections;
using Summit.Qdrant.Grpc;

namespace Summit.Qdrant.Tests.Server;

/// <summary>The points of one collection, its configuration and its payload indexes. Its callers hold the lock of the storage.</summary>
internal sealed class StoredCollection
{
    private readonly CreateCollection _created;
    private readonly Dictionary<string, VectorParams> _dense = [];
    private readonly Dictionary<string, SparseVectorParams> _sparse = [];
    private readonly SortedDictionary<PointKey, StoredPoint> _points = [];
    private readonly Dictionary<string, PayloadSchemaInfo> _indexes = [];
    private ulong _operation;

    public StoredCollection(CreateCollection created)
    {
        _created = created;
        if (created.VectorsConfig?.Params is { } unnamed)
            _dense.Add("", unnamed);
        foreach (var (name, vector) in created.VectorsConfig?.ParamsMap?.Map ?? [])
            _dense.Add(name, vector);
        foreach (var (name, vector) in created.SparseVectorsConfig?.Map ?? [])
            _sparse.Add(name, vector);
        foreach (var (name, vector) in _dense)
        {
            if (vector.Size is < 1 or > 65536)
                throw Errors.Invalid($"vectors_config.{name}.size", $"value {vector.Size} invalid, must be from 1 to 65536");
        }
    }

    public StrictModeConfig? Strict => _created.StrictModeConfig is { Enabled: true } strict ? strict : null;

    public IEnumerable<StoredPoint> Points => _points.Values;

    public VectorParams Dense(string name) => _dense.GetValueOrDefault(name) ?? throw Errors.NoVector(name);

    public SparseVectorParams? Sparse(string name) => _sparse.GetValueOrDefault(name);

    public StoredPoint? Find(PointKey key) => _points.GetValueOrDefault(key);

    public CollectionInfo Info()
    {
        var info = new CollectionInfo
        {
            Status = CollectionStatus.Green,
            OptimizerStatus = new OptimizerStatus { Ok = true },
            SegmentsCount = 1,
            PointsCount = (ulong)_points.Count,
            IndexedVectorsCount = 0,
            Config = new CollectionConfig
            {
                Params = new CollectionParams
                {
                    ShardNumber = _created.ShardNumber,
                    ReplicationFactor = _created.ReplicationFactor,
                    WriteConsistencyFactor = _created.WriteConsistencyFactor,
                    OnDiskPayload = _created.OnDiskPayload,
                    VectorsConfig = _created.VectorsConfig,
                    SparseVectorsConfig = _created.SparseVectorsConfig,
                },
                HnswConfig = _created.HnswConfig ?? new HnswConfigDiff(),
                OptimizerConfig = _created.OptimizersConfig ?? new OptimizersConfigDiff(),
                WalConfig = _created.WalConfig ?? new WalConfigDiff(),
                StrictModeConfig = _created.StrictModeConfig,
                Metadata = { _created.Metadata },
            },
        };
        foreach (var (field, index) in _indexes)
        {
            index.Points = (ulong)_points.Values.Count(point => point.Payload.ContainsKey(field));
            info.PayloadSchema[field] = index.Clone();
        }
        return info;
    }

    public UpdateResult Upsert(UpsertPoints request)
    {
        if (Strict is { HasUpsertMaxBatchsize: true } strict && (ulong)request.Points.Count > strict.UpsertMaxBatchsize)
            throw Errors.Limit((ulong)request.Points.Count, strict.UpsertMaxBatchsize, "upsert");
        var version = _operation + 1;
        var points = request.Points.Select(point => Stored(point, version)).ToList();
        foreach (var point in points)
        {
            var existing = Find(point.Key);
            var wanted = existing is null ? request.UpdateMode != UpdateMode.UpdateOnly
                : request.UpdateMode != UpdateMode.InsertOnly && request.UpdateFilter.Passes(existing);
            if (wanted)
                _points[point.Key] = point;
        }
        return Done();
    }

    public UpdateResult Delete(PointsSelector selector)
    {
        foreach (var point in Select(selector, missingIsError: false))
            _points.Remove(point.Key);
        return Done();
    }

    public UpdateResult SetPayload(SetPayloadPoints request, bool overwrite)
    {
        if (request.HasKey)
            throw Errors.Malformed("This server sets keys at the root only.");
        foreach (var point in Select(request.PointsSelector, missingIsError: true))
        {
            var payload = overwrite ? [] : point.Payload.Clone();
            foreach (var (key, value) in request.Payload)
                payload[key] = value;
            _points[point.Key] = point with { Payload = payload, Version = _operation + 1 };
        }
        return Done();
    }

    public UpdateResult CreateIndex(CreateFieldIndexCollection request)
    {
        var schema = new PayloadSchemaInfo { DataType = (PayloadSchemaType)((int)request.FieldType + 1), Params = request.FieldIndexParams };
        _indexes[request.FieldName] = schema;
        return Done();
    }

    public UpdateResult DeleteIndex(string field)
    {
        _indexes.Remove(field);
        return Done();
    }

    private UpdateResult Done() => new() { OperationId = ++_operation, Status = UpdateStatus.Completed };

    private List<StoredPoint> Select(PointsSelector? selector, bool missingIsError)
    {
        if (selector?.PointsSelectorOneOfCase == PointsSelector.PointsSelectorOneOfOneofCase.Filter)
            return [.. _points.Values.Where(point => selector.Filter.Passes(point))];
        if (selector?.PointsSelectorOneOfCase != PointsSelector.PointsSelectorOneOfOneofCase.Points)
            throw Errors.Malformed("PointsSelector is missing");
        var found = new List<StoredPoint>();
        foreach (var key in selector.Points.Ids.Select(id => PointKey.Of(id)))
        {
            if (Find(key) is { } point)
                found.Add(point);
            else if (missingIsError)
                throw Errors.NotFound($"No point with id {key.ToId().Num} found");
        }
        return found;
    }

    private StoredPoint Stored(PointStruct point, ulong version)
    {
        var dense = new Dictionary<string, float[]>();
        var sparse = new Dictionary<string, SortedList<uint, float>>();
        foreach (var (name, vector) in Named(point.Vectors))
        {
            switch (vector.VectorCase)
            {
                case Vector.VectorOneofCase.Dense:
                    dense.Add(name, Prepared(name, [.. vector.Dense.Data]));
                    break;
                case Vector.VectorOneofCase.Sparse when Sparse(name) is not null:
                    sparse.Add(name, Prepared(vector.Sparse));
                    break;
                case Vector.VectorOneofCase.Sparse:
                    throw _dense.ContainsKey(name) ? Errors.MixedKinds() : Errors.NoVector(name);
                default:
                    throw Errors.Malformed("This server keeps dense and sparse vectors, in the fields dense and sparse.");
            }
        }
        var payload = new MapField<string, Value>();
        foreach (var (key, value) in point.Payload)
            payload.Add(key, value);
        return new StoredPoint(PointKey.Of(point.Id), version, dense, sparse, payload);
    }

    private static MapField<string, Vector> Named(Vectors? vectors) => vectors?.VectorsOptionsCase switch
    {
        Vectors.VectorsOptionsOneofCase.Vector => new MapField<string, Vector> { [""] = vectors.Vector },
        Vectors.VectorsOptionsOneofCase.Vectors_ => vectors.Vectors_.Vectors,
        _ => [],
    };

    /// <summary>A dense vector as it is kept and searched with.</summary>
    public float[] Prepared(string name, float[] vector)
    {
        if (_sparse.ContainsKey(name))
            throw Errors.MixedKinds();
        var config = Dense(name);
        if ((ulong)vector.Length != config.Size)
            throw Errors.Dimension(config.Size, vector.Length);
        return config.Distance == Distance.Cosine ? Scoring.Normalised(vector) : vector;
    }

    public static SortedList<uint, float> Prepared(SparseVector vector)
    {
        if (vector.Indices.Count != vector.Values.Count)
            throw Errors.Invalid("values", "must be the same length as indices");
        if (vector.Indices.Distinct().Count() != vector.Indices.Count)
            throw Errors.Invalid("indices", "must be unique");
        var sorted = new SortedList<uint, float>();
        for (var i = 0; i < vector.Indices.Count; i++)
            sorted.Add(vector.Indices[i], vector.Values[i]);
        return sorted;
    }
}
