using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Summit.Bot.Retrieval.Store;

/// <summary>For each word the passages that have it, with its weight there: one after the other in one array. Immutable.</summary>
internal sealed class SparsePostings
{
    private readonly FeatureNumbers _words = new();
    private readonly int _passageCount;

    /// <summary>Where the postings of each word begin; one more than there are words.</summary>
    private readonly int[] _starts;
    private readonly Posting[] _postings;

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Posting(int Passage, float Weight);

    /// <summary>Makes the postings.</summary>
    /// <param name="passages">The words of each passage.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public SparsePostings(IReadOnlyList<PassageWords> passages)
    {
        _passageCount = passages.Count;
        var counts = new List<int>();
        for (var p = 0; p < passages.Count; p++)
        {
            foreach (var word in passages[p].Indices)
            {
                var number = _words.Add(word);
                if (number == counts.Count)
                    counts.Add(0);
                CollectionsMarshal.AsSpan(counts)[number]++;
            }
        }

        _starts = new int[counts.Count + 1];
        for (var word = 0; word < counts.Count; word++)
            _starts[word + 1] = _starts[word] + counts[word];
        _postings = new Posting[_starts[^1]];
        int[] next = [.. _starts];
        for (var p = 0; p < passages.Count; p++)
        {
            var words = passages[p].Indices;
            var weights = passages[p].Values;
            for (var i = 0; i < words.Length; i++)
                _postings[next[_words.Find(words[i])]++] = new Posting(p, weights[i]);
        }
    }

    /// <summary>Adds the BM25 of each passage to <paramref name="scores"/>.</summary>
    public void Score(SparseVector words, Span<float> scores)
    {
        // In ascending order of the words: the order of a sum decides its last digit, and that the order of passages.
        for (var w = 0; w < words.Indices.Length; w++)
        {
            if (_words.Find(words.Indices[w]) is not (>= 0 and var number))
                continue;
            var postings = _postings.AsSpan(_starts[number].._starts[number + 1]);
            var weight = words.Values[w] * SparseVector.Rarity(_passageCount, postings.Length);
            foreach (var posting in postings)
                scores[posting.Passage] += weight * posting.Weight;
        }
    }
}
