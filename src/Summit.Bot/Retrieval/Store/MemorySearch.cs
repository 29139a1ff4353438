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

    /// <summary>Makes the search.</summary>
    /// <param name="passages">The passages; those without a dense vector are found by their words alone.</param>
    public MemorySearch(IEnumerable<Passage> passages)
    {
        _passages = Passage.Ordered(passages);
        _vectors = new DenseVectors(Array.ConvertAll(_passages, passage => passage.Rounded));
        _postings = new SparsePostings(Array.ConvertAll(_passages, passage => passage.Words), Few);
    }

    /// <inheritdoc/>
    public IReadOnlyList<(string PassageId, double Score)> Search(PassageQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        var words = _passages.Length < Few ? null : Task.Run(() => ByWords(query), CancellationToken.None);
        var fused = new Dictionary<int, double>();
        Fuse(fused, ByVector(query));
        Fuse(fused, words?.GetAwaiter().GetResult() ?? ByWords(query));
        return [.. fused.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(query.Top).Select(pair => (_passages[pair.Key].Id, pair.Value))];
    }

    private int[] ByVector(PassageQuery query) =>
        query.Dense.Length == _vectors.Dimension ? Best(query, _vectors.ScoreCount, scores => _vectors.Score(query.Dense.Span, scores)) : [];

    private int[] ByWords(PassageQuery query) => Best(query, _passages.Length, scores => _postings.Score(query.Sparse, scores));

    /// <summary>What a leg finds, best first.</summary>
    /// <param name="query">The question.</param>
    /// <param name="scoreCount">How many scores it wants, at least one a passage.</param>
    /// <param name="score">Adds to scores of 0.</param>
    private int[] Best(PassageQuery query, int scoreCount, Action<float[]> score)
    {
        var most = Math.Min(query.Depth, _passages.Length);
        var heap = ArrayPool<(float, int)>.Shared.Rent(most);
        var scores = ArrayPool<float>.Shared.Rent(scoreCount);
        try
        {
            scores.AsSpan(0, scoreCount).Clear();
            score(scores);
            var best = new BestPassages(heap.AsSpan(0, most));
            best.AddAll(scores.AsSpan(0, _passages.Length), query.Filter == PassageFilter.All ? null : i => query.Filter.Admits(_passages[i]));
            var sorted = best.TakeSorted();
            var passages = new int[sorted.Length];
            for (var i = 0; i < passages.Length; i++)
                passages[i] = sorted[i].Passage;
            return passages;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
            ArrayPool<(float, int)>.Shared.Return(heap);
        }
    }

    private static void Fuse(Dictionary<int, double> fused, int[] ranking)
    {
        for (var rank = 0; rank < ranking.Length; rank++)
            fused[ranking[rank]] = fused.GetValueOrDefault(ranking[rank]) + (1.0 / (IPassageSearch.FusionConstant + rank));
    }
}
