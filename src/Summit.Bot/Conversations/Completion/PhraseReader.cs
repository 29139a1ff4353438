using System.Text.RegularExpressions;
using Summit.Bot.Language;

namespace Summit.Bot.Conversations.Completion;

/// <summary>Reads the names and nouns of a short text, each with its article, its adjectives and its owner.</summary>
internal sealed partial class PhraseReader
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    // Heads that make a phrase one of a person, and such as name the moment or the manner rather than a matter.
    private static readonly string[] Offices =
    [
        "président", "dirigeant", "ministre", "Premier ministre", "ministre des Affaires étrangères", "chancelier", "roi", "reine", "prince", "maire", "pape", "porte-parole", "chef de l'État", "leader",
        "homologue", "directeur", "PDG", "avocat", "procureur", "général", "entraîneur", "joueur", "gardien", "conseiller", "secrétaire général", "gouverneur", "député", "sénateur",
        "père", "mère", "fils", "fille", "frère", "sœur", "femme", "mari", "épouse", "homme", "candidat", "patron", "suspect", "auteur", "chercheur", "astronaute", "capitaine",
    ];

    // What takes place, of which one asks what it is for.
    private static readonly string[] Events =
    [
        "sommet", "rencontre", "réunion", "visite", "entretien", "tête-à-tête", "pourparlers", "discussion", "négociation", "conférence", "voyage", "déplacement", "tournée", "cérémonie", "manifestation", "grève",
        "opération", "mission", "campagne", "procès", "vote", "élection", "référendum", "exercice", "festival", "exposition", "événement",
    ];

    private static readonly HashSet<string> Empty =
        ["fois", "temps", "jour", "moment", "fin", "debut", "lieu", "part", "cote", "place", "ago", "time", "day", "end", "kind", "way", "year", "years", "an", "ans", "annee", "annees", "vingtaine", "dizaine", "hier", "today", "yesterday"];

    private readonly Linguistics _linguistics;
    private readonly HashSet<int> _offices;
    private readonly HashSet<int> _events;

    public PhraseReader(Linguistics linguistics)
    {
        _linguistics = linguistics;
        _offices = ConceptsOf(Offices, ConceptKind.Noun, ConceptKind.Name);
        // "La rencontre" is of the same concept as to meet.
        _events = ConceptsOf(Events, ConceptKind.Noun, ConceptKind.Verb);
    }

    private HashSet<int> ConceptsOf(string[] nouns, params ConceptKind[] kinds) =>
        [.. nouns.SelectMany(noun => _linguistics.Lexicon.ConceptsOf(noun, TextLanguage.French, _linguistics.Analyzer)).Where(id => kinds.Contains(_linguistics.Lexicon.Concepts[id].Kind))];

    /// <summary>The phrases of a text, in reading order.</summary>
    public List<Phrase> Read(string text, TextLanguage language)
    {
        var terms = _linguistics.Terms.Extract(text, language);
        var phrases = new List<Phrase>();
        for (var i = 0; i < terms.Count;)
        {
            var before = text[..terms[i].Start];
            var article = (terms[i].Kind == TermKind.Name ? NameArticle() : language == TextLanguage.French ? FrenchArticle() : EnglishArticle()).Match(before);
            if (Asking().IsMatch(before) || !Begins(terms[i], article.Success, Bare().IsMatch(before) || language == TextLanguage.English))
            {
                i++;
                continue;
            }

            var next = RunEnd(text, terms, i, language);
            // "Signer des accords" has no preposition, "la signature des accords" has.
            var isIndefinite = article.Value.StartsWith("des", StringComparison.OrdinalIgnoreCase) && (i == 0 || !IsNoun(terms[i - 1]) || !text[terms[i - 1].End..article.Index].All(char.IsWhiteSpace));
            var phrase = Make(text, terms[i..next], article, before, isIndefinite, language);
            // "American president Barack Obama".
            if (phrase is { Kind: PhraseKind.Person, Nationality: null } && i > 0 && terms[i - 1].Countries.Count == 1 && text[terms[i - 1].End..phrase.Start] == " ")
                phrase = phrase with { Nationality = terms[i - 1].Countries[0] };
            phrases.Add(phrase);
            i = next;
        }

        return Coordinate(text, Own(text, phrases.FindAll(phrase => !Empty.Contains(phrase.Head.Folded.Split(' ')[0]))));
    }

    /// <summary>How many words of a text mean something, and whether one is a name.</summary>
    public (int Words, bool HasName) Substance(string text, TextLanguage language)
    {
        var terms = _linguistics.Terms.Extract(text, language).FindAll(term => term.Kind is TermKind.Content or TermKind.Name or TermKind.Number);
        return (terms.Count, terms.Exists(term => term.Kind == TermKind.Name));
    }

    private Phrase Make(string text, List<Term> run, Match article, string before, bool isIndefinite, TextLanguage language)
    {
        var start = article.Success ? article.Index : run[0].Start;
        // "le sommet Kim-Poutine", "the Kim-Putin summit".
        var noun = language == TextLanguage.French ? run[0] : run[^1];
        var head = run.Count > 1 && IsEvent(noun) ? noun : run.FirstOrNull(term => term.IsPersonName) ?? run.FirstOrNull(IsOffice) ?? run.FirstOrNull(term => term.Kind == TermKind.Name) ?? run.FirstOrNull(IsNoun) ?? run[0];
        var preposition = Preposition().Match(text[..start]);
        var contracted = !isIndefinite && article.Success && Contracted().IsMatch(article.Value) ? article.Value.Trim().ToLowerInvariant() : "";
        return new Phrase(text[start..run[^1].End], start, run[0].Start, KindOf(head, run, article.Value, language), head, language)
        {
            Preposition = preposition.Success ? preposition.Groups["word"].Value.ToLowerInvariant() : contracted.StartsWith('d') ? "de" : contracted.StartsWith('a') ? "à" : "",
            IsPlural = PluralArticle().IsMatch(article.Value) || (language == TextLanguage.English || !article.Success) && head.Folded.EndsWith('s') && !head.Folded.EndsWith("ss", StringComparison.Ordinal) && head.Kind != TermKind.Name,
            IsEvent = IsEvent(head),
            Nationality = run.FirstOrNull(term => term.Countries.Count == 1)?.Countries[0],
            IsBracketed = before.LastIndexOf('(') > before.LastIndexOf(')'),
        };
    }

    private PhraseKind KindOf(Term head, List<Term> run, string article, TextLanguage language)
    {
        if (head.IsPersonName || IsOffice(head))
            return PhraseKind.Person;
        // "les Américains", "the Americans": the people; "the American bases" are none.
        if (head.Countries.Count > 0 && (head.Kind == TermKind.Name || head.Capitalized && head.Start == run[^1].Start && (language == TextLanguage.French || article.Length > 0)))
            return PhraseKind.State;
        if (head.Kind != TermKind.Name)
            return PhraseKind.Thing;
        return Has(head, ConceptKind.Place) ? PhraseKind.Place : head.Concepts.Count > 0 ? PhraseKind.Thing : article.Length > 0 && run.Count == 1 ? PhraseKind.Thing : PhraseKind.Person;
    }

    // A French noun without an article begins a phrase only after a preposition or a quotation mark.
    private bool Begins(Term term, bool hasArticle, bool mayBeBare) =>
        term.Kind == TermKind.Name
        || term.Kind == TermKind.Content && !IsTime(term) && (hasArticle ? !Has(term, ConceptKind.Adverb) : mayBeBare && IsNoun(term) && !Has(term, ConceptKind.Verb))
        || hasArticle && IsOffice(term);

    // "the Cold War" is a time, and something to ask about.
    private bool IsTime(Term term) => term.Concepts.Count > 0 && (!term.IsExpression || !Has(term, ConceptKind.Time)) && term.Concepts.All(id => _linguistics.Lexicon.Concepts[id].Kind is ConceptKind.Time or ConceptKind.Number);

    private int RunEnd(string text, List<Term> terms, int from, TextLanguage language)
    {
        var next = from + 1;
        var isName = terms[from].Kind == TermKind.Name && !(terms[from].Countries.Count > 0 && terms[from].Folded != terms[from].Stem);
        while (next < terms.Count && text[terms[next - 1].End..terms[next].Start] is " " or "-" && Continues(terms[next - 1], terms[next], isName, language))
            next++;
        return next;
    }

    private bool Continues(Term before, Term term, bool isName, TextLanguage language) =>
        !(language == TextLanguage.English && IsNoun(before) && !IsNoun(term) && term.Kind == TermKind.Content)
        && (isName ? term.Kind == TermKind.Name && term.Capitalized
        : term.Kind == TermKind.Name || term.Kind == TermKind.Content && term.Concepts.Count > 0 && !(term.IsExpression && (Has(term, ConceptKind.Verb) || term.Lexeme.Parts[0].Kind == TermKind.Function)) && !term.Concepts.All(id => _linguistics.Lexicon.Concepts[id].Kind is ConceptKind.Verb or ConceptKind.Adverb or ConceptKind.Time));

    // An expression is one whose head is: "economic relations", "relations économiques".
    private bool IsNoun(Term term) => Has(term, ConceptKind.Noun)
        || (Has(term, ConceptKind.Expression) && term.Lexeme.Parts is [var first, .., var last] && (term.Lexeme.Language == TextLanguage.French ? first : last).IsNoun);

    private bool IsEvent(Term term) => term.Kind == TermKind.Content && term.Concepts.Any(_events.Contains);

    private bool IsOffice(Term term) => term.Kind != TermKind.Function && term.Concepts.Any(_offices.Contains);

    private bool Has(Term term, ConceptKind kind) => term.Concepts.Any(id => id >= 0 && _linguistics.Lexicon.Concepts[id].Kind == kind);

    /// <summary>"le père de Kim" and "Kim's father" are one phrase, which has an owner.</summary>
    private static List<Phrase> Own(string text, List<Phrase> phrases)
    {
        for (var i = phrases.Count - 2; i >= 0; i--)
        {
            var (left, right) = (phrases[i], phrases[i + 1]);
            if (right.Start < left.End)
                continue;
            var between = text[left.End..right.Start];
            if (between is "'s " or "' ")
                phrases[i] = right with { Text = text[left.Start..right.End], Start = left.Start, CoreStart = left.Start, Owner = left, Preposition = left.Preposition };
            else if (left.Head.Kind != TermKind.Name && (Of().IsMatch(between) || between.Length <= 1 && right.Preposition == "de" && Contracted().IsMatch(right.Text)))
                phrases[i] = left with { Text = text[left.Start..right.End], Owner = right };
            else
                continue;
            phrases.RemoveAt(i + 1);
        }

        return phrases;
    }

    private static List<Phrase> Coordinate(string text, List<Phrase> phrases)
    {
        for (var i = 0; i + 1 < phrases.Count; i++)
        {
            if (phrases[i].Kind == phrases[i + 1].Kind && And().IsMatch(text[phrases[i].End..phrases[i + 1].Start]))
                (phrases[i], phrases[i + 1]) = (phrases[i] with { IsCoordinated = true }, phrases[i + 1] with { IsCoordinated = true, Preposition = phrases[i].Preposition });
        }

        return phrases;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])((les?|la|une?|des|du|aux?|cet|cette|ces?|sa|son|ses|leurs?|aucune?)\s+|l['’])((deux|trois)\s+)?$", Options, 10_000)]
    private static partial Regex FrenchArticle();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(the|an?|this|that|these|those|his|her|their|its|any|some)\s+((two|three)\s+)?$", Options, 10_000)]
    private static partial Regex EnglishArticle();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])((les?|la|du|aux?|des|the)\s+|l['’])$", Options, 10_000)]
    private static partial Regex NameArticle();

    // What is asked for is not known yet.
    [GeneratedRegex(@"(?<![\p{L}])(quel(le)?s?|which|what(\s+(kind|sort|type)\s+of)?|how\s+many|combien\s+d[e'])\s*$", Options, 10_000)]
    private static partial Regex Asking();

    [GeneratedRegex(@"(?<![\p{L}])((de|à|sans|en|par|sur|pour|avec|contre|et)\s+|d['’])$|[«“""(]\s*$|\([^()]*,\s*$", Options, 10_000)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(les|des|ces|ses|leurs|aux|these|those|some)\b|\b(deux|trois|two|three)\b", Options, 10_000)]
    private static partial Regex PluralArticle();

    [GeneratedRegex(@"^(du|des|aux?)\b", Options, 10_000)]
    private static partial Regex Contracted();

    [GeneratedRegex(@"(?<![\p{L}])((?<word>de|à|avec|sans|pour|sur|contre|chez|envers|vers|dans|en|par|devant|selon|entre|of|to|with|without|for|about|on|at|in|into|against|by|from|over|towards?|between|before|after|during|since|until|pendant|durant|avant|après|depuis|jusqu'à)\s+|(?<word>d)['’])$", Options, 10_000)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"^\s+(de\s+|d['’]|of\s+)$", Options, 10_000)]
    private static partial Regex Of();

    [GeneratedRegex(@"^\s*(et|and|ou|or|,|&)\s*(avec\s+|with\s+|de\s+|à\s+)?$", Options, 10_000)]
    private static partial Regex And();
}
