using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>
/// How sure it is that the articles speak of what a question asks at all, from what its best sentence holds. Learned by
/// <c>eval --retrieval FOLDER --train</c> on public sets of which half the articles were taken away.
/// </summary>
internal static class AnswerConfidence
{
    /// <summary>What stands in another sentence of the article counts this much.</summary>
    private const double Elsewhere = 0.6;

    /// <summary>Scores differ by about this much.</summary>
    private const double ScoreUnit = 10;

    /// <summary>Names of the features, in their order; the last is 1 for all.</summary>
    public static readonly IReadOnlyList<string> Names = ["support", "missing names", "missing words", "margin", "words asked", "title asked", "repeated letters", "bias"];

    /// <summary>The weight of each.</summary>
    public static readonly IReadOnlyList<double> Weights = [3.57, -2.47, -1.09, 0.62, 1.5, 1.66, 2.3, -7.05];

    private static readonly int TitleAsked = IndexOf("title asked"), RepeatedLetters = IndexOf("repeated letters");

    /// <summary>The chance, from 0 to 1.</summary>
    public static double Of(Evidence evidence)
    {
        var features = FeaturesOf(evidence);
        double sum = 0;
        for (var i = 0; i < features.Length; i++)
            sum += Weights[i] * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>The features; all 0 but the last where no sentence was found.</summary>
    public static double[] FeaturesOf(Evidence evidence)
    {
        var features = new double[Names.Count];
        features[^1] = 1;
        if (evidence.Sentences is not [var best, ..])
            return features;
        var terms = evidence.Question.Terms;
        double asked = 0, names = 0, words = 0;
        var count = 0;
        for (var t = 0; t < terms.Count; t++)
        {
            if (!terms[t].IsContent)
                continue;
            count++;
            asked += evidence.Weights[t];
            var missing = evidence.Weights[t] * (1 - Math.Max(best.Matches[t], Elsewhere * InArticle(evidence, best, t)));
            if (terms[t].Term.Kind is TermKind.Name or TermKind.Number)
                names += missing;
            else
                words += missing;
        }

        var other = evidence.Sentences.FirstOrDefault(sentence => sentence.Article != best.Article) ?? evidence.Sentences[^1];
        (features[0], features[1], features[2]) = asked > 0 ? (best.Support, names / asked, words / asked) : (best.Support, 0, 0);
        (features[3], features[4]) = ((best.Score - other.Score) / ScoreUnit, Math.Log2(1 + count));
        if (best.Features is { Length: > 0 } ranked)
            (features[5], features[6]) = (ranked[TitleAsked], ranked[RepeatedLetters]);
        return features;
    }

    private static double InArticle(Evidence evidence, RankedSentence best, int term)
    {
        double most = 0;
        for (var i = 0; i < evidence.Sentences.Count; i++)
        {
            if (evidence.Sentences[i].Article == best.Article)
                most = Math.Max(most, evidence.Sentences[i].Matches[term]);
        }

        return most;
    }

    private static int IndexOf(string feature) => RankingWeights.Names.ToList().IndexOf(feature);
}
