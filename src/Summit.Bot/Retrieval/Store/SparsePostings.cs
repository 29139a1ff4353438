using System.Runtime.InteropServices;

namespace Summit.Bot.Retrieval.Store;

/// <summary>For each word the passages that have it, with its weight there: one after the other in two arrays. Immutable.</summary>
internal sealed class SparsePostings
{
    private readonly Dictionary<uint, (int Start, int Count)> _words;
    private readonly int[] _passages;
    private readonly float[] _weights;
    private readonly int _passageCount;

    /// <summary>Makes the postings.</summary>
    /// <param name="vectors">The words of each passage.</param>
    public SparsePostings(IReadOnlyList<SparseVector> vectors)
    {
        _passageCount = vectors.Count;
        _words = [];
        foreach (var word in vectors.SelectMany(vector => vector.Indices))
            CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out _).Count++;
        var total = 0;
        foreach (var word in _words.Keys)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrNullRef(_words, word);
            (place.Start, total, place.Count) = (total, total + place.Count, 0);
        }

        (_passages, _weights) = (new int[total], new float[total]);
        for (var passage = 0; passage < vectors.Count; passage++)
        {
            var (words, weights) = vectors[passage];
            for (var w = 0; w < words.Length; w++)
            {
                ref var place = ref CollectionsMarshal.GetValueRefOrNullRef(_words, words[w]);
                var at = place.Start + place.Count++;
                (_passages[at], _weights[at]) = (passage, weights[w]);
            }
        }
    }

    /// <summary>Adds the BM25 of each passage to <paramref name="scores"/>.</summary>
    public void Score(SparseVector words, Span<float> scores)
    {
        // In ascending order of the words: the order of a sum decides its last digit, and that the order of passages.
        for (var w = 0; w < words.Indices.Length; w++)
        {
            if (!_words.TryGetValue(words.Indices[w], out var place))
                continue;
            var weight = words.Values[w] * SparseVector.Rarity(_passageCount, place.Count);
            var passages = _passages.AsSpan(place.Start, place.Count);
            var weights = _weights.AsSpan(place.Start, place.Count);
            for (var i = 0; i < passages.Length; i++)
                scores[passages[i]] += weight * weights[i];
        }
    }
}
