using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>
/// Weighted words, each by the hash of its feature. The product of a passage's and a question's, each word times its rarity among
/// the passages, is BM25. A passage is compared with one of usual length instead of the average of all, so that its weights stay as
/// they are when other passages come and go.
/// </summary>
/// <param name="Indices">Hashes, distinct.</param>
/// <param name="Values">The weight of each, above 0.</param>
public sealed record SparseVector(uint[] Indices, float[] Values)
{
    private const double K1 = 1.0, B = 0.4, TitleShare = 0.5;

    /// <summary>Weight of the features of a passage of usual length: the average of the shipped article, rounded (94 in ten passages, translations included).</summary>
    private const double UsualLength = 95;

    /// <summary>The weights of a passage: how often each word stands there or in the title, saturated, and less in a long passage.</summary>
    internal static SparseVector OfPassage(IndexedArticle article, Passage passage)
    {
        var sums = FeatureSums.Begin();
        foreach (var sentence in article.SentencesOf(passage))
        {
            for (var i = 0; i < sentence.Wordings.Length; i++)
                sums.Add(sentence.Wordings[i].Terms);
        }

        sums.Add(article.TitleTerms, TitleShare);
        var (indices, counts) = sums.Take(static (weight, _) => weight);
        double length = 0;
        foreach (var count in counts)
            length += count;
        var norm = K1 * (1 - B + B * length / UsualLength);
        return new SparseVector(indices, Array.ConvertAll(counts, count => (float)(count * (K1 + 1) / (count + norm))));
    }

    /// <summary>The weights of a question.</summary>
    public static SparseVector OfQuestion(IEnumerable<Term> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        IReadOnlyList<Term> asked = [.. terms];
        var sums = FeatureSums.Begin();
        sums.Add(asked);
        var (indices, weights) = sums.Take(static (weight, _) => (float)weight);
        // The order of a sum decides its last digit, and that the order of passages: it shall not be the order of the question.
        Array.Sort(indices, weights);
        return new SparseVector(indices, weights);
    }

    /// <summary>How rare a word is among passages, as Qdrant's modifier IDF has it.</summary>
    /// <param name="passages">How many passages there are.</param>
    /// <param name="frequency">In how many of them the word stands.</param>
    public static float Rarity(int passages, int frequency) => MathF.Log((passages - frequency + 0.5f) / (frequency + 0.5f) + 1);
}
