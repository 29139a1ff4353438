using System.Collections.Frozen;
using System.Numerics.Tensors;

namespace Summit.Bot.Retrieval.Store;

/// <summary>Searches passages in memory, every vector compared. Immutable; equal scores are ordered by id.</summary>
public sealed class MemorySearch : IPassageSearch
{
    private readonly Passage[] _passages;
    private readonly float[] _vectors;
    private readonly int _dimension;
    private readonly FrozenDictionary<uint, (int Passage, float Weight)[]> _postings;

    /// <summary>Makes the search.</summary>
    /// <param name="passages">The passages; those without a dense vector are found by their words alone.</param>
    /// <param name="sparse">The words of each passage.</param>
    public MemorySearch(IEnumerable<Passage> passages, Func<Passage, SparseVector> sparse)
    {
        ArgumentNullException.ThrowIfNull(sparse);
        _passages = [.. passages.OrderBy(passage => passage.Id, StringComparer.Ordinal)];
        _dimension = _passages.Select(p => p.Vector.Length).DefaultIfEmpty().Max();
        _vectors = new float[_passages.Length * _dimension];
        var postings = new Dictionary<uint, List<(int, float)>>();
        for (var i = 0; i < _passages.Length; i++)
        {
            _passages[i].Vector.Span.CopyTo(_vectors.AsSpan(i * _dimension));
            var words = sparse(_passages[i]);
            for (var w = 0; w < words.Indices.Length; w++)
            {
                if (!postings.TryGetValue(words.Indices[w], out var list))
                    postings.Add(words.Indices[w], list = []);
                list.Add((i, words.Values[w]));
            }
        }

        _postings = postings.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    /// <inheritdoc/>
    public IReadOnlyList<(string PassageId, double Score)> Search(PassageQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        var fused = new Dictionary<int, double>();
        Fuse(fused, Best(Dense(query.Dense.Span), query));
        Fuse(fused, Best(Sparse(query.Sparse), query));
        return [.. fused.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(query.Top).Select(pair => (_passages[pair.Key].Id, pair.Value))];
    }

    private float[] Dense(ReadOnlySpan<float> vector)
    {
        var scores = new float[_passages.Length];
        for (var i = 0; i < scores.Length && vector.Length == _dimension; i++)
            scores[i] = TensorPrimitives.Dot(vector, _vectors.AsSpan(i * _dimension, _dimension));
        return scores;
    }

    private float[] Sparse(SparseVector words)
    {
        var scores = new float[_passages.Length];
        for (var w = 0; w < words.Indices.Length; w++)
        {
            if (!_postings.TryGetValue(words.Indices[w], out var postings))
                continue;
            var weight = words.Values[w] * SparseVector.Rarity(_passages.Length, postings.Length);
            foreach (var (passage, saturated) in postings)
                scores[passage] += weight * saturated;
        }

        return scores;
    }

    private IEnumerable<int> Best(float[] scores, PassageQuery query) =>
        Enumerable.Range(0, scores.Length)
            .Where(i => scores[i] > 0 && (query.Filter == PassageFilter.All || query.Filter.Admits(_passages[i])))
            .OrderByDescending(i => scores[i]).ThenBy(i => i).Take(query.Depth);

    private static void Fuse(Dictionary<int, double> fused, IEnumerable<int> ranking)
    {
        var rank = 0;
        foreach (var passage in ranking)
            fused[passage] = fused.GetValueOrDefault(passage) + 1.0 / (IPassageSearch.FusionConstant + rank++);
    }
}
