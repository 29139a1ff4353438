namespace Summit.Bot.Retrieval.Store;

/// <summary>The passages of the highest scores, at most so many: a heap with the worst of them on top. Of equal scores the smaller number is better.</summary>
internal ref struct BestPassages(Span<(float Score, int Passage)> heap)
{
    private readonly Span<(float Score, int Passage)> _heap = heap;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Above this a score is among the best, whatever its passage; minus infinity while there is room.</summary>
    public readonly float Least => Count < _heap.Length ? float.NegativeInfinity : Count == 0 ? float.PositiveInfinity : _heap[0].Score;

    /// <summary>Takes a passage if it is among the best.</summary>
    public void Add(float score, int passage)
    {
        if (Count < _heap.Length)
        {
            _heap[Count] = (score, passage);
            Rise(Count++);
        }
        else if (Count > 0 && IsWorse(_heap[0], (score, passage)))
        {
            _heap[0] = (score, passage);
            Sink(Count);
        }
    }

    /// <summary>Takes the passages of scores above 0 that are among the best.</summary>
    /// <param name="scores">The score of each passage.</param>
    /// <param name="admits">Whether a passage may be found, by its number; null for all.</param>
    public void AddAll(ReadOnlySpan<float> scores, Func<int, bool>? admits)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > Math.Max(Least, 0) && (admits is null || admits(i)))
                Add(scores[i], i);
        }
    }

    /// <summary>The passages, best first; there are none afterwards.</summary>
    public Span<(float Score, int Passage)> TakeSorted()
    {
        var sorted = _heap[..Count];
        for (var last = Count - 1; last > 0; last--)
        {
            (_heap[0], _heap[last]) = (_heap[last], _heap[0]);
            Sink(last);
        }

        Count = 0;
        return sorted;
    }

    private static bool IsWorse((float Score, int Passage) a, (float Score, int Passage) b) => a.Score < b.Score || (a.Score == b.Score && a.Passage > b.Passage);

    private readonly void Rise(int at)
    {
        for (var parent = (at - 1) / 2; at > 0 && IsWorse(_heap[at], _heap[parent]); at = parent, parent = (at - 1) / 2)
            (_heap[at], _heap[parent]) = (_heap[parent], _heap[at]);
    }

    private readonly void Sink(int count)
    {
        for (var at = 0; (2 * at) + 1 < count;)
        {
            var child = (2 * at) + 1;
            if (child + 1 < count && IsWorse(_heap[child + 1], _heap[child]))
                child++;
            if (!IsWorse(_heap[child], _heap[at]))
                return;
            (_heap[at], _heap[child]) = (_heap[child], _heap[at]);
            at = child;
        }
    }
}
