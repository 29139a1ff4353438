using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Summit.Bot.Retrieval.Store;

/// <summary>
/// For each word the passages that have it, with its weight there. Of many passages the postings are made behind the first questions, for which the words of
/// every passage are looked through; what is found is the same. Safe for several threads.
/// </summary>
internal sealed class SparsePostings
{
    private readonly PassageWords[] _passages;
    private volatile Postings? _postings;

    /// <summary>Takes the words of passages.</summary>
    /// <param name="passages">The words of each passage.</param>
    /// <param name="few">The postings of fewer passages are made at once.</param>
    public SparsePostings(PassageWords[] passages, int few)
    {
        _passages = passages;
        if (passages.Length < few)
            _postings = new Postings(passages);
        else
            Made = Task.Run(() => { _postings = new Postings(passages); });
    }

    /// <summary>Completes when there are postings.</summary>
    public Task Made { get; } = Task.CompletedTask;

    /// <summary>Adds the BM25 of each passage to <paramref name="scores"/>.</summary>
    public void Score(SparseVector words, Span<float> scores)
    {
        if (_postings is { } postings)
            ScoreBy(postings, words, scores);
        else
            ScoreThrough(words, scores);
    }

    // Each passage's words in the order of the question, here and below: the order of a sum decides its last digit.
    private void ScoreBy(Postings postings, SparseVector words, Span<float> scores)
    {
        for (var w = 0; w < words.Indices.Length; w++)
        {
            var having = postings.Of(words.Indices[w]);
            var weight = Weight(words, w, having.Length);
            foreach (var posting in having)
                scores[posting.Passage] += weight * posting.Weight;
        }
    }

    /// <summary>As <see cref="Score"/> does, without postings.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ScoreThrough(SparseVector words, Span<float> scores)
    {
        var found = new List<(int Word, Posting Posting)>();
        var frequencies = new int[words.Indices.Length];
        for (var p = 0; p < _passages.Length; p++)
        {
            var indices = _passages[p].Indices;
            for (var w = 0; w < words.Indices.Length; w++)
            {
                if (indices.IndexOf(words.Indices[w]) is not (>= 0 and var at))
                    continue;
                frequencies[w]++;
                found.Add((w, new Posting(p, _passages[p].Values[at])));
            }
        }

        foreach (var (word, posting) in found)
            scores[posting.Passage] += Weight(words, word, frequencies[word]) * posting.Weight;
    }

    private float Weight(SparseVector words, int word, int frequency) => words.Values[word] * SparseVector.Rarity(_passages.Length, frequency);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Posting(int Passage, float Weight);

    /// <summary>The postings, one word's after the other's in one array. Immutable.</summary>
    private sealed class Postings
    {
        private readonly FeatureNumbers _words;

        /// <summary>Where the postings of each word begin; one more than there are words.</summary>
        private readonly int[] _starts;
        private readonly Posting[] _all;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public Postings(PassageWords[] passages)
        {
            var frequencies = new FeatureCounts();
            foreach (var passage in passages)
            {
                foreach (var word in passage.Indices)
                    frequencies.Add(word);
            }

            var counts = frequencies.Counts;
            _words = frequencies.Numbers;
            _starts = new int[counts.Length + 1];
            for (var word = 0; word < counts.Length; word++)
                _starts[word + 1] = _starts[word] + counts[word];
            _all = GC.AllocateUninitializedArray<Posting>(_starts[^1]);
            int[] next = [.. _starts];
            for (var p = 0; p < passages.Length; p++)
            {
                var words = passages[p].Indices;
                var weights = passages[p].Values;
                for (var i = 0; i < words.Length; i++)
                    _all[next[_words.Find(words[i])]++] = new Posting(p, weights[i]);
            }
        }

        public ReadOnlySpan<Posting> Of(uint word) => _words.Find(word) is >= 0 and var number ? _all.AsSpan(_starts[number].._starts[number + 1]) : [];
    }
}
