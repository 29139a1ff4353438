using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>Whose words or wishes a sentence reports.</summary>
/// <param name="Speakers">Concepts of the speaker; empty when nobody speaks or it is not clear who.</param>
/// <param name="ReportsSpeech">Whether it reports anything said, wanted or thought.</param>
public sealed record ReportedSpeech(IReadOnlySet<int> Speakers, bool ReportsSpeech)
{
    /// <summary>Nobody speaks.</summary>
    internal static ReportedSpeech None { get; } = new(new HashSet<int>(), ReportsSpeech: false);

    /// <summary>Somebody speaks, and it is not clear who.</summary>
    internal static ReportedSpeech OfNobody { get; } = new(new HashSet<int>(), ReportsSpeech: true);
}

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

    // What is done by saying something is what a question asks about, "what did he accuse her of?"; "say" is not.
    private static readonly string[] Acts = ["féliciter", "accuser", "remercier", "promettre", "répondre", "demander", "chercher", "exiger", "proposer"];

    // Of them, those that "say" and "want" do not stand for: who said what he hopes for has promised nothing.
    private static readonly string[] OwnActs = ["féliciter", "accuser", "remercier", "promettre", "exiger", "proposer"];

    private const int LongestInversion = 5;

    private readonly HashSet<int> _verbs;
    private readonly HashSet<int> _acts;
    private readonly HashSet<int> _ownActs;

    /// <summary>Makes a reader over the linguistic data.</summary>
    public SpeechReader(Linguistics linguistics)
    {
        ArgumentNullException.ThrowIfNull(linguistics);
        HashSet<int> Concepts(string[] verbs) => [.. verbs.SelectMany(verb => linguistics.Lexicon.ConceptsOf(verb, TextLanguage.French, linguistics.Analyzer))];
        (_verbs, _acts, _ownActs) = (Concepts(Verbs), Concepts(Acts), Concepts(OwnActs));
    }

    /// <summary>Whether the term only says that something is said, wanted or thought, and not what is done by saying it.</summary>
    public bool IsPlainSpeech(Term term) => IsSpeech(term) && !term.Lexeme.Concepts.Any(_acts.Contains);

    /// <summary>Whether the term says what is done by saying something, and no looser word tells that it was done.</summary>
    public bool IsOwnAct(Term term) => term.Lexeme.Concepts.Any(_ownActs.Contains);

    /// <summary>Whether the term is a verb of saying, wanting or thinking.</summary>
    public bool IsSpeech(Term term)
    {
        // Of an array, not of a list: asked for every word of every sentence.
        foreach (var concept in term.Lexeme.Concepts)
        {
            if (_verbs.Contains(concept))
                return true;
        }

        return false;
    }

    /// <summary>Reads a sentence; a quotation without a speaker of its own continues the sentence before it.</summary>
    public ReportedSpeech Read(Wording original, Wording? translation, SentenceProfile? previous, int paragraph)
    {
        HashSet<int>? speakers = null;
        var reports = AddSpeakers(original, ref speakers);
        if (translation is not null)
            AddSpeakers(translation, ref speakers);
        if (speakers is not null)
            return new ReportedSpeech(speakers, ReportsSpeech: true);
        var quoted = original.Characters.Span is ['«' or '“' or '"', ..]
            || (previous is { ReportsSpeech: true } && previous.Paragraph == paragraph && OpensQuotation(previous.Original.Characters.Span));
        return quoted && previous is not null ? new ReportedSpeech(previous.Speakers, ReportsSpeech: true)
            : reports ? ReportedSpeech.OfNobody
            : ReportedSpeech.None;
    }

    /// <summary>Adds the speakers of a wording.</summary>
    /// <returns>Whether it has a verb of saying, wanting or thinking.</returns>
    private bool AddSpeakers(Wording wording, ref HashSet<int>? speakers)
    {
        var speaks = false;
        for (var i = 0; i < wording.Terms.Count; i++)
        {
            if (!IsSpeech(wording.Terms[i]))
                continue;
            speaks = true;
            if (NearestActor(wording, i) is { } actor)
                Add(speakers ??= [], actor);
        }

        return speaks;
    }

    private static bool OpensQuotation(ReadOnlySpan<char> text) => text.Count('«') + text.Count('“') > text.Count('»') + text.Count('”');

    // The subject stands before the verb, or, after a comma, right behind it ("…, a déclaré Kim Jong-un").
    private static Term? NearestActor(Wording wording, int verb)
    {
        var terms = wording.Terms;
        if (FollowsComma(wording, verb))
        {
            for (var i = verb + 1; i < terms.Count && i <= verb + LongestInversion; i++)
            {
                if (IsActor(terms[i]))
                    return Head(terms, i);
            }
        }

        for (var i = verb - 1; i >= 0; i--)
        {
            if (IsActor(terms[i]))
                return Head(terms, i);
        }

        return null;
    }

    // "…, a déclaré X", "…," said X: the comma, at most an auxiliary, the verb.
    private static bool FollowsComma(Wording wording, int verb)
    {
        var start = wording.Terms[verb].Start;
        if (wording.Language == TextLanguage.French && (verb == 0 || wording.Terms[verb - 1].Folded is not ("a" or "ont" or "avait" or "avaient")))
            return false;
        var first = wording.Language == TextLanguage.French ? wording.Terms[verb - 1].Start : start;
        return wording.Characters.Span[..first].TrimEnd().TrimEnd("\"”» ").EndsWith(',');
    }

    // "le président russe": the president speaks, not the adjective.
    private static Term Head(IReadOnlyList<Term> terms, int i) =>
        i > 0 && terms[i].Kind != TermKind.Name && IsLeader(terms[i - 1]) ? terms[i - 1] : terms[i];

    private static bool IsActor(Term term) =>
        IsLeader(term) || term.Countries.Count > 0 || (term.Kind == TermKind.Name && term.IsPersonName);

    private static bool IsLeader(Term term)
    {
        for (var i = 0; i < term.Concepts.Count; i++)
        {
            if (term.Concepts[i] < 0)
                return true;
        }

        return false;
    }

    private static void Add(HashSet<int> speakers, Term actor)
    {
        speakers.UnionWith(actor.Concepts);
        // States stand beside the ids of the lexicon as leaders do, further down.
        speakers.UnionWith(actor.Countries.Select(StateConcept));
        speakers.UnionWith(actor.Concepts.Select(LeaderResolver.CountryOf).OfType<int>().Select(StateConcept));
    }

    /// <summary>Id under which a state is a speaker.</summary>
    public static int StateConcept(int country) => -100_000 - country;
}
