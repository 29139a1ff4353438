using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Summit.Bot.Language;

/// <summary>
/// Corrects the words of a question that neither the lexicon nor the articles know: to the nearest one that does, by the fewest letters
/// that are missing, too many, wrong or swapped; or to the name whose parts were written together ("kimjongun").
/// </summary>
public sealed partial class SpellingCorrector
{
    /// <summary>A word of fewer letters is near to too many.</summary>
    private const int ShortestWord = 4;

    /// <summary>From this length on two letters may be wrong.</summary>
    private const int TwoErrors = 8;

    private const int ShortestGlued = 6;

    private readonly Linguistics _linguistics;
    private readonly Func<IReadOnlySet<string>> _words;
    private readonly Lazy<Vocabulary> _french;
    private readonly Lazy<Vocabulary> _english;

    /// <summary>A word that another may be a misspelling of.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Candidate(string Word, int Rank, uint Letters)
    {
        /// <summary>What it stands for.</summary>
        public string Meant { get; init; } = Word;
    }

    /// <summary>Words by length: those of a language and of the articles, and the stems of what the lexicon lists, since a misspelt word may be inflected otherwise.</summary>
    private sealed record Vocabulary(ILookup<int, Candidate> Words, Lazy<ILookup<int, Candidate>> Stems);

    /// <summary>Makes a corrector.</summary>
    /// <param name="linguistics">The words that both languages have.</param>
    /// <param name="words">The folded words of the articles; asked for at the first word that the languages do not have.</param>
    public SpellingCorrector(Linguistics linguistics, Func<IReadOnlySet<string>> words)
    {
        _linguistics = linguistics;
        _words = words;
        _french = new(() => Known(TextLanguage.French));
        _english = new(() => Known(TextLanguage.English));
    }

    /// <summary>The text with what could be corrected; the same object where nothing was.</summary>
    public string Correct(string text, TextLanguage language) => Correct(text, language, []);

    /// <summary>The same.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language.</param>
    /// <param name="guesses">Gets the corrected words that are a guess: where more is wrong than a letter that is doubled, single or swapped.</param>
    internal string Correct(string text, TextLanguage language, ICollection<string> guesses)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Word().Matches(text);
        var corrected = text;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            var (start, end) = (words[i].Index, words[i].Index + words[i].Length);
            var folded = TextAnalyzer.Fold(words[i].Value);
            if (IsKnown(folded) || IsContracted(text.AsSpan(end)))
                continue;
            if (i > 0 && text.AsSpan(words[i - 1].Index + words[i - 1].Length, start - words[i - 1].Index - words[i - 1].Length).IsWhiteSpace()
                && Whole(TextAnalyzer.Fold(words[i - 1].Value) + folded) is { } both)
            {
                corrected = string.Concat(corrected.AsSpan(0, words[--i].Index), both, corrected.AsSpan(end));
            }
            else if (Whole(folded) is { } whole)
            {
                corrected = string.Concat(corrected.AsSpan(0, start), whole, corrected.AsSpan(end));
            }
            else if (Nearest(folded, char.IsUpper(words[i].Value[0]) && text.AsSpan().ContainsAnyInRange('a', 'z'), language) is { } better)
            {
                if (!IsUsual(folded, better))
                    guesses.Add(better);
                corrected = string.Concat(corrected.AsSpan(0, start), better, corrected.AsSpan(end));
            }
        }

        return corrected;
    }

    // "didn" of "didn't" is no word, and no error.
    private static bool IsContracted(ReadOnlySpan<char> rest) => rest.Length > 1 && rest[0] is '\'' or '’' && rest[1] is 't' or 'T';

    private string? Whole(string glued) => glued.Length >= ShortestGlued ? _linguistics.Lexicon.Glued(glued) : null;

    private bool IsKnown(string word)
    {
        foreach (var language in (ReadOnlySpan<TextLanguage>)[TextLanguage.French, TextLanguage.English])
        {
            if (FunctionWords.IsFunction(word, language) || FunctionWords.Light(language).Contains(word)
                || IsListed(word, language) || (TermExtractor.Simpler(word, language) is { } simpler && IsListed(simpler, language)))
            {
                return true;
            }
        }

        return word.Length < ShortestWord || word.Any(char.IsDigit) || _linguistics.GivenNames.Contains(word) || _words().Contains(word);
    }

    private bool IsListed(string word, TextLanguage language) => _linguistics.Lexicon.StartingWith(_linguistics.Analyzer.Stem(word, language), language).Count > 0;

    /// <summary>The nearest word; what is written as a name only becomes a word of the articles.</summary>
    private string? Nearest(string word, bool isName, TextLanguage language)
    {
        var vocabulary = (language == TextLanguage.French ? _french : _english).Value;
        var whole = Nearest(word, isName, vocabulary.Words);
        var stem = _linguistics.Analyzer.Stem(word, language);
        var inflected = isName || stem == word || stem.Length < ShortestWord ? null : Nearest(stem, isName, vocabulary.Stems.Value);
        return whole is null || inflected?.Distance < whole.Value.Distance ? inflected?.Meant : whole.Value.Meant;
    }

    private static (int Distance, int Rank, string Meant)? Nearest(string word, bool isName, ILookup<int, Candidate> vocabulary)
    {
        var most = word.Length >= TwoErrors ? 2 : 1;
        var letters = LettersOf(word);
        (int Distance, int Rank, string Meant)? best = null;
        for (var length = word.Length - most; length <= word.Length + most; length++)
        {
            foreach (var candidate in vocabulary[length])
            {
                var (known, rank, knownLetters) = candidate;
                // An error changes at most two letters into others.
                if ((isName && rank > 0) || BitOperations.PopCount(letters ^ knownLetters) > 2 * most || Distance(word, known, best?.Distance ?? most) is not { } distance)
                    continue;
                var found = (distance, rank + (known[0] == word[0] ? 0 : 2) - (IsUsual(word, known) ? 2 : 0), candidate.Meant);
                if (best is null || found.CompareTo(best.Value) < 0)
                    best = found;
            }
        }

        return best;
    }

    /// <summary>Whether only letters are doubled or single that are not, or swapped: the errors that are made most.</summary>
    private static bool IsUsual(string word, string known) =>
        (word.Length == known.Length && word.Order().SequenceEqual(known.Order())) || Single(word).SequenceEqual(Single(known));

    private static IEnumerable<char> Single(string word) => word.Where((letter, i) => i == 0 || letter != word[i - 1]);

    private Vocabulary Known(TextLanguage language)
    {
        var words = new Dictionary<string, int>();
        foreach (var word in _words())
            words[word] = 0;
        foreach (var word in FunctionWords.All(language).Concat(FunctionWords.Light(language)).Concat(_linguistics.Lexicon.Words(language)))
            words.TryAdd(word, 1);
        return new Vocabulary(
            words.Where(pair => pair.Key.Length >= ShortestWord - 1 && pair.Key.All(char.IsLetter)).ToLookup(pair => pair.Key.Length, pair => new Candidate(pair.Key, pair.Value, LettersOf(pair.Key))),
            new(() => _linguistics.Lexicon.Words(language).Where(word => word.All(char.IsLetter))
                .Select(word => (Stem: _linguistics.Analyzer.Stem(word, language), Word: word)).DistinctBy(word => word.Stem)
                .ToLookup(word => word.Stem.Length, word => new Candidate(word.Stem, 1, LettersOf(word.Stem)) { Meant = word.Word })));
    }

    /// <summary>Which letters a word has, a bit each; letters that are none of a to z share theirs.</summary>
    private static uint LettersOf(string word)
    {
        uint letters = 0;
        foreach (var letter in word)
            letters |= 1u << (letter % 32);
        return letters;
    }

    /// <summary>Letters that are missing, too many, wrong or swapped with the next (optimal string alignment); null where there are more than <paramref name="most"/>.</summary>
    private static int? Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return null;
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most)
                return null;
            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[b.Length] <= most ? last[b.Length] : null;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Word();
}
