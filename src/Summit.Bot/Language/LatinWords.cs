using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text;

namespace Summit.Bot.Language;

/// <summary>
/// The words of texts in Latin letters and usual signs, cut and folded as the whole chain of <see cref="TextAnalyzer"/> does, at a fraction of
/// its cost. Stops at a character that only the whole chain knows.
/// </summary>
internal ref struct LatinWords
{
    /// <summary>No word of the whole chain is longer, in UTF-16 units.</summary>
    private const int LongestWord = 255;

    private const int LongestArticle = 8;

    /// <summary>The characters up to here are in the tables: Latin, general punctuation, currencies and letter-like signs.</summary>
    private const int TableLength = 0x2180;

    private static readonly CharKind[] Kinds = MakeKinds();

    /// <summary>What the letters from À on fold to: <c>&amp;</c> stands for two letters, <c>?</c> for what only the whole chain knows.</summary>
    private const string FoldedLetters =
        "aaaaaa&ceeeeiiiidnooooo?ouuuuy&&aaaaaa&ceeeeiiiidnooooo?ouuuuy&y" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiii??&&jjkkqlllllll" +
        "lllnnnnnn?nnoooooo&&rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz?";

    private static readonly string[] ElidedArticles = ["l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu"];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ArticleLookup = ElidedArticles.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _word;
    private int _at;

    /// <summary>Begins with the first word.</summary>
    /// <param name="text">The text; its apostrophes are those of typewriters.</param>
    /// <param name="at">Where to begin: behind white space, or at 0.</param>
    /// <param name="word">Room for a folded word: twice the longest one.</param>
    public LatinWords(ReadOnlySpan<char> text, int at, Span<char> word)
    {
        _text = text;
        _at = at;
        _word = word;
    }

    /// <summary>What a character is to the word breaks of UAX #29.</summary>
    private enum CharKind : byte
    {
        /// <summary>Only the whole chain knows it.</summary>
        Unknown,
        Break,
        Letter,
        Digit,

        /// <summary>Belongs to the word between two letters.</summary>
        MidLetter,

        /// <summary>Belongs to the word between two digits.</summary>
        MidNumber,

        /// <summary>Belongs to the word between two letters or two digits.</summary>
        MidBoth,
    }

    /// <summary>What loses its vowel before another: <c>l'État</c>. Lower case.</summary>
    public static IReadOnlyList<string> Articles => ElidedArticles;

    /// <summary>Room that a folded word needs, in UTF-16 units.</summary>
    public static int RoomForWord => 2 * LongestWord;

    /// <summary>Where a character was met that only the whole chain knows, or a word that is too long; null where neither was.</summary>
    public int? StuckAt { get; private set; }

    /// <summary>The folded word.</summary>
    public ReadOnlySpan<char> Word { get; private set; }

    /// <summary>Offset of the word without elided article.</summary>
    public int Start { get; private set; }

    /// <summary>Offset just after the word without possessive.</summary>
    public int End { get; private set; }

    /// <summary>Goes to the next word.</summary>
    // The lexicon is cut at every start, before anything is compiled twice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MoveNext()
    {
        CharKind kind;
        for (; ; _at++)
        {
            if (_at >= _text.Length)
                return false;
            kind = KindOf(_text[_at]);
            if (kind is CharKind.Letter or CharKind.Digit)
                break;
            if (kind == CharKind.Unknown)
                return Stick();
        }

        var from = _at;
        while (++_at < _text.Length)
        {
            var before = kind;
            kind = KindOf(_text[_at]);
            if (kind is CharKind.Letter or CharKind.Digit)
                continue;
            var after = _at + 1 < _text.Length ? KindOf(_text[_at + 1]) : CharKind.Break;
            if (kind == CharKind.Unknown || after == CharKind.Unknown)
                return Stick();
            if (!(before == CharKind.Letter && after == CharKind.Letter && kind is CharKind.MidLetter or CharKind.MidBoth)
                && !(before == CharKind.Digit && after == CharKind.Digit && kind is CharKind.MidNumber or CharKind.MidBoth))
                break;
        }

        return _at - from > LongestWord ? Stick() : Take(from, _at);
    }

    private bool Stick()
    {
        StuckAt = _at;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Take(int start, int end)
    {
        var (length, apostrophe) = (0, -1);
        for (var i = start; i < end; i++)
        {
            if (_text[i] == '\'' && apostrophe < 0)
                apostrophe = i;
            length = Fold(_text[i], _word, length);
        }

        Word = _word[..length];
        (Start, End) = (start, end);
        if (apostrophe < 0)
            return true;
        if (IsArticle(_text[start..apostrophe]))
        {
            Word = Word[(apostrophe - start + 1)..];
            Start = apostrophe + 1;
        }

        if (end - Start > 2 && _text[end - 2] == '\'' && _text[end - 1] is 's' or 'S')
        {
            Word = Word[..^2];
            End -= 2;
        }

        return true;
    }

    /// <summary>Whether the word, in capitals or not, loses its vowel before another.</summary>
    public static bool IsArticle(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongestArticle];
        return word.Length <= LongestArticle && Ascii.IsValid(word) && ArticleLookup.Contains(lower[..word.ToLowerInvariant(lower)]);
    }

    private static CharKind KindOf(char c) => c < TableLength ? Kinds[c] : CharKind.Unknown;

    private static CharKind[] MakeKinds()
    {
        var kinds = new CharKind[TableLength];
        for (var c = '\0'; c < TableLength; c++)
        {
            kinds[c] = c switch
            {
                '\'' or '.' => CharKind.MidBoth,
                ':' => CharKind.MidLetter,
                ',' or ';' => CharKind.MidNumber,
                '_' or 'ª' or 'º' or 'µ' or '·' or '\u00AD' => CharKind.Unknown,
                >= '0' and <= '9' => CharKind.Digit,
                (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 'À' and <= 'ÿ' and not '×' and not '÷') => CharKind.Letter,
                'İ' or 'ı' or 'ŉ' or 'ſ' => CharKind.Unknown,
                < '\u0100' => CharKind.Break,
                < '\u0180' => CharKind.Letter,
                (>= '\u2000' and <= '\u200A') or (>= '\u2010' and <= '\u2017') or (>= '\u201A' and <= '\u2023') or '\u2026' or '\u2028' or '\u2029' or '\u202F'
                    or (>= '\u2030' and <= '\u203E') or (>= '\u20A0' and <= '\u20BF') or '№' or '™' => CharKind.Break,
                _ => CharKind.Unknown,
            };
        }

        return kinds;
    }

    /// <summary>Folds a word of usual letters.</summary>
    /// <returns>Null where only the whole chain knows a character.</returns>
    public static string? Fold(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            return null;
        Span<char> folded = stackalloc char[2 * word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (c >= '\u0080' && (c is < 'À' or >= '\u0180' || FoldedLetters[c - 'À'] == '?'))
                return null;
            length = Fold(c, folded, length);
        }

        return folded[..length].ToString();
    }

    /// <summary>Folds a character that the tables have, and returns the length with it.</summary>
    private static int Fold(char c, Span<char> folded, int length)
    {
        var letter = c < '\u0080' ? char.ToLowerInvariant(c) : FoldedLetters[c - 'À'];
        folded[length++] = letter;
        if (letter != '&' || c < '\u0080')
            return length;
        (folded[length - 1], folded[length]) = c switch
        {
            'Æ' or 'æ' => ('a', 'e'),
            'Þ' or 'þ' => ('t', 'h'),
            'ß' => ('s', 's'),
            'Œ' or 'œ' => ('o', 'e'),
            _ => ('i', 'j'),
        };
        return length + 1;
    }
}
