using Summit.Bot.Retrieval;

namespace Summit.Bot.Evaluating;

/// <summary>A way to find and rank sentences: that which is served, or the same without one part of it.</summary>
/// <param name="Without">What is left out.</param>
/// <param name="Weights">The weight of each feature, in the order of <see cref="RankingWeights.Names"/>; 0 for one that is left out, nothing else learned anew.</param>
/// <param name="Legs">The legs that are searched.</param>
internal sealed record RankingVariant(string Without, IReadOnlyList<double> Weights, SearchLegs Legs)
{
    /// <summary>What is served.</summary>
    public static RankingVariant Complete { get; } = new("nothing", RankingWeights.Weights, SearchLegs.Both);

    /// <summary>What is served, then the same without each leg and each feature.</summary>
    public static IReadOnlyList<RankingVariant> All { get; } =
    [
        Complete,
        Complete with { Without = "leg: dense", Legs = SearchLegs.Words },
        Complete with { Without = "leg: words", Legs = SearchLegs.Dense },
        .. RankingWeights.Names.Select(name => Complete with
        {
            Without = name, Weights = [.. RankingWeights.Names.Zip(RankingWeights.Weights, (other, weight) => other == name ? 0 : weight)],
        }),
    ];
}
