using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>"The father of Kim" is not Kim: who is named only to say whose relative somebody is.</summary>
internal static partial class Kinship
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const string French = "père|mère|fils|fille|frère|sœur|soeur|femme|épouse|mari|oncle|tante|cousine?|neveu|nièce|veuve|grand-père|grand-mère|beau-frère|petit-fils";
    private const string English = "father|dad|mother|mum|mom|son|daughter|brother|sister|wife|husband|uncle|aunt|cousin|nephew|niece|widow|grandfather|grandmother|grandson";
    private const int LongestBefore = 20;

    /// <summary>The names of a text that stand there as owners of a relative, and nowhere else in it; hardly ever any.</summary>
    public static IReadOnlyList<Lexeme> OwnersIn(string text, IReadOnlyList<Term> terms)
    {
        List<Lexeme>? owners = null;
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Kind == TermKind.Name && IsOwner(text, terms[i]) && terms.All(other => other.Lexeme.Stem != terms[i].Lexeme.Stem || IsOwner(text, other)))
                (owners ??= []).Add(terms[i].Lexeme);
        }

        return owners ?? (IReadOnlyList<Lexeme>)[];
    }

    /// <summary>Whether a question speaks of relatives or of who came before.</summary>
    public static bool IsIn(string question) => Relative().IsMatch(question);

    private static bool IsOwner(string text, Term name) =>
        RelativeOf().IsMatch(text.AsSpan(Math.Max(0, name.Start - LongestBefore)..name.Start)) || OwnRelative().IsMatch(text.AsSpan(name.End));

    [GeneratedRegex($@"\b({French}|{English})\s+(de\s+|d['’]|of\s+)$", Options, 10_000)]
    private static partial Regex RelativeOf();

    [GeneratedRegex($@"^['’]s?\s+((late|elder|younger|own)\s+)?({English})\b", Options, 10_000)]
    private static partial Regex OwnRelative();

    [GeneratedRegex($@"\b(({French}|{English})s?|papas?|parents?|parenté|familles?|famil(y|ies)|relatives?|elder|senior|dynast\p{{L}}+|héritiers?|heirs?|anciens?|ancienne|prédécesseurs?|predecessors?|former|late|(une?|another|any)\s+(autre\s+)?(?-i:\p{{Lu}})\p{{L}}+|older)\b", Options, 10_000)]
    private static partial Regex Relative();
}
