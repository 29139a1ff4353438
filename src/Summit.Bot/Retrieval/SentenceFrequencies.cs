using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>In how many sentences each feature stands. Immutable.</summary>
internal sealed class SentenceFrequencies
{
    private readonly FeatureCounts _frequencies = new();

    /// <summary>Adds up what was counted in articles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public SentenceFrequencies(IEnumerable<ArticleDigest> articles)
    {
        foreach (var article in articles)
        {
            var features = article.Features;
            var counts = article.Counts;
            for (var i = 0; i < features.Length; i++)
                _frequencies.Add(features[i], counts[i]);
        }
    }

    /// <summary>Counts the sentences of one article.</summary>
    /// <returns>The features in ascending order, and in how many sentences each stands.</returns>
    public static (uint[] Features, ushort[] Counts) Count(IReadOnlyList<SentenceProfile> sentences)
    {
        var counter = new Counter([]);
        for (var i = 0; i < sentences.Count; i++)
        {
            counter.Sentence++;
            for (var w = 0; w < sentences[i].Wordings.Length; w++)
                SparseFeatures.Visit(sentences[i].Wordings[w].Terms, ref counter);
        }

        return counter.Sorted();
    }

    /// <summary>In how many sentences the term, or something that means the same, stands.</summary>
    public int Of(Term term)
    {
        var reader = new Reader(this);
        SparseFeatures.Visit(term, ref reader);
        return reader.Best;
    }

    /// <summary>The sentences of each of the concepts, added up.</summary>
    public int Of(IReadOnlyList<int> concepts)
    {
        var sum = 0;
        for (var i = 0; i < concepts.Count; i++)
            sum += _frequencies.Of(SparseFeatures.OfConcept(concepts[i]));
        return sum;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Frequency
    {
        public int Count, LastSentence;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Counter(Dictionary<uint, Frequency> frequencies) : IFeatureVisitor
    {
        public int Sentence;

        public readonly void Add(uint feature, double weight)
        {
            ref var frequency = ref CollectionsMarshal.GetValueRefOrAddDefault(frequencies, feature, out _);
            if (frequency.LastSentence == Sentence)
                return;
            frequency.LastSentence = Sentence;
            frequency.Count++;
        }

        public readonly (uint[] Features, ushort[] Counts) Sorted()
        {
            uint[] features = [.. frequencies.Keys];
            Array.Sort(features);
            var counts = new ushort[features.Length];
            for (var i = 0; i < features.Length; i++)
                counts[i] = (ushort)Math.Min(frequencies[features[i]].Count, ushort.MaxValue);
            return (features, counts);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Reader(SentenceFrequencies frequencies) : IFeatureVisitor
    {
        public int Best;

        public void Add(uint feature, double weight) => Best = Math.Max(Best, frequencies._frequencies.Of(feature));
    }
}
