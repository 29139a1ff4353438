using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>How far one term stands for another: the same word, the same concept across languages, the same state, a near spelling.</summary>
public static class TermMatching
{
    /// <summary>Strength below which two terms have nothing to do with each other.</summary>
    public const double Least = 0.5;

    /// <summary>Strength of two concepts of which one may be told of in words of the other.</summary>
    public const double Related = 0.6;

    /// <summary>Strength of two concepts that may stand for one another.</summary>
    public const double Synonym = 0.8;

    private const double Opposite = 0.55;
    private const double SameConcept = 0.96, PartOfExpression = 0.9, SameState = 0.8, NearSpelling = 0.8, SameFamily = 0.65;
    private const int ShortestNear = 6, ShortestRoot = 4;

    /// <summary>As <see cref="Strength(Term, Term)"/>, with looser relations; opposites count where a sentence may deny the question.</summary>
    public static double Strength(QueryTerm query, Term text, bool withOpposites) => Strength(query, text.Lexeme, withOpposites);

    /// <summary>From 0 (unrelated) to 1 (the same word).</summary>
    public static double Strength(Term query, Term text) => Strength(query.Lexeme, text.Lexeme);

    /// <summary>The same of a word wherever it stands.</summary>
    internal static double Strength(QueryTerm query, Lexeme text, bool withOpposites)
    {
        if (AreOtherLeaders(query.Term.Lexeme, text))
            return 0;
        var strength = Strength(query.Term.Lexeme, text);
        if (strength < Synonym && IsRelated(query.SynonymIds, query.SynonymMask, text))
            return Synonym;
        if (strength < Related && IsRelated(query.RelatedIds, query.RelatedMask, text))
            return Related;
        if (strength >= Related)
            return strength;
        return withOpposites && Share(query.OppositeIds, text.Concepts) ? Opposite : strength;
    }

    private static double Strength(Lexeme query, Lexeme text)
    {
        if (AreOtherLeaders(query, text))
            return 0;
        // The English "large" is no French "large".
        if ((query.Stem == text.Stem || ((query.Capitalized || text.Capitalized) && query.Folded == text.Folded)) && !(query.Language != text.Language && query.Parts.Length == 0 && text.Parts.Length == 0 && AreTwoWords(query, text)))
            return !AreTwoWords(query, text) ? 1 : query.Folded != text.Folded ? SameFamily : Least;
        if ((query.ConceptMask & text.ConceptMask) != 0 && Share(query.Concepts, text.Concepts))
            return SameConcept;
        // "Kim Jong-il" is not "Kim Jong-un", however much of the name they share.
        if (query.IsPersonName && text.IsPersonName)
            return 0;
        var best = 0.0;
        // Loops by index: these run some thousand times a question, and an enumerator each would be most of its allocations.
        // "ont lieu" speaks of no place.
        for (var i = 0; i < text.Parts.Length && text.Kind is not (TermKind.Function or TermKind.Light); i++)
        {
            var part = text.Parts[i];
            // A word inside a name is not that word ("États-Unis" is no "État"), but "île Rousski" is an island.
            if (part.Kind != TermKind.Function && query.Parts.Length == 0 && (!part.Capitalized || query.Kind == TermKind.Name))
                best = Math.Max(best, PartOfExpression * Strength(query, part));
        }

        if (query.Parts.Length > 0)
            best = Math.Max(best, PartsStrength(query, text));
        if (best < SameState && Share(query.Countries, text.Countries))
            best = SameState;
        if (best < NearSpelling && query.Parts.Length == 0 && text.Parts.Length == 0)
            best = Math.Max(best, Spelling(query, text));
        return best >= Least ? best : 0;
    }

    private static bool AreOtherLeaders(Lexeme query, Lexeme text) =>
        (query.ConceptMask & text.ConceptMask & IdMask.Negative) != 0 && LeaderResolver.AreOtherLeaders(query.Concepts, text.Concepts);

    private static bool IsRelated(int[] concepts, ulong mask, Lexeme text)
    {
        if (mask == 0)
            return false;
        if ((mask & text.ConceptMask) != 0 && Share(concepts, text.Concepts))
            return true;
        // What is told of in words of war is not told of by the name of another war.
        if (text.Capitalized)
            return false;
        for (var i = 0; i < text.Parts.Length && text.Kind is not (TermKind.Function or TermKind.Light); i++)
        {
            if (text.Parts[i].Kind != TermKind.Function && Share(concepts, text.Parts[i].Concepts))
                return true;
        }

        return false;
    }

    /// <summary>Share of the words of an expression that <paramref name="text"/> stands for.</summary>
    private static double PartsStrength(Lexeme query, Lexeme text)
    {
        double sum = 0, count = 0;
        for (var i = 0; i < query.Parts.Length; i++)
        {
            var part = query.Parts[i];
            if (part.Kind == TermKind.Function)
                continue;
            count++;
            if (text.Parts.Length == 0 ? IsWord(part, text) : HasWord(text.Parts, part))
                sum++;
        }

        return count == 0 ? 0 : PartOfExpression * sum / count;
    }

    private static bool IsWord(Lexeme a, Lexeme b) => a.Stem == b.Stem && !(a.Language != b.Language && AreTwoWords(a, b));

    private static bool HasWord(Lexeme[] parts, Lexeme word)
    {
        foreach (var part in parts)
        {
            if (IsWord(part, word) && part.Kind != TermKind.Function)
                return true;
        }

        return false;
    }

    private static double Spelling(Lexeme query, Lexeme text)
    {
        string a = query.Folded, b = text.Folded;
        // An unknown word may be derived from a known one: "portuaire" from "port".
        if (query.Concepts.Length == 0 && query.Kind == TermKind.Content && text.Stem.Length >= ShortestRoot && text.Kind == TermKind.Content && a.StartsWith(text.Stem, StringComparison.Ordinal))
            return SameFamily;
        if (a.Length < ShortestNear || b.Length < ShortestNear || query.Kind is TermKind.Function or TermKind.Number)
            return 0;
        var common = a.AsSpan().CommonPrefixLength(b);
        if (AreTwoWords(query, text))
            return 0;
        if (IsOneEditAway(a, b, common))
            return NearSpelling;
        return common >= ShortestNear && common >= 0.65 * Math.Max(a.Length, b.Length) ? SameFamily : 0;
    }

    // What the lexicon knows as two words are two, however alike they look: a "position" is not "positive".
    private static bool AreTwoWords(Lexeme query, Lexeme text) => query.Concepts.Length > 0 && text.Concepts.Length > 0 && !Share(query.Concepts, text.Concepts);

    private static bool IsOneEditAway(string a, string b, int prefix)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
            return false;
        var suffix = 0;
        var limit = Math.Min(a.Length, b.Length) - prefix;
        while (suffix < limit && a[^(suffix + 1)] == b[^(suffix + 1)])
            suffix++;
        int restA = a.Length - prefix - suffix, restB = b.Length - prefix - suffix;
        return (restA <= 1 && restB <= 1) || (restA == 2 && restB == 2 && a[prefix] == b[prefix + 1] && a[prefix + 1] == b[prefix]);
    }

    private static bool Share(int[] a, int[] b)
    {
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                if (x == y)
                    return true;
            }
        }

        return false;
    }
}
