using System.Runtime.InteropServices;

namespace Summit.Bot.Retrieval.Store;

/// <summary>For each word the passages that have it, with its weight there: one after the other in two arrays. Immutable.</summary>
internal sealed class SparsePostings
{
    private readonly Dictionary<uint, int> _numbers = [];
    private readonly (int Start, int Count)[] _places;
    private readonly int[] _passages;
    private readonly float[] _weights;
    private readonly int _passageCount;

    /// <summary>Makes the postings.</summary>
    /// <param name="passages">The words of each passage.</param>
    public SparsePostings(IReadOnlyList<PassageWords> passages)
    {
        _passageCount = passages.Count;
        var places = new List<(int Start, int Count)>();
        var total = 0;
        for (var p = 0; p < passages.Count; p++)
            total += passages[p].Count;
        var numbers = new int[total];
        var at = 0;
        for (var p = 0; p < passages.Count; p++)
        {
            foreach (var word in passages[p].Indices)
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, word, out var isKnown);
                if (!isKnown)
                {
                    number = places.Count;
                    places.Add(default);
                }

                CollectionsMarshal.AsSpan(places)[number].Count++;
                numbers[at++] = number;
            }
        }

        _places = [.. places];
        for (var word = 1; word < _places.Length; word++)
            _places[word].Start = _places[word - 1].Start + _places[word - 1].Count;
        (_passages, _weights, at) = (new int[total], new float[total], 0);
        var filled = new int[_places.Length];
        for (var p = 0; p < passages.Count; p++)
        {
            foreach (var weight in passages[p].Values)
            {
                var number = numbers[at++];
                var place = _places[number].Start + filled[number]++;
                (_passages[place], _weights[place]) = (p, weight);
            }
        }
    }

    /// <summary>Adds the BM25 of each passage to <paramref name="scores"/>.</summary>
    public void Score(SparseVector words, Span<float> scores)
    {
        // In ascending order of the words: the order of a sum decides its last digit, and that the order of passages.
        for (var w = 0; w < words.Indices.Length; w++)
        {
            if (!_numbers.TryGetValue(words.Indices[w], out var number))
                continue;
            var place = _places[number];
            var weight = words.Values[w] * SparseVector.Rarity(_passageCount, place.Count);
            var passages = _passages.AsSpan(place.Start, place.Count);
            var weights = _weights.AsSpan(place.Start, place.Count);
            for (var i = 0; i < passages.Length; i++)
                scores[passages[i]] += weight * weights[i];
        }
    }
}
