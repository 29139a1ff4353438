namespace Summit.Bot.Retrieval;

/// <summary>
/// What a sentence is ranked by, and how much each counts. Learned on public sets of questions and the project's own by
/// <c>eval --retrieval FOLDER --train</c>, then rounded by hand where two say nearly the same (the title and its letters; the letters of the sentence).
/// </summary>
internal static class RankingWeights
{
    /// <summary>Names of the features, in their order; all but the counts, the rules and the length are shares from 0 to 1.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "coverage", "support", "types found", "types missing", "rules", "length", "passage coverage", "title", "letters", "passage letters", "exact", "adjacent", "title letters",
    ];

    /// <summary>The weight of each.</summary>
    public static readonly IReadOnlyList<double> Weights = [1, 3.596, 0.344, -0.345, 2.473, -0.124, 0.192, 1.5, -0.3, 2.958, 0.069, 0.568, 1];

    /// <summary>The weighted sum.</summary>
    /// <param name="features">The features, in the order of <see cref="Names"/>.</param>
    /// <param name="weights">The weight of each.</param>
    public static double Score(IReadOnlyList<double> features, IReadOnlyList<double> weights)
    {
        double score = 0;
        for (var i = 0; i < features.Count; i++)
            score += weights[i] * features[i];
        return score;
    }
}
