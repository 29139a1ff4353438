using System.Buffers;

namespace Summit.Bot.Retrieval.Store;

/// <summary>Searches passages in memory: all of them, exactly. Immutable; equal scores are ordered by id.</summary>
public sealed class MemorySearch : IPassageSearch
{
    /// <summary>Fewer passages are not worth a second thread.</summary>
    private const int Few = 10_000;

    private readonly Passage[] _passages;
    private readonly DenseVectors _vectors;
    private readonly SparsePostings _postings;

    private delegate void Leg(ref BestPassages best, Func<int, bool>? admits);

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
        int[] ByVector() => Best(query, (ref BestPassages best, Func<int, bool>? admits) => _vectors.Find(query.Dense.Span, ref best, admits));
        int[] ByWords() => Best(query, (ref BestPassages best, Func<int, bool>? admits) => FindWords(query.Sparse, ref best, admits));
        var words = _passages.Length < Few ? null : Task.Run(ByWords, CancellationToken.None);
        var fused = new Dictionary<int, double>();
        Fuse(fused, ByVector());
        Fuse(fused, words?.GetAwaiter().GetResult() ?? ByWords());
        return [.. fused.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(query.Top).Select(pair => (_passages[pair.Key].Id, pair.Value))];
    }

    /// <summary>What a leg finds, best first.</summary>
    private int[] Best(PassageQuery query, Leg leg)
    {
        var most = Math.Min(query.Depth, _passages.Length);
        var rented = ArrayPool<(float, int)>.Shared.Rent(Math.Max(1, most));
        try
        {
            var best = new BestPassages(rented.AsSpan(0, most));
            leg(ref best, query.Filter == PassageFilter.All ? null : i => query.Filter.Admits(_passages[i]));
            var sorted = best.TakeSorted();
            var passages = new int[sorted.Length];
            for (var i = 0; i < passages.Length; i++)
                passages[i] = sorted[i].Passage;
            return passages;
        }
        finally
        {
            ArrayPool<(float, int)>.Shared.Return(rented);
        }
    }

    private void FindWords(SparseVector words, ref BestPassages best, Func<int, bool>? admits)
    {
        if (words.Indices.Length == 0)
            return;
        var rented = ArrayPool<float>.Shared.Rent(_passages.Length);
        try
        {
            var scores = rented.AsSpan(0, _passages.Length);
            scores.Clear();
            _postings.Score(words, scores);
            best.AddAll(scores, admits);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private static void Fuse(Dictionary<int, double> fused, int[] ranking)
    {
        for (var rank = 0; rank < ranking.Length; rank++)
            fused[ranking[rank]] = fused.GetValueOrDefault(ranking[rank]) + (1.0 / (IPassageSearch.FusionConstant + rank));
    }
}
