using Summit.Bot.Retrieval;

namespace Summit.Bot.Evaluating;

/// <summary>
/// Learns how sure an answer can be (logistic regression): the questions of public sets are asked of half the articles, and told apart are those
/// whose article is there from those whose article is gone, every set counting the same. Deterministic.
/// </summary>
internal static class ConfidenceTrainer
{
    private const int Steps = 1500;
    private const double Rate = 0.03, Decay1 = 0.9, Decay2 = 0.999, Tiny = 1e-8, Shrink = 1e-4;

    /// <summary>What was found for a question.</summary>
    internal sealed record Example(double[] Features, bool IsThere);

    /// <summary>Asks the questions of a set of half its articles.</summary>
    public static IReadOnlyList<Example> Of(RetrievalSet set, Func<IReadOnlyList<Corpus.Article>, Retriever> index)
    {
        var half = index(RetrievalEvaluation.HalfOf(set.Articles));
        return [.. set.Questions.Where(question => question.IsAnswerable).AsParallel().AsOrdered().Select(question => new Example(
            half.Retrieve(RetrievalEvaluation.Read(question)).Select(AnswerConfidence.FeaturesOf).First(), half.Index.Articles.ContainsKey(question.Passage)))];
    }

    /// <summary>Learns.</summary>
    /// <returns>The weights in the order of <see cref="AnswerConfidence.Names"/>.</returns>
    public static double[] Train(IReadOnlyList<IReadOnlyList<Example>> sets)
    {
        var weights = new double[AnswerConfidence.Names.Count];
        double[] mean = new double[weights.Length], square = new double[weights.Length];
        for (var step = 1; step <= Steps; step++)
        {
            var gradient = Array.ConvertAll(weights, weight => Shrink * weight);
            foreach (var set in sets)
            {
                foreach (var example in set)
                {
                    var wrong = (Chance(example.Features, weights) - (example.IsThere ? 1 : 0)) / set.Count;
                    for (var i = 0; i < weights.Length; i++)
                        gradient[i] += wrong * example.Features[i];
                }
            }

            for (var i = 0; i < weights.Length; i++)
            {
                mean[i] = (Decay1 * mean[i]) + ((1 - Decay1) * gradient[i]);
                square[i] = (Decay2 * square[i]) + ((1 - Decay2) * gradient[i] * gradient[i]);
                weights[i] -= Rate * mean[i] / (1 - Math.Pow(Decay1, step)) / (Math.Sqrt(square[i] / (1 - Math.Pow(Decay2, step))) + Tiny);
            }
        }

        return weights;
    }

    private static double Chance(double[] features, double[] weights)
    {
        double sum = 0;
        for (var i = 0; i < features.Length; i++)
            sum += weights[i] * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }
}
