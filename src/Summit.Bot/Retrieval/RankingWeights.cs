namespace Summit.Bot.Retrieval;

/// <summary>What a sentence is ranked by, and how much each counts.</summary>
internal static class RankingWeights
{
    public static readonly string[] Names = ["coverage", "support", "type found", "type missing", "rules", "length", "passage coverage", "title", "letters", "passage letters", "exact", "adjacent"];

    public static readonly double[] Weights = (Environment.GetEnvironmentVariable("RW") ?? "1 0.4 0.22 -0.08 1 -0.1 0.6 0.3 0 0 0 0").Split(' ').Select(x => double.Parse(x, System.Globalization.CultureInfo.InvariantCulture)).ToArray();

    public static double Score(ReadOnlySpan<double> features)
    {
        double score = 0;
        for (var i = 0; i < features.Length; i++)
            score += Weights[i] * features[i];
        return score;
    }
}
