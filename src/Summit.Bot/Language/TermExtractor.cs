using System.Collections.Frozen;

namespace Summit.Bot.Language;

/// <summary>Reads a text into terms: expressions of the lexicon first (the longest one), then single words.</summary>
public sealed class TermExtractor
{
    private const int LongestGap = 3;

    // Auxiliaries, pronouns and small words may stand between the words of an expression: "a-t-il eu lieu", "se sont-ils vus".
    private static readonly FrozenSet<string> Gaps = """
        a avoir est sont ete etait etaient etre ont avait avaient t il ils elle elles on de du des la le les un une l d pas ne n se en y
        the of to is are was were be been has have had did do does not it they he she his her their its sa son ses leur leurs deja jamais toujours souvent encore aussi already ever never also
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    // A question word asks; it is not part of an expression ("quel jour" is not a date).
    private static readonly FrozenSet<string> Interrogatives =
        new[] { "quel", "quelle", "quels", "quelles", "qui", "que", "qu", "quoi", "ou", "quand", "combien", "which", "what", "who", "when", "where", "how" }.ToFrozenSet();

    // What is true of whatever a question is about (it takes place, is called something, is of today), and courtesies.
    private static readonly string[] LightConcepts = ["avoir lieu", "se passer", "s'appeler", "aujourd'hui", "en ce moment", "bonjour", "au revoir", "s'il vous plaît"];

    private readonly TextAnalyzer _analyzer;
    private readonly Lexicon _lexicon;
    private readonly Countries _countries;
    private readonly HashSet<string> _frenchLight;
    private readonly HashSet<string> _englishLight;
    private readonly HashSet<int> _lightConcepts;

    /// <summary>Makes an extractor over the lexicon and the table of states.</summary>
    public TermExtractor(TextAnalyzer analyzer, Lexicon lexicon, Countries countries)
    {
        _analyzer = analyzer;
        _lexicon = lexicon;
        _countries = countries;
        _frenchLight = [.. FunctionWords.Light(TextLanguage.French).Select(word => analyzer.Stem(word, TextLanguage.French))];
        _englishLight = [.. FunctionWords.Light(TextLanguage.English).Select(word => analyzer.Stem(word, TextLanguage.English))];
        _lightConcepts = [.. LightConcepts.SelectMany(form => lexicon.ConceptsOf(form, TextLanguage.French, analyzer))];
    }

    /// <summary>The terms of <paramref name="text"/> in reading order, not overlapping; expressions carry their words as parts.</summary>
    public List<Term> Extract(string text, TextLanguage language)
    {
        var tokens = _analyzer.Analyze(text, language);
        var terms = new List<Term>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var match = LongestMatch(tokens, i, language);
            if (match.End == i && !FunctionWords.IsFunction(tokens[i].Folded, language))
                match = LongestMatch(Restem(tokens, i, language.Other()), 0, language.Other()) is { End: > 0 } other
                    ? (i + other.End, other.Concepts)
                    : match;
            var end = Math.Max(match.End, i + 1);
            terms.Add(MakeTerm(text, tokens, i, end, match.Concepts, language));
            i = end;
        }

        return terms;
    }

    private Term MakeTerm(string text, List<Token> tokens, int from, int to, IReadOnlyList<int> concepts, TextLanguage language)
    {
        if (to - from == 1)
            return SingleWord(text, tokens, from, concepts, language);
        return new Term
        {
            Kind = ExpressionKind(tokens[from..to], concepts, language),
            Folded = string.Join(' ', tokens[from..to].Select(token => token.Folded)),
            Stem = string.Join(' ', tokens[from..to].Select(token => token.Stem)),
            Start = tokens[from].Start,
            End = tokens[to - 1].End,
            Language = language,
            Concepts = concepts,
            Countries = CountriesOf(concepts),
            Parts = [.. Enumerable.Range(from, to - from).Select(i => SingleWord(text, tokens, i, SingleConcepts(tokens[i], language), language))],
            Capitalized = char.IsUpper(text[tokens[from].Start]),
            IsPersonName = concepts.Any(IsPersonName),
        };
    }

    private Term SingleWord(string text, List<Token> tokens, int i, IReadOnlyList<int> concepts, TextLanguage language)
    {
        var token = tokens[i];
        var capitalized = char.IsUpper(text[token.Start]) && !StartsSentence(text, token.Start);
        var kind = WordKind(token, capitalized, concepts, language);
        var isFunction = kind == TermKind.Function;
        return new Term
        {
            Kind = kind,
            Folded = token.Folded,
            Stem = token.Stem,
            Start = token.Start,
            End = token.End,
            Language = language,
            Concepts = isFunction ? [] : concepts,
            Countries = isFunction ? [] : CountriesOf(concepts),
            Parts = [],
            Capitalized = capitalized,
            IsPersonName = kind == TermKind.Name && concepts.Any(IsPersonName),
        };
    }

    private TermKind ExpressionKind(List<Token> tokens, IReadOnlyList<int> concepts, TextLanguage language)
    {
        if (concepts.Any(IsName))
            return TermKind.Name;
        if (concepts.Any(IsFunction) || tokens.TrueForAll(token => FunctionWords.IsFunction(token.Folded, language)))
            return TermKind.Function;
        return concepts.Any(_lightConcepts.Contains) ? TermKind.Light : TermKind.Content;
    }

    private TermKind WordKind(Token token, bool capitalized, IReadOnlyList<int> concepts, TextLanguage language)
    {
        var isName = concepts.Any(IsName);
        if (FunctionWords.IsFunction(token.Folded, language) && !(capitalized && isName))
            return TermKind.Function;
        if (char.IsDigit(token.Folded[0]))
            return TermKind.Number;
        if (isName)
            return TermKind.Name;
        if ((language == TextLanguage.French ? _frenchLight : _englishLight).Contains(token.Stem) || concepts.Any(IsLight))
            return TermKind.Light;
        return capitalized && concepts.Count == 0 ? TermKind.Name : TermKind.Content;
    }

    private bool IsName(int concept) => _lexicon.Concepts[concept].Kind is ConceptKind.Name or ConceptKind.Place;

    private bool IsPersonName(int concept) => _lexicon.Concepts[concept].Kind == ConceptKind.Name;

    private bool IsFunction(int concept) => _lexicon.Concepts[concept].Kind == ConceptKind.Function;

    private bool IsLight(int concept) => IsFunction(concept) || _lightConcepts.Contains(concept);

    private IReadOnlyList<int> SingleConcepts(Token token, TextLanguage language)
    {
        const int shortestPlural = 4;
        var concepts = Single(token.Stem, token.Folded, language);
        if (concepts.Count > 0 || token.Folded.Length < shortestPlural || !token.Folded.EndsWith('s'))
            return concepts;
        // The stemmer leaves the plural of words in -i and -u alone: "appuis".
        var singular = token.Folded[..^1];
        return Single(_analyzer.Stem(singular, language), singular, language);
    }

    private IReadOnlyList<int> Single(string stem, string folded, TextLanguage language) =>
        [.. Preferred(_lexicon.StartingWith(stem, language).Where(entry => entry.Stems.Length == 1), folded)];

    // A word that the lexicon lists as it stands ("port") is not read as an inflected form of another ("porter").
    private static IEnumerable<int> Preferred(IEnumerable<Lexicon.Entry> entries, string folded)
    {
        var all = entries.ToList();
        var exact = all.FindAll(entry => entry.Folded[0] == folded);
        return (exact.Count > 0 ? exact : all).Select(entry => entry.Concept).Distinct();
    }

    private IReadOnlyList<int> CountriesOf(IReadOnlyList<int> concepts) =>
        concepts.Count == 0 ? [] : [.. concepts.SelectMany(_countries.Of).Distinct()];

    private List<Token> Restem(List<Token> tokens, int from, TextLanguage language) =>
        tokens.GetRange(from, Math.Min(6, tokens.Count - from))
            .ConvertAll(token => token with { Stem = _analyzer.Stem(token.Folded, language) });

    private (int End, IReadOnlyList<int> Concepts) LongestMatch(List<Token> tokens, int from, TextLanguage language)
    {
        var entries = Interrogatives.Contains(tokens[from].Folded) ? [] : _lexicon.StartingWith(tokens[from].Stem, language);
        var best = from;
        var words = 0;
        List<int>? concepts = null;
        foreach (var entry in entries)
        {
            if (entry.Stems.Length < Math.Max(words, 2))
                break;
            var end = MatchEnd(entry, tokens, from, IsName(entry.Concept) ? 0 : LongestGap);
            if (end < 0)
                continue;
            words = entry.Stems.Length;
            best = Math.Max(best, end);
            (concepts ??= []).Add(entry.Concept);
        }

        if (concepts is not null)
            return (best, [.. concepts.Distinct()]);
        var single = SingleConcepts(tokens[from], language);
        return single.Count == 0 ? (from, []) : (from + 1, single);
    }

    private static int MatchEnd(Lexicon.Entry entry, List<Token> tokens, int from, int longestGap)
    {
        var at = from + 1;
        for (var word = 1; word < entry.Stems.Length; word++)
        {
            var gap = 0;
            while (at < tokens.Count && tokens[at].Stem != entry.Stems[word] && gap < longestGap && Gaps.Contains(tokens[at].Folded))
            {
                at++;
                gap++;
            }

            if (at >= tokens.Count || tokens[at].Stem != entry.Stems[word])
                return -1;
            at++;
        }

        return at;
    }

    private static bool StartsSentence(string text, int start)
    {
        for (var i = start - 1; i >= 0; i--)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] is '«' or '"' or '“' or '\'' or '’' or '(' or '¿' or '¡')
                continue;
            return text[i] is '.' or '!' or '?' or '…' or '»';
        }

        return true;
    }
}
