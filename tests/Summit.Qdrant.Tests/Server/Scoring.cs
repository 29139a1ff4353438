using Summit.Qdrant.Grpc;

namespace Summit.Qdrant.Tests.Server;

internal readonly record struct Hit(PointKey Key, float Score);

/// <summary>Qdrant's arithmetic, in 32-bit floats as there.</summary>
internal static class Scoring
{
    /// <summary>DEFAULT_RRF_K of lib/segment/src/common/reciprocal_rank_fusion.rs.</summary>
    public const int RrfK = 2;

    /// <summary>cosine_preprocess of lib/segment/src/spaces/simple.rs: zero stays zero, and what is normalised stays as it is.</summary>
    public static float[] Normalised(float[] vector)
    {
        var length = 0f;
        foreach (var x in vector)
            length += x * x;
        if (length < 1.1920929e-7f || MathF.Abs(length - 1) <= 1e-6f)
            return vector;
        length = MathF.Sqrt(length);
        return [.. vector.Select(x => x / length)];
    }

    public static float Score(Distance distance, float[] a, float[] b)
    {
        return distance switch
        {
            Distance.Euclid => MathF.Sqrt(Sum(a, b, static (x, y) => (x - y) * (x - y))),
            Distance.Manhattan => Sum(a, b, static (x, y) => MathF.Abs(x - y)),
            _ => Product(a, b),
        };
    }

    private static float Sum(float[] a, float[] b, Func<float, float, float> part)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++)
            sum += part(a[i], b[i]);
        return sum;
    }

    private static float Product(float[] a, float[] b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    public static bool SmallerIsBetter(Distance distance) => distance is Distance.Euclid or Distance.Manhattan;

    /// <summary>fancy_idf of lib/segment/src/data_types/query_context.rs: n vectors, df of them with the dimension.</summary>
    public static float Idf(int n, int df) => MathF.Log(((n - df + 0.5f) / (df + 0.5f)) + 1);

    /// <summary>The dot product over common dimensions; null without any, and then the point is not found at all.</summary>
    public static float? Score(SortedList<uint, float> stored, IReadOnlyDictionary<uint, float> query)
    {
        float? sum = null;
        foreach (var (index, value) in query)
        {
            if (stored.TryGetValue(index, out var other))
                sum = (sum ?? 0) + (value * other);
        }
        return sum;
    }

    /// <summary>
    /// rrf_scoring of reciprocal_rank_fusion.rs: positions from 0, so that the first of a list scores 1 / k. Qdrant does not break
    /// ties; here they are broken by id, so that tests repeat.
    /// </summary>
    public static List<Hit> Rrf(IReadOnlyList<IReadOnlyList<Hit>> lists, int k, IReadOnlyList<float> weights)
    {
        if (weights.Count > 0 && weights.Count != lists.Count)
        {
            throw Errors.BadInput(
                "Validation failed: Number of weights in RRF should match number of pre-fetches: "
                + $"got {weights.Count}, expected {lists.Count}");
        }
        var scores = new Dictionary<PointKey, float>();
        for (var list = 0; list < lists.Count; list++)
        {
            var weight = weights.Count == 0 ? 1 : weights[list];
            for (var position = 0; position < lists[list].Count; position++)
            {
                var score = weight <= 0 ? 0 : 1f / (((position + 1) / weight) + k - 1f);
                var key = lists[list][position].Key;
                scores[key] = scores.GetValueOrDefault(key) + score;
            }
        }
        return [.. scores.Select(pair => new Hit(pair.Key, pair.Value)).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Key)];
    }
}
