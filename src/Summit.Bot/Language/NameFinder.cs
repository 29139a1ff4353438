using System.Text.RegularExpressions;

namespace Summit.Bot.Language;

/// <summary>Finds the names in a sentence, those that nobody listed too, and tells places from persons and organisations.</summary>
internal sealed partial class NameFinder(Lexicon lexicon)
{
    /// <summary>The names, in reading order.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="language">Its language.</param>
    public List<EntityMention> Find(string text, IReadOnlyList<Term> terms, TextLanguage language)
    {
        var names = new List<EntityMention>();
        for (var i = 0; i < terms.Count; i++)
        {
            if (!BeginsName(text, terms, i))
                continue;
            var first = terms[i];
            var isName = first.Kind == TermKind.Name || IsUnheardOf(text, first);
            while (i + 1 < terms.Count && IsOneName(text, terms[i], terms[i + 1]))
                isName |= terms[++i].Kind == TermKind.Name;
            var end = terms[i].End;
            // "Jong-un" is one name though its last word alone would be an article.
            while (i + 1 < terms.Count && terms[i + 1].Start == end + 1 && text[end] == '-')
                end = terms[++i].End;
            if (Numeral().Match(text, end) is { Success: true } numeral)
                end += numeral.Length;
            // "la Guerre froide" is nobody, "at Parliament" a place.
            if (MentionOf(text, first, end, language) is var mention && (isName || mention.Kind == MentionKind.Place))
                names.Add(mention);
        }

        return names;
    }

    private bool BeginsName(string text, IReadOnlyList<Term> terms, int i)
    {
        var term = terms[i];
        if (!IsWritten(text, term))
            return false;
        if (term.Kind == TermKind.Name)
            return true;
        if (term.Kind is TermKind.Function or TermKind.Number || term.Countries.Count > 0 || MentionFinder.IsCalendarWord(term.Folded) || IsKnown(term, ConceptKind.Demonym))
            return false;
        // "Claire" is an adjective, too; where a sentence begins, every word has a capital.
        return term.Capitalized || (i + 1 < terms.Count && IsOneName(text, term, terms[i + 1])) || IsUnheardOf(text, term);
    }

    // A sentence that begins with a word that is in no lexicon and looks like none begins with a name.
    private static bool IsUnheardOf(string text, Term term) =>
        term is { Kind: TermKind.Content, Capitalized: false, Concepts.Count: 0 } && term.End - term.Start > 2
        && (!Inflected().IsMatch(text.AsSpan(term.Start, term.End - term.Start)) || Numeral().Match(text, term.End) is { Success: true });

    private static bool IsWritten(string text, Term term)
    {
        foreach (var letter in text.AsSpan(term.Start, term.End - term.Start))
        {
            if (char.IsUpper(letter))
                return true;
        }

        return false;
    }

    private static bool IsOneName(string text, Term left, Term right) =>
        (right.Start == left.End || (right.Start == left.End + 1 && text[left.End] is ' ' or '-' or '\'' or '’'))
        && char.IsUpper(text[right.Start]) && right.Kind != TermKind.Function && (right.Kind == TermKind.Name || right.Capitalized || right.End == right.Start + 1)
        // Two names that the lexicon knows are two.
        && (left.Concepts.Count == 0 || right.Concepts.Count == 0 || (left.Kind != TermKind.Name && right.Kind != TermKind.Name));

    private EntityMention MentionOf(string text, Term first, int end, TextLanguage language)
    {
        var french = language == TextLanguage.French;
        var start = first.Start;
        // "l'île Rousski", "port de Vladivostok": the noun that says what the place is belongs to the short answer.
        var from = StartOf(french ? FrenchPlaceNoun() : EnglishPlaceNoun(), text, start) ?? start;
        var after = !french && EnglishPlaceNounAfter().Match(text, end) is { Success: true } noun ? noun.Length : 0;
        var isPlace = IsPlace(first);
        if (isPlace ?? (from < start || after > 0))
            return new EntityMention((french ? FrenchLocative() : EnglishLocative()).IsMatch(Before(text, from)) ? MentionKind.Place : MentionKind.State, from, end + after - from);

        // Nobody knows the name: where it stands tells.
        var isLocated = isPlace is null && (french ? FrenchNearPlace() : EnglishNearPlace()).IsMatch(Before(text, from));
        return new EntityMention(isLocated ? MentionKind.Place : MentionKind.Person, start, end - start);
    }

    private static int? StartOf(Regex pattern, string text, int end)
    {
        var before = Before(text, end);
        foreach (var match in pattern.EnumerateMatches(before))
            return end - before.Length + match.Index;
        return null;
    }

    private static ReadOnlySpan<char> Before(string text, int end) => text.AsSpan(Math.Max(0, end - MentionFinder.LongestBefore)..end);

    /// <summary>Whether the lexicon knows the name as that of a place; null where it does not know it.</summary>
    private bool? IsPlace(Term term)
    {
        // Who leads a state is none of the lexicon's concepts.
        if (IsKnown(term, ConceptKind.Place))
            return true;
        return IsKnown(term, ConceptKind.Name) ? false : null;
    }

    private bool IsKnown(Term term, ConceptKind kind) => term.Concepts.Any(id => id >= 0 && lexicon.Concepts[id].Kind == kind);
}
