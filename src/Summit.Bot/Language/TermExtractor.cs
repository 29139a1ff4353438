using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Summit.Bot.Language;

/// <summary>Reads a text into terms: expressions of the lexicon first (the longest one), then single words.</summary>
public sealed class TermExtractor
{
    private const int LongestGap = 3, OtherWords = 6, UsualExpression = 128;

    // Auxiliaries, pronouns and small words may stand between the words of an expression: "a-t-il eu lieu", "se sont-ils vus".
    private static readonly FrozenSet<string> FrenchGaps = Words("a avoir est sont ete etait etaient etre ont avait avaient t il ils elle elles on de du des la le les un une l d pas ne n se en y sa son ses leur leurs deja jamais toujours souvent encore aussi");
    private static readonly FrozenSet<string> EnglishGaps = Words("a the of to is are was were be been has have had did do does could may might will would not it they he she his her their its already ever never also");

    // A question word asks; it is not part of an expression ("quel jour" is not a date).
    private static readonly FrozenSet<string> Interrogatives =
        new[] { "quel", "quelle", "quels", "quelles", "qui", "que", "qu", "quoi", "ou", "quand", "combien", "which", "what", "who", "when", "where", "how" }.ToFrozenSet();

    // "The building", and "building a house".
    private static readonly FrozenSet<string> Determiners = new[] { "a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "that" }.ToFrozenSet();
    private static readonly FrozenSet<string> BeforeNoun = Determiners.Concat(["which", "what", "any", "no", "some", "each", "every", "another"]).ToFrozenSet();
    private static readonly FrozenSet<string> BehindGerund = Determiners.Concat(["these", "those", "more", "up"]).ToFrozenSet();

    // What is true of whatever a question is about (it takes place, is called something, is of today), and courtesies.
    private static readonly string[] LightConcepts = ["avoir lieu", "se passer", "s'appeler", "aujourd'hui", "en ce moment", "bonjour", "au revoir", "s'il vous plaît", "s'y prendre"];

    private readonly TextAnalyzer _analyzer;
    private readonly Lexicon _lexicon;
    private readonly Countries _countries;
    private readonly GivenNames _givenNames;
    private readonly HashSet<string> _frenchLight;
    private readonly HashSet<string> _englishLight;
    private readonly HashSet<int> _lightConcepts;

    // Each made once: they are asked for every expression of every sentence that is looked into.
    private readonly Func<int, bool> _isName;
    private readonly Func<int, bool> _isPersonName;
    private readonly Func<int, bool> _isNoNoun;
    private readonly Func<int, bool> _isNoun;
    private readonly Predicate<int> _isVerb;
    private readonly Func<int, bool> _isFunction;
    private readonly Func<int, bool> _isLight;
    private readonly Func<int, bool> _hasCountry;

    [ThreadStatic]
    private static List<Token>? _tokens;

    [ThreadStatic]
    private static List<Lexeme>? _parts;

    /// <summary>Makes an extractor over the lexicon, the table of states and given names.</summary>
    public TermExtractor(TextAnalyzer analyzer, Lexicon lexicon, Countries countries, GivenNames givenNames)
    {
        _givenNames = givenNames;
        _analyzer = analyzer;
        _lexicon = lexicon;
        _countries = countries;
        _frenchLight = [.. FunctionWords.Light(TextLanguage.French).Select(word => analyzer.Stem(word, TextLanguage.French))];
        _englishLight = [.. FunctionWords.Light(TextLanguage.English).Select(word => analyzer.Stem(word, TextLanguage.English))];
        _lightConcepts = [.. LightConcepts.SelectMany(form => lexicon.ConceptsSpelt(form))];
        _isName = IsName;
        _isPersonName = IsPersonName;
        _isNoNoun = IsNoNoun;
        _isNoun = id => !IsNoNoun(id);
        _isVerb = id => lexicon.Concepts[id].Kind == ConceptKind.Verb;
        _isFunction = IsFunction;
        _isLight = _lightConcepts.Contains;
        _hasCountry = id => countries.Of(id).Count > 0;
    }

    /// <summary>The terms of <paramref name="text"/> in reading order, not overlapping.</summary>
    public List<Term> Extract(ReadOnlySpan<char> text, TextLanguage language)
    {
        var tokens = _tokens ?? [];
        // What is called in between finds none, and makes its own.
        _tokens = null;
        tokens.Clear();
        _analyzer.Analyze(text, language, tokens);
        var terms = new List<Term>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var reading = Read(tokens[i].Word, language);
            var expression = LongestExpression(reading.Expressions, tokens, i, language);
            // "The steps in the plan" step in nowhere.
            if (expression.End > i && language == TextLanguage.English && i > 0 && tokens[i - 1].Folded == "the" && text[tokens[i].End] == ' ' && Array.TrueForAll(expression.Concepts, _isVerb) && Any(reading.Own.Small.Concepts, _isNoun))
                expression = (i, []);
            var sense = reading.Otherwise is { } otherwise && (language == TextLanguage.French ? IsAccented(text, tokens[i]) : IsGerund(tokens, i)) ? otherwise : reading.Own;
            if (expression.End == i && !sense.HasConcepts && !reading.IsFunction)
            {
                if (reading.OtherExpressions is { } others)
                    expression = LongestOther(others, tokens, i, language);
                sense = reading.Other;
            }

            terms.Add(expression.End > i
                ? Expression(text, CollectionsMarshal.AsSpan(tokens)[i..expression.End], expression.Concepts, language)
                : new Term(SingleWord(text, tokens[i], sense), tokens[i].Start, tokens[i].End));
            i = Math.Max(expression.End, i + 1);
        }

        _tokens = tokens;
        return terms;
    }

    private Term Expression(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int[] concepts, TextLanguage language)
    {
        var parts = _parts ??= [];
        parts.Clear();
        for (var i = 0; i < tokens.Length; i++)
            parts.Add(SingleWord(text, tokens[i], Read(tokens[i].Word, language).Own));
        var capitalized = char.IsUpper(text[tokens[0].Start]);
        var lexeme = parts[0].FindExpression(CollectionsMarshal.AsSpan(parts), concepts, capitalized) ?? parts[0].KeepExpression(new Lexeme
        {
            Kind = ExpressionKind(tokens, concepts, language),
            Folded = Join(tokens, static token => token.Folded),
            Stem = Join(tokens, static token => token.Stem),
            Language = language,
            Concepts = concepts,
            Countries = CountriesOf(concepts),
            Parts = [.. parts],
            Capitalized = capitalized,
            IsPersonName = Any(concepts, _isPersonName),
            IsNoun = concepts.Length > 0 && !Any(concepts, _isNoNoun),
        });
        return new Term(lexeme, tokens[0].Start, tokens[^1].End);
    }

    private static string Join(ReadOnlySpan<Token> tokens, Func<Token, string> part)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, provider: null, stackalloc char[UsualExpression]);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i > 0)
                text.AppendLiteral(" ");
            text.AppendLiteral(part(tokens[i]));
        }

        return text.ToStringAndClear();
    }

    // Of a list, not of a sequence: these run for each word of each sentence that is looked into.
    private static bool Any(int[] concepts, Func<int, bool> condition)
    {
        for (var i = 0; i < concepts.Length; i++)
        {
            if (condition(concepts[i]))
                return true;
        }

        return false;
    }

    private Lexeme SingleWord(ReadOnlySpan<char> text, Token token, WordSense sense) =>
        char.IsUpper(text[token.Start]) && (!StartsSentence(text, token.Start) || BeginsFullName(text, token)) ? sense.Capitalized : sense.Small;

    // "Pierre Martin a été élu": of a word that opens a sentence the capital alone says nothing.
    private bool BeginsFullName(ReadOnlySpan<char> text, Token token) =>
        token.End + 1 < text.Length && text[token.End] is ' ' or '-' && char.IsUpper(text[token.End + 1]) && _givenNames.Contains(token.Folded);

    private WordReading Read(Word word, TextLanguage language) => word.Reading ??= ReadAnew(word, language);

    private WordReading ReadAnew(Word word, TextLanguage language)
    {
        var other = language.Other();
        var asks = Interrogatives.Contains(word.Folded);
        var isFunction = FunctionWords.IsFunction(word.Folded, language);
        var concepts = SingleConcepts(word.Stem, word.Folded, language);
        var own = Sense(word, concepts, language);
        var needsOther = concepts.Length == 0 && !isFunction;
        var otherStem = needsOther ? _analyzer.Stem(word.Folded, other) : "";
        var others = needsOther ? SingleConcepts(otherStem, word.Folded, other) : [];
        return new WordReading
        {
            IsFunction = isFunction,
            Expressions = asks ? null : Expressions(word.Stem, language),
            Own = own,
            Otherwise = Otherwise(word, concepts, isFunction, language),
            OtherExpressions = needsOther && !asks ? Expressions(otherStem, other) : null,
            Other = others.Length > 0 ? Sense(word, others, language) : own,
        };
    }

    private WordSense Sense(Word word, int[] concepts, TextLanguage language, bool isContent = false) => new(
        concepts.Length > 0, SingleLexeme(word, concepts, capitalized: false, language, isContent), SingleLexeme(word, concepts, capitalized: true, language, isContent));

    private Lexeme SingleLexeme(Word word, int[] concepts, bool capitalized, TextLanguage language, bool isContent)
    {
        var isGivenName = capitalized && _givenNames.Contains(word.Folded) && !Any(concepts, _isName);
        if (isGivenName)
            concepts = [];
        var kind = isContent ? TermKind.Content : isGivenName ? TermKind.Name : WordKind(word, capitalized, concepts, language);
        return new Lexeme
        {
            Kind = kind,
            Folded = word.Folded,
            Stem = word.Stem,
            Language = language,
            Concepts = kind == TermKind.Function ? [] : concepts,
            Countries = kind == TermKind.Function ? [] : CountriesOf(concepts),
            Parts = [],
            Capitalized = capitalized,
            IsPersonName = kind == TermKind.Name && concepts.Any(IsPersonName),
            IsNoun = concepts.Length > 0 && !Any(concepts, _isNoNoun),
        };
    }

    private ExpressionIndex? Expressions(string stem, TextLanguage language) =>
        ExpressionIndex.Of(_lexicon.StartingWith(stem, language).TakeWhile(entry => entry.Stems.Length > 1));

    private TermKind ExpressionKind(ReadOnlySpan<Token> tokens, int[] concepts, TextLanguage language)
    {
        if (Any(concepts, _isName))
            return TermKind.Name;
        if (Any(concepts, _isFunction) || AreFunctions(tokens, language))
            return TermKind.Function;
        return Any(concepts, _isLight) ? TermKind.Light : TermKind.Content;
    }

    private static bool AreFunctions(ReadOnlySpan<Token> tokens, TextLanguage language)
    {
        foreach (var token in tokens)
        {
            if (!FunctionWords.IsFunction(token.Folded, language))
                return false;
        }

        return true;
    }

    private TermKind WordKind(Word word, bool capitalized, int[] concepts, TextLanguage language)
    {
        // "Travaillé" is worked, and no member of the Labour party.
        var isName = capitalized ? Any(concepts, _isName) : concepts.Length > 0 && Array.TrueForAll(concepts, IsName);
        if (FunctionWords.IsFunction(word.Folded, language) && !(capitalized && isName))
            return TermKind.Function;
        if (char.IsDigit(word.Folded[0]))
            return TermKind.Number;
        if (isName)
            return TermKind.Name;
        // "Useful" has the stem of "use".
        if (((language == TextLanguage.French ? _frenchLight : _englishLight).Contains(word.Stem) && !word.Folded.EndsWith("ful", StringComparison.Ordinal)) || concepts.Any(IsLight))
            return TermKind.Light;
        return capitalized && concepts.Length == 0 ? TermKind.Name : TermKind.Content;
    }

    private bool IsName(int concept) => _lexicon.Concepts[concept].Kind is ConceptKind.Name or ConceptKind.Place;

    private bool IsPersonName(int concept) => _lexicon.Concepts[concept].Kind == ConceptKind.Name;

    private bool IsNoNoun(int concept) => _lexicon.Concepts[concept].Kind != ConceptKind.Noun;

    private bool IsFunction(int concept) => _lexicon.Concepts[concept].Kind == ConceptKind.Function;

    private bool IsLight(int concept) => IsFunction(concept) || _lightConcepts.Contains(concept);

    private int[] SingleConcepts(string stem, string folded, TextLanguage language)
    {
        var concepts = Single(stem, folded, language);
        return concepts.Length == 0 && Simpler(folded, language) is { } simpler ? Single(_analyzer.Stem(simpler, language), simpler, language) : concepts;
    }

    /// <summary>
    /// The word that one which is not known may be a form of; null where it can be none. The stemmer leaves the feminine of short participles
    /// alone, "tuées", the plural of words in -i and -u, "appuis", and of verbs in -ier and -uer, "jouent".
    /// </summary>
    internal static string? Simpler(string folded, TextLanguage language)
    {
        const int shortestPlural = 4;
        return folded.Length < shortestPlural ? null
            : language == TextLanguage.French && folded.TrimEnd('s') is [.., 'e', 'e'] participle ? participle[..^1]
            : language == TextLanguage.French && folded is [.., 'i' or 'u', 'e', 'n', 't'] ? folded[..^2]
            : folded.EndsWith('s') ? folded[..^1] : null;
    }

    private int[] Single(string stem, string folded, TextLanguage language) =>
        [.. Preferred(_lexicon.StartingWith(stem, language).Where(entry => entry.Stems.Length == 1), folded)];

    // A word that the lexicon lists as it stands ("port") is not read as an inflected form of another ("porter").
    private static IEnumerable<int> Preferred(IEnumerable<Lexicon.Entry> entries, string folded)
    {
        var all = entries.ToList();
        var exact = all.FindAll(entry => entry.Folded[0] == folded);
        // Nor is its plural: "positives" are "positive", and no "position".
        if (exact.Count == 0 && folded.EndsWith('s'))
            exact = all.FindAll(entry => folded.AsSpan(0, folded.Length - 1).SequenceEqual(entry.Folded[0]));
        return (exact.Count > 0 ? exact : all).Select(entry => entry.Concept).Distinct();
    }

    private WordSense? Otherwise(Word word, int[] concepts, bool isFunction, TextLanguage language)
    {
        if (isFunction && language == TextLanguage.French)
        {
            // Written "sûr" it is no preposition, written "né" no negation.
            IReadOnlyCollection<int> spelt = word.Folded.Contains('u') ? [.. _lexicon.ConceptsSpelt(word.Folded.Replace('u', 'û'))] : [];
            if (spelt.Count == 0 && word.Folded.EndsWith('e'))
                spelt = [.. _lexicon.ConceptsSpelt(word.Folded[..^1] + "é")];
            return spelt.Count > 0 ? Sense(word, [.. spelt], language, isContent: true) : null;
        }

        var others = language == TextLanguage.English ? Gerund(word, concepts) : Participle(word, concepts);
        return others.AsSpan().SequenceEqual(concepts) ? null : Sense(word, others, language);
    }

    // "Signé" is signed, though "signe" is a word of its own.
    private int[] Participle(Word word, int[] concepts)
    {
        var infinitive = word.Folded.TrimEnd('s') + "r";
        return infinitive is [.., 'e', 'r']
            ? [.. concepts.Union(_lexicon.StartingWith(word.Stem, TextLanguage.French).Where(entry => entry.Stems.Length == 1 && entry.Folded[0] == infinitive).Select(entry => entry.Concept))]
            : concepts;
    }

    // "Building a strong country" is about no building.
    private int[] Gerund(Word word, int[] concepts)
    {
        if (!word.Folded.EndsWith("ing", StringComparison.Ordinal))
            return concepts;
        int[] verbs = [.. _lexicon.StartingWith(word.Stem, TextLanguage.English).Where(entry => entry.Stems.Length == 1 && _lexicon.Concepts[entry.Concept].Kind == ConceptKind.Verb).Select(entry => entry.Concept).Distinct()];
        return verbs.Length > 0 ? verbs : concepts;
    }

    private static bool IsGerund(List<Token> tokens, int i) =>
        (i > 0 && !BeforeNoun.Contains(tokens[i - 1].Folded))
        || (i + 1 < tokens.Count && BehindGerund.Contains(tokens[i + 1].Folded))
        || (i + 2 < tokens.Count && tokens[i + 1].Folded == "of" && tokens[i + 2].Folded is "a" or "an");

    // "Signé" is no "signe", "sûr" no "sur".
    private static bool IsAccented(ReadOnlySpan<char> text, Token token) => text[token.Start..token.End] is var word && (word.TrimEnd("sS") is [.., 'é' or 'É'] || word.Contains('û'));

    private int[] CountriesOf(int[] concepts) =>
        concepts.Length == 1 ? [.. _countries.Of(concepts[0])] : Any(concepts, _hasCountry) ? [.. concepts.SelectMany(_countries.Of).Distinct()] : [];

    private (int End, int[] Concepts) LongestOther(ExpressionIndex expressions, List<Token> tokens, int from, TextLanguage language)
    {
        var restemmed = tokens.GetRange(from, Math.Min(OtherWords, tokens.Count - from)).ConvertAll(token => token with { Word = _analyzer.Word(token.Folded, language.Other()) });
        var (end, concepts) = LongestExpression(expressions, restemmed, 0, language.Other());
        return (from + end, concepts);
    }

    private (int End, int[] Concepts) LongestExpression(ExpressionIndex? expressions, List<Token> tokens, int from, TextLanguage language)
    {
        var gaps = language == TextLanguage.French ? FrenchGaps : EnglishGaps;
        var (best, words) = (from, 0);
        int[] concepts = [];
        if (expressions is null || SecondWords(expressions, tokens, from, gaps) is not { } entries)
            return (from, []);
        for (var i = 0; i < entries.Count && entries[i].Stems.Length >= words; i++)
        {
            var end = MatchEnd(entries[i], tokens, from, entries[i].IsJoined || IsName(entries[i].Concept) ? 0 : LongestGap, gaps);
            if (end < 0)
                continue;
            words = entries[i].Stems.Length;
            best = Math.Max(best, end);
            if (!concepts.Contains(entries[i].Concept))
                concepts = concepts.Length == 0 ? entries[i].Alone : [.. concepts, entries[i].Concept];
        }

        return (best, concepts);
    }

    /// <summary>Expressions whose second word comes next, or after small words; null for none.</summary>
    private static IReadOnlyList<Lexicon.Entry>? SecondWords(ExpressionIndex expressions, List<Token> tokens, int from, FrozenSet<string> gaps)
    {
        IReadOnlyList<Lexicon.Entry>? found = null;
        for (var at = from + 1; at < tokens.Count && at <= from + 1 + LongestGap; at++)
        {
            if (expressions.WithSecond(tokens[at].Stem) is { } entries && !HasStem(tokens, from + 1, at, tokens[at].Stem))
                found = found is null ? entries : expressions.Merge(found, entries);

            if (!gaps.Contains(tokens[at].Folded))
                break;
        }

        return found;
    }

    private static bool HasStem(List<Token> tokens, int from, int to, string stem)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Stem == stem)
                return true;
        }

        return false;
    }

    private static int MatchEnd(Lexicon.Entry entry, List<Token> tokens, int from, int longestGap, FrozenSet<string> gaps)
    {
        var at = from + 1;
        for (var word = 1; word < entry.Stems.Length; word++)
        {
            var gap = 0;
            while (at < tokens.Count && tokens[at].Stem != entry.Stems[word] && gap < longestGap && gaps.Contains(tokens[at].Folded))
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

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet();

    private static bool StartsSentence(ReadOnlySpan<char> text, int start)
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
