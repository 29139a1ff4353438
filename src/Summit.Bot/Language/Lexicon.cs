using System.Collections.Frozen;

namespace Summit.Bot.Language;

/// <summary>What kind of word a concept is, from the first column of the lexicon.</summary>
public enum ConceptKind
{
    /// <summary>A noun.</summary>
    Noun,

    /// <summary>A verb with its noun of action.</summary>
    Verb,

    /// <summary>An adjective.</summary>
    Adjective,

    /// <summary>An adverb.</summary>
    Adverb,

    /// <summary>A number or an ordinal.</summary>
    Number,

    /// <summary>A day, month or period.</summary>
    Time,

    /// <summary>A person or an organisation.</summary>
    Name,

    /// <summary>A country, city or region.</summary>
    Place,

    /// <summary>An adjective of nationality, or the people who bear it.</summary>
    Demonym,

    /// <summary>A word of grammar.</summary>
    Function,

    /// <summary>An expression of several words.</summary>
    Expression,
}

/// <summary>One meaning, with its forms in both languages.</summary>
/// <param name="Id">Its place in the lexicon, from 0.</param>
/// <param name="Kind">Part of speech.</param>
/// <param name="French">French forms, the best first.</param>
/// <param name="English">English forms, the best first.</param>
public sealed record Concept(int Id, ConceptKind Kind, IReadOnlyList<string> French, IReadOnlyList<string> English);

/// <summary>The bilingual lexicon: from the stems of a text to concepts, one word or several at a time.</summary>
public sealed class Lexicon
{
    /// <summary>A form of a concept as the stems of its words.</summary>
    internal sealed record Entry(string[] Stems, string[] Folded, int Concept)
    {
        /// <summary>Whether its words are joined by hyphens, with nothing between them: "two-faced".</summary>
        public bool IsJoined { get; init; }

        /// <summary>The concept as a list of its own.</summary>
        public int[] Alone => field ??= [Concept];
    }

    private static readonly FrozenDictionary<string, ConceptKind> Kinds = new Dictionary<string, ConceptKind>
    {
        ["n"] = ConceptKind.Noun, ["v"] = ConceptKind.Verb, ["adj"] = ConceptKind.Adjective, ["adv"] = ConceptKind.Adverb,
        ["num"] = ConceptKind.Number, ["time"] = ConceptKind.Time, ["name"] = ConceptKind.Name, ["place"] = ConceptKind.Place,
        ["demonym"] = ConceptKind.Demonym, ["func"] = ConceptKind.Function, ["expr"] = ConceptKind.Expression,
    }.ToFrozenDictionary();

    // Small words that a form of several words may do without: "chef de l'État", "head of the state".
    private static readonly FrozenSet<string> FrenchOptional = new[] { "de", "du", "des", "la", "le", "les", "un", "une" }.ToFrozenSet();
    private static readonly FrozenSet<string> EnglishOptional = new[] { "the", "a", "an", "of" }.ToFrozenSet();

    private readonly Dictionary<string, List<Entry>> _french = [];
    private readonly Dictionary<string, List<Entry>> _english = [];
    private readonly Dictionary<string, List<int>> _spelt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _frenchWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _englishWords = new(StringComparer.Ordinal);
    private readonly List<Concept> _concepts = [];
    private readonly Lazy<Dictionary<string, string>> _glued;

    private Lexicon() => _glued = new(() =>
    {
        var forms = new Dictionary<string, string>();
        foreach (var form in _concepts.SelectMany(concept => concept.French.Concat(concept.English)).Where(form => form.AsSpan().ContainsAny(' ', '-')))
            forms.TryAdd(string.Concat(TextAnalyzer.Fold(form).Where(char.IsLetter)), form);
        return forms;
    });

    /// <summary>All concepts; <see cref="Concept.Id"/> is the index.</summary>
    public IReadOnlyList<Concept> Concepts => _concepts;

    /// <summary>Reads lines <c>kind ⇥ French | forms ⇥ English | forms</c>.</summary>
    /// <exception cref="InvalidDataException">A line is not of that form; the message names it.</exception>
    public static Lexicon Read(TextReader reader, TextAnalyzer analyzer)
    {
        var lexicon = new Lexicon();
        foreach (var (number, columns) in TabSeparated.Read(reader, "lexicon.tsv", columnCount: 3))
        {
            if (!Kinds.TryGetValue(columns[0], out var kind))
                throw new InvalidDataException($"lexicon.tsv:{number}: '{columns[0]}' is not a part of speech.");
            var concept = new Concept(lexicon._concepts.Count, kind, Forms(columns[1]), Forms(columns[2]));
            lexicon._concepts.Add(concept);
            Spell(lexicon._named, concept.French[0], concept.Id);
            foreach (var form in concept.French)
                Spell(lexicon._spelt, form, concept.Id);
        }

        // A process that answers one question waits for this more than for anything else.
        Parallel.Invoke(
            () => lexicon.Index(lexicon._french, lexicon._frenchWords, concept => concept.French, analyzer, TextLanguage.French),
            () => lexicon.Index(lexicon._english, lexicon._englishWords, concept => concept.English, analyzer, TextLanguage.English));
        return lexicon;
    }

    /// <summary>The forms that begin with the stem, those of most words first.</summary>
    internal IReadOnlyList<Entry> StartingWith(string stem, TextLanguage language) =>
        (language == TextLanguage.French ? _french : _english).TryGetValue(stem, out var entries) ? entries : [];

    /// <summary>The concepts that have this form; accents, case and inflection do not count.</summary>
    public IReadOnlyList<int> ConceptsOf(string form, TextLanguage language, TextAnalyzer analyzer)
    {
        var tokens = analyzer.Analyze(form, language);
        var all = tokens.ConvertAll(token => token.Stem);
        var needed = tokens.FindAll(token => !Optional(language).Contains(token.Folded)).ConvertAll(token => token.Stem);
        return all.Count == 0
            ? []
            : [.. new[] { all, needed }.Where(stems => stems.Count > 0)
                .SelectMany(stems => StartingWith(stems[0], language).Where(entry => entry.Stems.SequenceEqual(stems)))
                .Select(entry => entry.Concept).Distinct()];
    }

    /// <summary>Whether a form of that language has the folded word.</summary>
    internal bool HasWord(string word, TextLanguage language) => Words(language).Contains(word);

    /// <summary>The words of all forms of a language, folded.</summary>
    public IReadOnlySet<string> Words(TextLanguage language) => language == TextLanguage.French ? _frenchWords : _englishWords;

    /// <summary>The form of several words that is this one when nothing stands between them; null for none.</summary>
    /// <param name="word">Folded letters.</param>
    public string? Glued(string word) => _glued.Value.GetValueOrDefault(word);

    /// <summary>The concepts whose first French form is exactly this one; where there is none, those that have it.</summary>
    public IReadOnlyList<int> ConceptsSpelt(ReadOnlySpan<char> form) =>
        _named.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var named) ? named
        : _spelt.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var ids) ? ids : [];

    private static void Spell(Dictionary<string, List<int>> spelt, string form, int concept)
    {
        if (!spelt.TryGetValue(form, out var ids))
            spelt.Add(form, ids = []);
        ids.Add(concept);
    }

    private static FrozenSet<string> Optional(TextLanguage language) => language == TextLanguage.French ? FrenchOptional : EnglishOptional;

    private static string[] Forms(string column) =>
        column.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private void Index(Dictionary<string, List<Entry>> index, HashSet<string> words, Func<Concept, IReadOnlyList<string>> forms, TextAnalyzer analyzer, TextLanguage language)
    {
        foreach (var concept in _concepts)
            Add(index, words, concept, forms(concept), analyzer, language);
    }

    private static void Add(
        Dictionary<string, List<Entry>> index, HashSet<string> words, Concept concept, IEnumerable<string> forms, TextAnalyzer analyzer, TextLanguage language)
    {
        var optional = Optional(language);
        foreach (var form in forms)
        {
            var tokens = analyzer.Analyze(form, language);
            foreach (var token in tokens)
                words.Add(token.Folded);
            // What one word would be left of needs its small words: "défense de" forbids, "défense" does not.
            if (tokens.Count > 1 && concept.Kind is not (ConceptKind.Name or ConceptKind.Place)
                && (concept.Kind is not (ConceptKind.Noun or ConceptKind.Verb or ConceptKind.Adjective) || tokens.Count(token => !optional.Contains(token.Folded)) > 1))
                tokens.RemoveAll(token => optional.Contains(token.Folded));
            if (tokens.Count == 0)
                continue;
            AddEntry(index, [.. tokens.Select(token => token.Stem)], [.. tokens.Select(token => token.Folded)], concept.Id, isJoined: tokens.Count > 1 && !form.Contains(' ', StringComparison.Ordinal) && form.Contains('-', StringComparison.Ordinal));
            // "remercié" without its accent is stemmed apart from "remercier".
            if (concept.Kind == ConceptKind.Verb && language == TextLanguage.French && tokens is [{ Folded: var verb }] && verb.EndsWith("ier", StringComparison.Ordinal))
                AddEntry(index, [analyzer.Stem(verb[..^1], language)], [verb[..^1]], concept.Id);
            // "se tenir" is written "s'est tenu" as well, and the elided pronoun is gone after analysis.
            if (tokens.Count == 2 && tokens[0].Folded == "se")
                AddEntry(index, [analyzer.Stem("etre", language), tokens[1].Stem], ["etre", tokens[1].Folded], concept.Id);
        }
    }

    private static void AddEntry(Dictionary<string, List<Entry>> index, string[] stems, string[] folded, int concept, bool isJoined = false)
    {
        if (!index.TryGetValue(stems[0], out var entries))
            index.Add(stems[0], entries = []);
        var place = entries.FindIndex(other => other.Stems.Length < stems.Length);
        entries.Insert(place < 0 ? entries.Count : place, new Entry(stems, folded, concept) { IsJoined = isJoined });
    }
}
