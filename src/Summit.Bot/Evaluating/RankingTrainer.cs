using System.Globalization;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Evaluating;

/// <summary>
/// Learns what a sentence is to be ranked by: the weights with which the right sentences, and those of the right passages, are expected to be the
/// first ones most often (a softmax over the sentences of a question), every set counting the same. Deterministic.
/// </summary>
internal static class RankingTrainer
{
    private const int MostCandidates = 100, Steps = 300;
    /// <summary>The weights begin as long a vector as the softmax wants; only their proportions count in the end.</summary>
    private const double Length = 130;

    private const double Rate = 0.15, LastRate = 0.015, Decay1 = 0.9, Decay2 = 0.999, Tiny = 1e-8;

    /// <summary>What was found for a question: the features of each sentence, and whether it is right.</summary>
    internal sealed record Example(double[][] Features, bool[] IsSentence, bool[] IsPassage);

    public static Example? Of(RetrievalQuestion question, IReadOnlyList<RankedSentence> ranked)
    {
        var shown = ranked.Take(MostCandidates).ToList();
        var passage = shown.ConvertAll(s => s.Article.Article.Id == question.Passage).ToArray();
        var sentence = shown.ConvertAll(question.IsAnsweredBy).ToArray();
        return Array.Exists(passage, is_ => is_) ? new Example([.. shown.Select(s => s.Features)], sentence, passage) : null;
    }

    /// <summary>Learns, beginning with the weights that are in use.</summary>
    /// <param name="sets">The examples of each set.</param>
    /// <param name="output">Told how the loss falls; null where nobody watches.</param>
    /// <returns>The weights in the order of <see cref="RankingWeights.Names"/>; only their proportions count.</returns>
    public static double[] Train(IReadOnlyList<IReadOnlyList<Example>> sets, TextWriter? output)
    {
        var scale = Length / Math.Sqrt(RankingWeights.Weights.Sum(weight => weight * weight));
        var weights = RankingWeights.Weights.Select(weight => weight * scale).ToArray();
        double[] mean = new double[weights.Length], square = new double[weights.Length];
        for (var step = 1; step <= Steps; step++)
        {
            var gradient = new double[weights.Length];
            double loss = 0;
            foreach (var set in sets)
            {
                foreach (var example in set)
                    loss += Add(example, weights, gradient, 1.0 / set.Count);
            }

            var rate = Rate + ((LastRate - Rate) * step / Steps);
            for (var i = 0; i < weights.Length; i++)
            {
                mean[i] = (Decay1 * mean[i]) + ((1 - Decay1) * gradient[i]);
                square[i] = (Decay2 * square[i]) + ((1 - Decay2) * gradient[i] * gradient[i]);
                weights[i] -= rate * mean[i] / (1 - Math.Pow(Decay1, step)) / (Math.Sqrt(square[i] / (1 - Math.Pow(Decay2, step))) + Tiny);
            }

            if (step % 50 == 0)
                output?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step} {loss / sets.Count:0.0000}"));
        }

        return weights;
    }

    private static double Add(Example example, double[] weights, double[] gradient, double share)
    {
        var scores = example.Features.Select(features => Dot(features, weights)).ToArray();
        var most = scores.Max();
        var likely = scores.Select(score => Math.Exp(score - most)).ToArray();
        var all = likely.Sum();
        return Toward(example.IsPassage) + (Array.Exists(example.IsSentence, is_ => is_) ? Toward(example.IsSentence) : 0);

        double Toward(bool[] isRight)
        {
            double right = 0;
            for (var i = 0; i < likely.Length; i++)
                right += isRight[i] ? likely[i] : 0;
            if (right <= 0)
                return share;
            for (var i = 0; i < likely.Length; i++)
            {
                // The gradient of the chance itself, not of its logarithm: a question that cannot be won does not pull at the others.
                var push = share * (right / all) * ((likely[i] / all) - (isRight[i] ? likely[i] / right : 0));
                for (var f = 0; f < weights.Length; f++)
                    gradient[f] += push * example.Features[i][f];
            }

            return share * (1 - (right / all));
        }
    }

    /// <summary>The example's sentence that these weights have first, by index.</summary>
    public static int First(Example example, IReadOnlyList<double> weights)
    {
        var best = 0;
        for (var i = 1; i < example.Features.Length; i++)
        {
            if (RankingWeights.Score(example.Features[i], weights) > RankingWeights.Score(example.Features[best], weights))
                best = i;
        }

        return best;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
