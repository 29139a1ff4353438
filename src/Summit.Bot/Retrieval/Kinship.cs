using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>"The father of Kim" is not Kim: who is named only to say whose relative somebody is.</summary>
internal static partial class Kinship
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const string French = "père|mère|fils|fille|frère|sœur|soeur|femme|épouse|mari|oncle|tante|cousine?|neveu|nièce|veuve|grand-père|grand-mère|beau-frère|petit-fils";

    /// <summary>English words for relatives, as alternatives of a pattern.</summary>
    public const string English = "father|dad|mother|mum|mom|son|daughter|brother|sister|wife|husband|uncle|aunt|cousin|nephew|niece|widow|grandfather|grandmother|grandson";

    private const int LongestBefore = 20;

    /// <summary>The names of a text that stand there as owners of a relative, and nowhere else in it; hardly ever any.</summary>
    public static IReadOnlyList<Lexeme> OwnersIn(ReadOnlySpan<char> text, IReadOnlyList<Term> terms)
    {
        List<Lexeme>? owners = null;
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Kind == TermKind.Name && IsOwner(text, terms[i]) && !IsItself(text, terms, terms[i].Lexeme.Stem))
                (owners ??= []).Add(terms[i].Lexeme);
        }

        return owners ?? (IReadOnlyList<Lexeme>)[];
    }

    private static bool IsItself(ReadOnlySpan<char> text, IReadOnlyList<Term> terms, string stem)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Lexeme.Stem == stem && !IsOwner(text, terms[i]))
                return true;
        }

        return false;
    }

    /// <summary>Whether a question speaks of relatives or of who came before.</summary>
    public static bool IsIn(string question) => Relative().IsMatch(question);

    /// <summary>Whether a text says what somebody's relative is called: "his father, Kim Jong-il", "Kim Jong-il, le père de Kim Jong-un".</summary>
    public static bool NamesRelative(string text) => NameOf().IsMatch(text);

    // A glance at the letters beside it first: this runs for every name of every sentence that is looked into.
    private static bool IsOwner(ReadOnlySpan<char> text, Term name)
    {
        var before = text[Math.Max(0, name.Start - LongestBefore)..name.Start];
        var after = text[name.End..];
        return (before is [.., 'e' or 'f', ' '] or [.., '\'' or '’'] && RelativeOf().IsMatch(before)) || (after is ['\'' or '’', ..] && OwnRelative().IsMatch(after));
    }

    [GeneratedRegex($@"\b({French}|{English})\s+(de\s+|d['’]|of\s+)$", Options, 10_000)]
    private static partial Regex RelativeOf();

    [GeneratedRegex($@"^['’]s?\s+((late|elder|younger|own)\s+)?({English})\b", Options, 10_000)]
    private static partial Regex OwnRelative();

    [GeneratedRegex($@"\b(({French}|{English})s?|papas?|parents?|parenté|familles?|famil(y|ies)|relatives?|elder|senior|dynast\p{{L}}+|héritiers?|heirs?|anciens?|ancienne|prédécesseurs?|predecessors?|former|late|(une?|another|any)\s+(autre\s+)?(?-i:\p{{Lu}})\p{{L}}+|older)\b", Options, 10_000)]
    private static partial Regex Relative();

    [GeneratedRegex($@"\b({French}|{English})\b,?\s+((named|called|nommée?|appelée?|est|is|was|était|s['’]appel\p{{L}}+)\s+)*(?-i:\p{{Lu}})|(?-i:\p{{Lu}})\p{{L}}+,\s+((le|la|l['’]|son|sa|the|his|her|their|((?-i:\p{{Lu}})[\p{{L}}-]+\s+)*(?-i:\p{{Lu}})[\p{{L}}-]+['’]s?)\s*)(\p{{L}}+\s+)?({French}|{English})\b", Options, 10_000)]
    private static partial Regex NameOf();
}
