using Google.Protobuf.Collections;
using Grpc.Core;
using Summit.Qdrant.Grpc;

namespace Summit.Qdrant.Tests.Server;

/// <summary>
/// Queries as lib/shard/src/query/planned_query.rs plans them: filters of an outer query hold for its prefetches too, a fusion works
/// on the lists of its prefetches, another query ranks their points anew.
/// </summary>
internal sealed class Searcher(StoredCollection collection)
{
    public IEnumerable<(StoredPoint Point, float Score)> Answer(QueryPoints request)
    {
        var limit = request.HasLimit ? request.Limit : 10;
        if (limit == 0)
            throw Errors.Invalid("limit", "value 0 invalid, must be 1 or larger");
        if (collection.Strict is { HasMaxQueryLimit: true } strict && limit > strict.MaxQueryLimit)
            throw Errors.Limit(limit, strict.MaxQueryLimit, "limit");
        var take = checked((int)(limit + request.Offset));
        var threshold = request.HasScoreThreshold ? request.ScoreThreshold : (float?)null;
        return Hits(request.Query, request.Using, request.Prefetch, [request.Filter], threshold, take)
            .Skip((int)request.Offset)
            .Select(hit => (collection.Find(hit.Key)!, hit.Score));
    }

    private List<Hit> Hits(
        Query? query, string? usingVector, RepeatedField<PrefetchQuery> prefetches, Filter?[] filters, float? threshold, int limit)
    {
        if (query is { VariantCase: Query.VariantOneofCase.Fusion or Query.VariantOneofCase.Rrf } && !string.IsNullOrEmpty(usingVector))
            throw Errors.Invalid("using", "Fusion queries cannot be combined with the 'using' field.");
        if (prefetches.Count == 0)
            return Leaf(query, usingVector ?? "", filters, null, threshold, limit);
        if (query is null)
            throw Errors.BadInput("Validation failed: cannot have prefetches without a query");

        var lists = prefetches.Select(prefetch => Hits(
            prefetch.Query,
            prefetch.Using,
            prefetch.Prefetch,
            [.. filters, prefetch.Filter],
            prefetch.HasScoreThreshold ? prefetch.ScoreThreshold : null,
            prefetch.HasLimit ? checked((int)prefetch.Limit) : 10)).ToList();
        if (query.VariantCase is not (Query.VariantOneofCase.Fusion or Query.VariantOneofCase.Rrf))
            return Leaf(query, usingVector ?? "", filters, [.. lists.SelectMany(list => list).Select(hit => hit.Key)], threshold, limit);
        var fused = query.VariantCase == Query.VariantOneofCase.Rrf
            ? Scoring.Rrf(lists, query.Rrf.HasK ? (int)query.Rrf.K : Scoring.RrfK, query.Rrf.Weights)
            : query.Fusion == Fusion.Rrf
                ? Scoring.Rrf(lists, Scoring.RrfK, [])
                : throw new RpcException(new Status(StatusCode.Unimplemented, "This server fuses by RRF only."));
        return [.. fused.TakeWhile(hit => threshold is null || hit.Score >= threshold).Take(limit)];
    }

    private List<Hit> Leaf(
        Query? query, string usingVector, Filter?[] filters, HashSet<PointKey>? among, float? threshold, int limit)
    {
        var points = collection.Points
            .Where(point => (among is null || among.Contains(point.Key)) && filters.All(filter => filter.Passes(point)))
            .ToList();
        return query?.VariantCase switch
        {
            // Without a query, in the order of ids; the score is 1 as in Qdrant.
            null or Query.VariantOneofCase.None => [.. points.Take(limit).Select(point => new Hit(point.Key, 1))],
            Query.VariantOneofCase.Nearest => Nearest(query.Nearest, usingVector, points, threshold, limit),
            Query.VariantOneofCase.Fusion or Query.VariantOneofCase.Rrf =>
                throw Errors.BadInput("Validation failed: cannot apply Fusion without prefetches"),
            _ => throw new RpcException(new Status(StatusCode.Unimplemented, "This server does not know this query.")),
        };
    }

    private List<Hit> Nearest(VectorInput input, string name, List<StoredPoint> points, float? threshold, int limit)
    {
        switch (input.VariantCase)
        {
            case VectorInput.VariantOneofCase.Dense:
                return NearestDense(collection.Prepared(name, [.. input.Dense.Data]), name, points, threshold, limit);
            case VectorInput.VariantOneofCase.Sparse:
                return NearestSparse(StoredCollection.Prepared(input.Sparse), name, points, threshold, limit);
            case VectorInput.VariantOneofCase.Id:
                var key = PointKey.Of(input.Id);
                var example = collection.Find(key) ?? throw Errors.NotFound($"No point with id {input.Id.Num} found");
                points.RemoveAll(point => point.Key == key);
                if (example.Dense.TryGetValue(name, out var vector))
                    return NearestDense(vector, name, points, threshold, limit);
                return example.Sparse.TryGetValue(name, out var sparse)
                    ? NearestSparse(sparse, name, points, threshold, limit)
                    : throw Errors.NoVector(name);
            default:
                throw new RpcException(new Status(StatusCode.Unimplemented, "This server does not know this kind of vector."));
        }
    }

    private List<Hit> NearestDense(float[] vector, string name, List<StoredPoint> points, float? threshold, int limit)
    {
        var distance = collection.Dense(name).Distance;
        var sign = Scoring.SmallerIsBetter(distance) ? -1 : 1;
        return [.. points
            .Where(point => point.Dense.ContainsKey(name))
            .Select(point => new Hit(point.Key, Scoring.Score(distance, point.Dense[name], vector)))
            .Where(hit => threshold is not { } least || sign * hit.Score >= sign * least)
            .OrderByDescending(hit => sign * hit.Score).ThenBy(hit => hit.Key)
            .Take(limit)];
    }

    private List<Hit> NearestSparse(
        SortedList<uint, float> vector, string name, List<StoredPoint> points, float? threshold, int limit)
    {
        var config = collection.Sparse(name) ?? throw Errors.NoVector(name);
        var weights = config.Modifier == Modifier.Idf ? WithIdf(vector, name) : vector;
        return [.. points
            .Where(point => point.Sparse.ContainsKey(name))
            .Select(point => (point.Key, Score: Scoring.Score(point.Sparse[name], weights)))
            .Where(hit => hit.Score is { } score && (threshold is null || score >= threshold))
            .Select(hit => new Hit(hit.Key, hit.Score!.Value))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Key)
            .Take(limit)];
    }

    /// <summary>Frequencies are counted over the whole collection, whatever the filter.</summary>
    private SortedList<uint, float> WithIdf(SortedList<uint, float> query, string name)
    {
        var counts = new int[query.Count];
        var all = 0;
        foreach (var point in collection.Points)
        {
            if (!point.Sparse.TryGetValue(name, out var vector) || vector.Count == 0)
                continue;
            all++;
            for (var i = 0; i < counts.Length; i++)
                counts[i] += vector.ContainsKey(query.GetKeyAtIndex(i)) ? 1 : 0;
        }

        var weighted = new SortedList<uint, float>();
        for (var i = 0; i < counts.Length; i++)
            weighted.Add(query.GetKeyAtIndex(i), query.GetValueAtIndex(i) * Scoring.Idf(all, counts[i]));
        return weighted;
    }
}
