using System.Runtime.InteropServices;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>In how many sentences each feature stands. Immutable.</summary>
internal sealed class SentenceFrequencies
{
    private readonly Dictionary<uint, Frequency> _frequencies = [];

    /// <summary>Counts the sentences of articles.</summary>
    public SentenceFrequencies(IEnumerable<IndexedArticle> articles)
    {
        var counter = new Counter(_frequencies);
        foreach (var article in articles)
        {
            for (var i = 0; i < article.Sentences.Count; i++)
            {
                counter.Sentence++;
                for (var w = 0; w < article.Sentences[i].Wordings.Count; w++)
                    SparseFeatures.Visit(article.Sentences[i].Wordings[w].Terms, ref counter);
            }
        }
    }

    /// <summary>In how many sentences the term, or something that means the same, stands.</summary>
    public int Of(Term term)
    {
        var reader = new Reader(_frequencies);
        SparseFeatures.Visit(term, ref reader);
        return reader.Best;
    }

    /// <summary>The sentences of each of the concepts, added up.</summary>
    public int Of(IReadOnlyList<int> concepts)
    {
        var sum = 0;
        for (var i = 0; i < concepts.Count; i++)
            sum += _frequencies.GetValueOrDefault(SparseFeatures.OfConcept(concepts[i])).Count;
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
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Reader(Dictionary<uint, Frequency> frequencies) : IFeatureVisitor
    {
        public int Best;

        public void Add(uint feature, double weight) => Best = Math.Max(Best, frequencies.GetValueOrDefault(feature).Count);
    }
}
