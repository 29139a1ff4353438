using System.Collections.Frozen;

namespace Summit.Bot.Language;

/// <summary>
/// Nouns that name a particular kind of person, body or thing, and verbs for what is plainly done or not: a minister, a bank, to sleep, to pay. What
/// is asked about one is told by a text that has it, not by one that has something near to it.
/// </summary>
public sealed class Particulars
{
    private readonly FrozenSet<int> _anywhere, _askedFor, _nouns;

    private Particulars(IEnumerable<int> anywhere, IEnumerable<int> askedFor, IEnumerable<int> nouns) =>
        (_anywhere, _askedFor, _nouns) = (anywhere.ToFrozenSet(), askedFor.ToFrozenSet(), nouns.ToFrozenSet());

    /// <summary>Reads lines <c>any|asked ⇥ French forms | …</c>.</summary>
    /// <exception cref="InvalidDataException">A line is not of that form, or a form is no noun, verb, adjective, adverb or expression of the lexicon; the message names it.</exception>
    public static Particulars Read(TextReader reader, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        var (anywhere, askedFor) = (new List<int>(), new List<int>());
        foreach (var (number, columns) in TabSeparated.Read(reader, "particulars.tsv", columnCount: 2))
        {
            if (columns[0] is not ("any" or "asked"))
                throw new InvalidDataException($"particulars.tsv:{number}: '{columns[0]}' is neither any nor asked.");
            foreach (var form in columns[1].Split(" | "))
            {
                var spelt = lexicon.ConceptsSpelt(form).ToLookup(concept => lexicon.Concepts[concept].Kind);
                List<int> named = [.. spelt[ConceptKind.Noun], .. spelt[ConceptKind.Verb], .. spelt[ConceptKind.Expression]];
                // "Prêt" is a loan, and not ready.
                if (named.Count == 0)
                    named = [.. spelt[ConceptKind.Adjective], .. spelt[ConceptKind.Adverb]];
                if (named.Count == 0)
                    throw new InvalidDataException($"particulars.tsv:{number}: '{form}' is no noun, verb, adjective, adverb or expression of lexicon.tsv.");
                askedFor.AddRange(named);
                if (columns[0] == "any")
                    anywhere.AddRange(named);
            }
        }

        return new Particulars(anywhere, askedFor, lexicon.Concepts.Where(concept => concept.Kind == ConceptKind.Noun).Select(concept => concept.Id));
    }

    /// <summary>Whether a term names one and nothing else.</summary>
    /// <param name="term">A term of a question.</param>
    /// <param name="isAskedFor">It stands right behind "which" or "what".</param>
    public bool Contains(Term term, bool isAskedFor)
    {
        // Behind "which" or "what" stands a noun: "quels produits" are goods, and nothing that is made.
        var known = term.Concepts.Where(concept => concept >= 0).ToList();
        if (isAskedFor && known.Exists(_nouns.Contains))
            known.RemoveAll(concept => !_nouns.Contains(concept));
        return term.Kind == TermKind.Content && known.Count > 0 && known.TrueForAll((isAskedFor ? _askedFor : _anywhere).Contains);
    }
}
