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
    /// <returns>The features, each once, and in how many sentences each stands.</returns>
    public static (uint[] Features, ushort[] Counts) Count(IReadOnlyList<SentenceProfile> sentences)
    {
        var sums = FeatureSums.Begin();
        for (var i = 0; i < sentences.Count; i++)
        {
            for (var w = 0; w < sentences[i].Wordings.Length; w++)
                sums.Add(sentences[i].Wordings[w].Terms);
            sums.NextPart();
        }

        return sums.Take(static (_, sentences) => (ushort)Math.Min(sentences, ushort.MaxValue));
    }

    /// <summary>In how many sentences the term, or something that means the same, stands.</summary>
    public int Of(Term term)
    {
        var reader = new Reader(this);
        SparseFeatures.Visit(term.Lexeme, ref reader);
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
    private struct Reader(SentenceFrequencies frequencies) : IFeatureVisitor
    {
        public int Best;

        public void Add(uint feature, double weight) => Best = Math.Max(Best, frequencies._frequencies.Of(feature));
    }
}
