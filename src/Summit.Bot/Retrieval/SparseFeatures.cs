using System.Globalization;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>The words of a text as the sparse leg counts them: stems, concepts and states.</summary>
internal static class SparseFeatures
{
    /// <summary>The feature of a concept.</summary>
    public static string OfConcept(int id) => $"c:{id.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Features of the terms with their weights; words of grammar are left out.</summary>
    public static IEnumerable<(string Feature, double Weight)> Of(IEnumerable<Term> terms)
    {
        foreach (var term in terms)
        {
            if (term.Kind == TermKind.Function)
                continue;
            yield return ($"s:{term.Stem}", 1);
            foreach (var id in term.Concepts)
                yield return (OfConcept(id), 0.8);
            foreach (var id in term.Countries)
                yield return ($"k:{id.ToString(CultureInfo.InvariantCulture)}", 0.5);
            foreach (var feature in Of(term.Parts))
                yield return (feature.Feature, feature.Weight * 0.5);
        }
    }
}
