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
        "names", "words", "support", "exact", "adjacent", "types found", "types missing", "date", "rules", "length", "first",
        "passage names", "passage length", "passage letters", "repeated letters",
        "title names", "title asked", "title letters", "title letters asked",
    ];

    /// <summary>The weight of each.</summary>
    public static readonly IReadOnlyList<double> Weights = [-5.94, 15.17, 33.54, 9.24, 11.06, 3.60, -3.46, 8.80, 28.94, -2.11, 4.00, 12.84, -5.19, 26.30, 7.79, 18.21, 15.50, 5.41, 7.21];

    /// <summary>The weighted sum.</summary>
    /// <param name="features">The features, in the order of <see cref="Names"/>.</param>
    public static double Score(ReadOnlySpan<double> features)
    {
        double score = 0;
        for (var i = 0; i < features.Length; i++)
            score += Weights[i] * features[i];
        return score;
    }
}
