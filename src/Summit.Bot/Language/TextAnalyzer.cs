using System.Buffers;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Util;

namespace Summit.Bot.Language;

/// <summary>
/// Cuts a text into words and stems them: Unicode word breaks (UAX #29), lower case, elision, possessive, accents folded,
/// then irregular forms and the Snowball stemmer of the language. No stop word is dropped: what carries no meaning is
/// decided where the words are used. Safe for use from several threads.
/// </summary>
public sealed class TextAnalyzer
{
    private const int MostWords = 200_000;

    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \n\r\t");
    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("’ʼ‘＇");

    private readonly Analyzer _words = Analyzer.NewAnonymous(static (_, reader) =>
    {
        var source = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        TokenStream stream = new LowerCaseFilter(LuceneVersion.LUCENE_48, source);
        stream = new ElisionFilter(stream, new CharArraySet(LuceneVersion.LUCENE_48, LatinWords.Articles, ignoreCase: true));
        stream = new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, stream);
        stream = new ASCIIFoldingFilter(stream);
        return new TokenStreamComponents(source, stream);
    });

    private readonly IrregularForms _irregular;
    private static readonly ThreadLocal<SnowballProgram> French = new(static () => new Lucene.Net.Tartarus.Snowball.Ext.FrenchStemmer());
    private static readonly ThreadLocal<SnowballProgram> English = new(static () => new Lucene.Net.Tartarus.Snowball.Ext.EnglishStemmer());
    private readonly WordCache<Word> _french = new(MostWords);
    private readonly WordCache<Word> _english = new(MostWords);

    /// <summary>Makes an analyzer with the irregular forms of the two languages.</summary>
    public TextAnalyzer(IrregularForms irregular) => _irregular = irregular;

    /// <summary>The words of <paramref name="text"/> in reading order, with offsets into it.</summary>
    public List<Token> Analyze(ReadOnlySpan<char> text, TextLanguage language)
    {
        var tokens = new List<Token>(Math.Max(4, text.Length / 5));
        Analyze(text, language, tokens);
        return tokens;
    }

    /// <summary>As <see cref="Analyze(ReadOnlySpan{char}, TextLanguage)"/>, added to a list that is empty.</summary>
    internal void Analyze(ReadOnlySpan<char> text, TextLanguage language, List<Token> tokens)
    {
        if (!text.ContainsAny(Apostrophes))
        {
            AnalyzeStraight(text, language, tokens);
            return;
        }

        var rented = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(rented);
        Straighten(rented.AsSpan(0, text.Length));
        AnalyzeStraight(rented.AsSpan(0, text.Length), language, tokens);
        ArrayPool<char>.Shared.Return(rented);
    }

    private void AnalyzeStraight(ReadOnlySpan<char> text, TextLanguage language, List<Token> tokens)
    {
        // No word goes across white space, so that only what stands around an unusual character needs the whole chain.
        for (var at = 0; Cut(text, at, language, tokens) is { } stuck;)
        {
            var start = text[..stuck].LastIndexOfAny(WhiteSpace) + 1;
            at = text[stuck..].IndexOfAny(WhiteSpace) is >= 0 and var end ? stuck + end : text.Length;
            while (tokens.Count > 0 && tokens[^1].Start >= start)
                tokens.RemoveAt(tokens.Count - 1);
            CutByChain(text[start..at].ToString(), start, language, tokens);
        }
    }

    /// <summary>Cuts a text as far as its characters are usual ones; where it was stuck, null at the end.</summary>
    private int? Cut(ReadOnlySpan<char> text, int at, TextLanguage language, List<Token> tokens)
    {
        var known = language == TextLanguage.French ? _french : _english;
        var words = new LatinWords(text, at, stackalloc char[LatinWords.RoomForWord]);
        while (words.MoveNext())
            tokens.Add(new Token(known.TryGet(words.Word, out var word) ? word : Word(words.Word.ToString(), language), words.Start, words.End - words.Start));
        return words.StuckAt;
    }

    /// <summary>One typographic apostrophe is one typewriter apostrophe, so that offsets stay as they are.</summary>
    internal static void Straighten(Span<char> text) => text.ReplaceAny(Apostrophes, '\'');

    /// <summary>Cuts any text.</summary>
    internal void CutByChain(string folded, int offset, TextLanguage language, List<Token> tokens)
    {
        using var stream = _words.GetTokenStream("text", folded);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var place = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            if (term.Length == 0)
                continue;
            var word = WithoutMarks(term.ToString());
            if (word.Length == 0)
                continue;
            var (start, length) = WithoutAffixes(folded, place.StartOffset, place.EndOffset);
            tokens.Add(new Token(Word(word, language), offset + start, length));
        }

        stream.End();
    }

    /// <summary>The stem of one folded word (lower case, no accents).</summary>
    public string Stem(string word, TextLanguage language) => Word(word, language).Stem;

    /// <summary>A word by its folded form.</summary>
    internal Word Word(string folded, TextLanguage language)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var known = language == TextLanguage.French ? _french : _english;
        if (known.TryGet(folded, out var word))
            return word;
        var stemmer = (language == TextLanguage.French ? French : English).Value!;
        var lemma = _irregular.Lemma(folded, language);
        stemmer.SetCurrent(language == TextLanguage.French && lemma == folded ? WithoutFoldedEnding(folded) : lemma);
        stemmer.Stem();
        return known.Keep(folded, new Word(folded, stemmer.Current));
    }

    /// <summary>Lower case without accents, as the words of <see cref="Analyze(ReadOnlySpan{char}, TextLanguage)"/> are.</summary>
    public static string Fold(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (LatinWords.Fold(word) is { } folded)
            return folded;
        var lower = word.ToLowerInvariant();
        var output = new char[lower.Length * 4];
        var length = ASCIIFoldingFilter.FoldToASCII(lower.ToCharArray(), 0, output, 0, lower.Length);
        return WithoutMarks(new string(output, 0, length));
    }

    // An accent can be a character of its own ("e" and U+0301), as texts from a Mac have it.
    private static string WithoutMarks(string word) =>
        word.AsSpan().ContainsAnyInRange('\u0300', '\u036F') ? string.Concat(word.Where(c => c is < '\u0300' or > '\u036F')) : word;

    // The Snowball stemmer knows verb endings by their accents (-ée, -èrent), which folding takes away, and leaves -ent and
    // -ons alone. A word that is a noun in -ent or -ée loses the same letters wherever it stands, so it still meets itself.
    private static string WithoutFoldedEnding(string word)
    {
        const int shortestStem = 4;
        if (word.EndsWith("ees", StringComparison.Ordinal) && word.Length > shortestStem + 2)
            return word[..^2];
        if (word.EndsWith("ee", StringComparison.Ordinal) && word.Length > shortestStem + 1)
            return word[..^1];
        if (word.EndsWith("erent", StringComparison.Ordinal) && word.Length > shortestStem + 4)
            return word[..^3];
        if (word.EndsWith("ent", StringComparison.Ordinal) && !word.EndsWith("ment", StringComparison.Ordinal) && !word.EndsWith("aient", StringComparison.Ordinal) && word.Length >= shortestStem + 3)
            return word[..^3] + "er";
        return word.EndsWith("ons", StringComparison.Ordinal) && !word.EndsWith("ions", StringComparison.Ordinal) && word.Length >= shortestStem + 3
            ? word[..^3] + "er"
            : word;
    }

    private static (int Start, int Length) WithoutAffixes(string text, int start, int end)
    {
        var apostrophe = text.IndexOf('\'', start, end - start);
        if (apostrophe >= 0 && LatinWords.IsArticle(text.AsSpan(start, apostrophe - start)))
            start = apostrophe + 1;
        if (end - start > 2 && text[end - 2] == '\'' && text[end - 1] is 's' or 'S')
            end -= 2;
        return (start, end - start);
    }
}
