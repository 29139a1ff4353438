namespace Summit.Bot.Retrieval;

/// <summary>The groups of letters of a question.</summary>
/// <param name="Groups">Ascending and distinct.</param>
/// <param name="Weights">How rare each is.</param>
internal sealed record LetterQuery(uint[] Groups, double[] Weights)
{
    /// <summary>How fast what stands several times counts less, in BM25.</summary>
    public const double K1 = 1.2;

    private const int MostOnStack = 512;

    public static LetterQuery Of(QuestionAnalysis question, PassageIndex index)
    {
        var groups = LetterGroups.Of([.. question.Terms.Select(term => term.Term)]);
        return new LetterQuery(groups, Array.ConvertAll(groups, index.LetterGroupRarity));
    }

    /// <summary>Share of the weight of the groups that any of several texts has, too, from 0 to 1.</summary>
    /// <param name="texts">The groups of the texts, each ascending.</param>
    public double Coverage(params ReadOnlySpan<uint[]> texts) => Share(texts, static (count, _) => count > 0 ? 1 : 0, 0);

    /// <summary>As <see cref="Coverage"/>, each group counted by how many of the texts have it, saturated; at most 1 + <see cref="K1"/>.</summary>
    /// <param name="texts">The groups of the texts, each ascending.</param>
    /// <param name="norm">The constant of saturation: <see cref="K1"/> for texts of usual length.</param>
    public double Bm25(ReadOnlySpan<uint[]> texts, double norm) => Share(texts, static (count, norm) => count * (K1 + 1) / (count + norm), norm);

    private double Share(ReadOnlySpan<uint[]> texts, Func<int, double, double> value, double norm)
    {
        Span<int> counts = Groups.Length <= MostOnStack ? stackalloc int[Groups.Length] : new int[Groups.Length];
        foreach (var text in texts)
        {
            for (int g = 0, t = 0; g < Groups.Length && t < text.Length; g++)
            {
                while (t < text.Length && text[t] < Groups[g])
                    t++;
                if (t < text.Length && text[t] == Groups[g])
                    counts[g]++;
            }
        }

        double sum = 0, all = 0;
        for (var g = 0; g < Groups.Length; g++)
        {
            all += Weights[g];
            sum += counts[g] > 0 ? Weights[g] * value(counts[g], norm) : 0;
        }

        return all > 0 ? sum / all : 0;
    }
}
