namespace Summit.Bot.Retrieval;

/// <summary>
/// What a sentence is ranked by, and how much each counts. Learned as <c>RankingTrainer</c> does
/// (<c>eval --retrieval FOLDER --train</c>), on a third to all of the questions of four public sets and on the project's own for development, these
/// counted twice.
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
    public static readonly IReadOnlyList<double> Weights = [-2.85, 1.35, 7.46, 2.32, 5.20, 1.48, -1.47, 3.24, 3.81, -1.03, 1.42, 0.95, -1.80, 2.17, 3.00, 6.04, 4.93, 5.54, -0.47, 3.92, 3.06, 1.50];

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
