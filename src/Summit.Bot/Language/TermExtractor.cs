using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Summit.Bot.Language;

/// <summary>Reads a text into terms: expressions of the lexicon first (the longest one), then single words.</summary>
public sealed class TermExtractor
{
    private const int LongestGap = 3, OtherWords = 6, MostReadings = 200_000;

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
    private readonly ConcurrentDictionary<string, WordReading> _french = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, WordReading> _english = new(StringComparer.Ordinal);

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
        ArgumentNullException.ThrowIfNull(text);
        var tokens = _analyzer.Analyze(text, language);
        var terms = new List<Term>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var reading = Read(tokens[i], language);
            var expression = LongestExpression(reading.Expressions, tokens, i);
            var sense = reading.Own;
            if (expression.End == i && sense.Concepts.Count == 0 && !reading.IsFunction)
            {
                if (reading.OtherExpressions is { } others)
                    expression = LongestOther(others, tokens, i, language);
                sense = reading.Other;
            }

            terms.Add(expression.End > i ? Expression(text, tokens, i, expression.End, expression.Concepts, language) : SingleWord(text, tokens[i], sense, language));
            i = Math.Max(expression.End, i + 1);
        }

        return terms;
    }

    private Term Expression(string text, List<Token> tokens, int from, int to, IReadOnlyList<int> concepts, TextLanguage language) => new()
    {
        Kind = ExpressionKind(tokens[from..to], concepts, language),
        Folded = string.Join(' ', tokens[from..to].Select(token => token.Folded)),
        Stem = string.Join(' ', tokens[from..to].Select(token => token.Stem)),
        Start = tokens[from].Start,
        End = tokens[to - 1].End,
        Language = language,
        Concepts = concepts,
        Countries = CountriesOf(concepts),
        Parts = [.. tokens[from..to].Select(token => SingleWord(text, token, Read(token, language).Own, language))],
        Capitalized = char.IsUpper(text[tokens[from].Start]),
        IsPersonName = concepts.Any(IsPersonName),
    };

    private static Term SingleWord(string text, Token token, WordSense sense, TextLanguage language)
    {
        var capitalized = char.IsUpper(text[token.Start]) && !StartsSentence(text, token.Start);
        var kind = capitalized ? sense.CapitalizedKind : sense.Kind;
        return new Term
        {
            Kind = kind,
            Folded = token.Folded,
            Stem = token.Stem,
            Start = token.Start,
            End = token.End,
            Language = language,
            Concepts = kind == TermKind.Function ? [] : sense.Concepts,
            Countries = kind == TermKind.Function ? [] : sense.Countries,
            Parts = [],
            Capitalized = capitalized,
            IsPersonName = kind == TermKind.Name && sense.IsPersonName,
        };
    }

    private WordReading Read(Token token, TextLanguage language)
    {
        var known = language == TextLanguage.French ? _french : _english;
        if (known.TryGetValue(token.Folded, out var reading))
            return reading;
        var other = language.Other();
        var asks = Interrogatives.Contains(token.Folded);
        var isFunction = FunctionWords.IsFunction(token.Folded, language);
        var own = SingleConcepts(token.Stem, token.Folded, language);
        var needsOther = own.Count == 0 && !isFunction;
        var otherStem = needsOther ? _analyzer.Stem(token.Folded, other) : "";
        reading = new WordReading
        {
            IsFunction = isFunction,
            Expressions = asks ? null : Expressions(token.Stem, language),
            Own = Sense(token, own, language),
            OtherExpressions = needsOther && !asks ? Expressions(otherStem, other) : null,
            Other = Sense(token, needsOther ? SingleConcepts(otherStem, token.Folded, other) : [], language),
        };
        if (known.Count < MostReadings)
            known.TryAdd(token.Folded, reading);
        return reading;
    }

    private WordSense Sense(Token token, IReadOnlyList<int> concepts, TextLanguage language) => new(
        concepts, CountriesOf(concepts), WordKind(token, capitalized: false, concepts, language), WordKind(token, capitalized: true, concepts, language), concepts.Any(IsPersonName));

    private ExpressionIndex? Expressions(string stem, TextLanguage language) =>
        ExpressionIndex.Of(_lexicon.StartingWith(stem, language).TakeWhile(entry => entry.Stems.Length > 1));

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

    private IReadOnlyList<int> SingleConcepts(string stem, string folded, TextLanguage language)
    {
        const int shortestPlural = 4;
        var concepts = Single(stem, folded, language);
        if (concepts.Count > 0 || folded.Length < shortestPlural || !folded.EndsWith('s'))
            return concepts;
        // The stemmer leaves the plural of words in -i and -u alone: "appuis".
        var singular = folded[..^1];
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

    private (int End, IReadOnlyList<int> Concepts) LongestOther(ExpressionIndex expressions, List<Token> tokens, int from, TextLanguage language)
    {
        var restemmed = tokens.GetRange(from, Math.Min(OtherWords, tokens.Count - from)).ConvertAll(token => token with { Stem = _analyzer.Stem(token.Folded, language.Other()) });
        var (end, concepts) = LongestExpression(expressions, restemmed, 0);
        return (from + end, concepts);
    }

    private (int End, IReadOnlyList<int> Concepts) LongestExpression(ExpressionIndex? expressions, List<Token> tokens, int from)
    {
        var (best, words) = (from, 0);
        List<int>? concepts = null;
        if (expressions is null || SecondWords(expressions, tokens, from) is not { } entries)
            return (from, []);
        for (var i = 0; i < entries.Count && entries[i].Stems.Length >= words; i++)
        {
            var end = MatchEnd(entries[i], tokens, from, IsName(entries[i].Concept) ? 0 : LongestGap);
            if (end < 0)
                continue;
            words = entries[i].Stems.Length;
            best = Math.Max(best, end);
            (concepts ??= []).Add(entries[i].Concept);
        }

        return (best, concepts is null ? [] : [.. concepts.Distinct()]);
    }

    /// <summary>Expressions whose second word comes next, or after small words; null for none.</summary>
    private static IReadOnlyList<Lexicon.Entry>? SecondWords(ExpressionIndex expressions, List<Token> tokens, int from)
    {
        IReadOnlyList<Lexicon.Entry>? found = null;
        List<string>? stems = null;
        for (var at = from + 1; at < tokens.Count && at <= from + 1 + LongestGap; at++)
        {
            if (expressions.WithSecond(tokens[at].Stem) is { } entries && stems?.Contains(tokens[at].Stem) != true)
            {
                found = found is null ? entries : expressions.Merge(found, entries);
                (stems ??= []).Add(tokens[at].Stem);
            }

            if (!Gaps.Contains(tokens[at].Folded))
                break;
        }

        return found;
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
