using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Whose words or wishes a sentence reports.</summary>
/// <param name="Speakers">Concepts of the speaker; empty when nobody speaks or it is not clear who.</param>
/// <param name="ReportsSpeech">Whether it reports anything said, wanted or thought.</param>
public sealed record ReportedSpeech(IReadOnlySet<int> Speakers, bool ReportsSpeech);

/// <summary>Finds the speaker of a sentence: the person, state or government nearest to a verb of saying, wanting or thinking.</summary>
public sealed class SpeechReader
{
    // One verb of each concept is enough: the lexicon holds its synonyms in both languages.
    private static readonly string[] Verbs =
    [
        "dire", "déclarer", "affirmer", "ajouter", "annoncer", "expliquer", "estimer", "penser", "croire", "souhaiter", "vouloir", "espérer",
        "demander", "répondre", "promettre", "féliciter", "accuser", "juger", "assurer", "indiquer", "préciser", "craindre", "attendre", "chercher",
        "remercier", "souligner", "confier", "proposer", "exiger",
    ];

    private readonly HashSet<int> _verbs;

    /// <summary>Makes a reader over the linguistic data.</summary>
    public SpeechReader(Linguistics linguistics) =>
        _verbs = [.. Verbs.SelectMany(verb => linguistics.Lexicon.ConceptsOf(verb, TextLanguage.French, linguistics.Analyzer))];

    /// <summary>Whether the term is a verb of saying, wanting or thinking.</summary>
    public bool IsSpeech(Term term) => term.Concepts.Any(_verbs.Contains);

    /// <summary>Reads a sentence; a quotation without a speaker of its own continues the sentence before it.</summary>
    public ReportedSpeech Read(Wording wording, SentenceProfile? previous, int paragraph)
    {
        var speakers = new HashSet<int>();
        for (var i = 0; i < wording.Terms.Count; i++)
        {
            if (IsSpeech(wording.Terms[i]) && NearestActor(wording.Terms, i) is { } actor)
                Add(speakers, actor);
        }

        if (speakers.Count > 0)
            return new ReportedSpeech(speakers, ReportsSpeech: true);
        var quoted = wording.Text.StartsWith('«') || wording.Text.StartsWith('“') || wording.Text.StartsWith('"')
            || (previous is { ReportsSpeech: true } && previous.Paragraph == paragraph && OpensQuotation(previous.Original.Text));
        return quoted && previous is not null
            ? new ReportedSpeech(previous.Speakers, ReportsSpeech: true)
            : new ReportedSpeech(speakers, wording.Terms.Any(IsSpeech));
    }

    private static bool OpensQuotation(string text) =>
        text.Count(c => c is '«' or '“') > text.Count(c => c is '»' or '”');

    // The subject stands before the verb, or right after it ("a déclaré Kim Jong-un").
    private static Term? NearestActor(IReadOnlyList<Term> terms, int verb)
    {
        const int inverted = 5;
        for (var i = verb + 1; i < terms.Count && i <= verb + inverted; i++)
        {
            if (IsActor(terms[i]) && terms.Skip(verb + 1).Take(i - verb - 1).All(between => between.Kind is TermKind.Function or TermKind.Light or TermKind.Content && !IsObjectMarker(between)))
            {
                if (!terms.Take(verb).Any(IsActor))
                    return terms[i];
                break;
            }
        }

        for (var i = verb - 1; i >= 0; i--)
        {
            if (IsActor(terms[i]))
                return terms[i];
        }

        return null;
    }

    private static bool IsObjectMarker(Term term) => term.Folded is "que" or "qu" or "a" or "avec" or "that" or "to" or "with";

    private static bool IsActor(Term term) =>
        term.Concepts.Any(id => id < 0) || (term.Kind == TermKind.Name && term.Concepts.Count > 0) || term.Countries.Count > 0;

    private static void Add(HashSet<int> speakers, Term actor)
    {
        speakers.UnionWith(actor.Concepts);
        // States stand beside the ids of the lexicon as leaders do, further down.
        speakers.UnionWith(actor.Countries.Select(StateConcept));
    }

    /// <summary>Id under which a state is a speaker.</summary>
    public static int StateConcept(int country) => -100_000 - country;
}
