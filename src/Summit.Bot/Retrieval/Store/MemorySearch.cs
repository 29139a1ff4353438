using System.Buffers;

namespace Summit.Bot.Retrieval.Store;

/// <summary>Searches passages in memory: all of them, exactly. Immutable; equal scores are ordered by id.</summary>
public sealed class MemorySearch : IPassageSearch
{
    private readonly Passage[] _passages;
    private readonly DenseVectors _vectors;
    private readonly SparsePostings _postings;

    /// <summary>Makes the search.</summary>
    /// <param name="passages">The passages; those without a dense vector are found by their words alone.</param>
    public MemorySearch(IEnumerable<Passage> passages)
    {
        _passages = Passage.Ordered(passages);
        _vectors = new DenseVectors(Array.ConvertAll(_passages, passage => passage.Rounded));
        _postings = new SparsePostings(Array.ConvertAll(_passages, passage => passage.Words));
    }

    /// <inheritdoc/>
    public IReadOnlyList<(string PassageId, double Score)> Search(PassageQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        var rented = ArrayPool<(float, int)>.Shared.Rent(Math.Max(1, Math.Min(query.Depth, _passages.Length)));
        try
        {
            var best = new BestPassages(rented.AsSpan(0, Math.Min(query.Depth, _passages.Length)));
            Func<int, bool>? admits = query.Filter == PassageFilter.All ? null : i => query.Filter.Admits(_passages[i]);
            var fused = new Dictionary<int, double>();
            _vectors.Find(query.Dense.Span, ref best, admits);
            Fuse(fused, best.TakeSorted());
            Find(query.Sparse, ref best, admits);
            Fuse(fused, best.TakeSorted());
            return [.. fused.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(query.Top).Select(pair => (_passages[pair.Key].Id, pair.Value))];
        }
        finally
        {
            ArrayPool<(float, int)>.Shared.Return(rented);
        }
    }

    private void Find(SparseVector words, ref BestPassages best, Func<int, bool>? admits)
    {
        if (words.Indices.Length == 0)
            return;
        var rented = ArrayPool<float>.Shared.Rent(_passages.Length);
        try
        {
            var scores = rented.AsSpan(0, _passages.Length);
            scores.Clear();
            _postings.Score(words, scores);
            for (var i = 0; i < scores.Length; i++)
            {
                if (scores[i] > Math.Max(best.Least, 0) && (admits is null || admits(i)))
                    best.Add(scores[i], i);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private static void Fuse(Dictionary<int, double> fused, ReadOnlySpan<(float Score, int Passage)> ranking)
    {
        for (var rank = 0; rank < ranking.Length; rank++)
            fused[ranking[rank].Passage] = fused.GetValueOrDefault(ranking[rank].Passage) + (1.0 / (IPassageSearch.FusionConstant + rank));
    }
}
