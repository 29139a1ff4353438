namespace Summit.Bot.Retrieval;

/// <summary>
/// What a sentence is ranked by, and how much each counts. Learned as <c>RankingTrainer</c> does (<c>eval --retrieval FOLDER --train</c>) on six
/// public sets and the project's own for development, every set counting the same, and taken three tenths of the way from those in use before:
/// further on the answers to the own questions and to AfriQA became worse.
/// </summary>
internal static class RankingWeights
{
    /// <summary>Names of the features, in their order; all but the counts, the rules and the length are shares from 0 to 1.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "names", "words", "support", "exact", "adjacent", "types found", "types missing", "date", "rules", "length", "first",
        "passage names", "passage length", "passage letters", "repeated letters",
        "title names", "title asked", "title letters", "title letters asked", "article", "beyond title", "beyond lead",
    ];

    /// <summary>The weight of each.</summary>
    public static readonly IReadOnlyList<double> Weights = [-2.33, 1.63, 7.41, 2.34, 4.92, 1.56, -1.55, 3.03, 3.51, -1.05, 1.21, 0.66, -1.71, 2.41, 3.06, 6.14, 4.66, 5.74, -0.06, 4.15, 2.64, 1.64];

    /// <summary>The weighted sum.</summary>
    /// <param name="features">The features, in the order of <see cref="Names"/>.</param>
    /// <param name="weights">The weight of each.</param>
    public static double Score(ReadOnlySpan<double> features, IReadOnlyList<double> weights)
    {
        double score = 0;
        for (var i = 0; i < features.Length; i++)
            score += weights[i] * features[i];
        return score;
    }
}
