using System.Globalization;
using System.Text;

namespace Summit.Bot.Corpus;

/// <summary>Finds the sentences of French and English news text.</summary>
/// <remarks>
/// One pass over the text with look-behind and look-ahead of bounded length, so the time is linear in the length of the text.
/// The result depends on the text alone: not on culture, machine or language setting.
/// </remarks>
public static class SentenceSplitter
{
    /// <summary>How many characters of opening punctuation are looked through to find the word that follows.</summary>
    private const int LongestOpening = 8;

    /// <summary>Splits a text into sentences.</summary>
    /// <returns>
    /// In reading order, not overlapping, none empty, none beginning or ending with white space, with only white space before,
    /// between and after them; empty for a text of nothing but white space. A line break always ends a sentence and a paragraph.
    /// </returns>
    public static IReadOnlyList<Sentence> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<Sentence>();
        var paragraph = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !IsLineBreak(text[end]))
                end++;
            var line = text.AsSpan(start, end - start).TrimEnd();
            if (line.Length > 0)
                SplitLine(line, start, ++paragraph, sentences);
            start = end + 1;
        }

        return sentences;
    }

    private static void SplitLine(ReadOnlySpan<char> line, int offset, int paragraph, List<Sentence> sentences)
    {
        var from = SkipWhiteSpace(line, 0);
        var hasWord = false;
        var inQuotes = false;
        for (var i = from; i < line.Length;)
        {
            if (!IsStop(line[i]))
            {
                hasWord |= char.IsLetterOrDigit(line[i]) || char.IsSurrogate(line[i]);
                inQuotes ^= line[i] == '"';
                i++;
                continue;
            }

            var afterStop = i + 1;
            while (afterStop < line.Length && (IsStop(line[afterStop]) || IsMark(line[afterStop])))
                afterStop++;
            var end = SkipClosing(line, afterStop, ref inQuotes);
            if (hasWord && EndsSentence(line, from, i, afterStop, end))
            {
                sentences.Add(new Sentence(sentences.Count + 1, offset + from, end - from, paragraph));
                from = end = SkipWhiteSpace(line, end);
                hasWord = false;
            }

            i = end;
        }

        if (from < line.Length)
            sentences.Add(new Sentence(sentences.Count + 1, offset + from, line.Length - from, paragraph));
    }

    /// <summary>Decides on a stop, whose closing punctuation goes up to <paramref name="end"/>.</summary>
    private static bool EndsSentence(ReadOnlySpan<char> line, int from, int stop, int afterStop, int end)
    {
        if (end == line.Length)
            return true;
        if (stop > from && IsInBrackets(line, stop, afterStop))
            return IsOmittedEnding(line, from, stop, end);
        if (!char.IsWhiteSpace(line[end]))
            return stop > from && StartsWithoutSpace(line, stop, afterStop, end);

        var next = SkipWhiteSpace(line, end);
        if (!StartsSentence(line, next))
            return false;
        var fullStop = line[stop] == '.' && afterStop == stop + 1;
        var betweenQuotations = end > afterStop && IsQuotationMark(line[end - 1]) && IsQuotationMark(line[next]);
        return !fullStop || betweenQuotations || Abbreviations.FullStopEndsSentence(line, from, stop, SkipOpening(line, next));
    }

    /// <summary>Dots, or a mark of doubt, alone in brackets: <c>[…]</c>, <c>(...)</c>, <c>(!)</c>.</summary>
    private static bool IsInBrackets(ReadOnlySpan<char> line, int stop, int afterStop) =>
        line[stop - 1] is '[' or '(' && afterStop < line.Length && line[afterStop] is ']' or ')';

    /// <summary>Dots in brackets stand for the end of a sentence where a usual first word follows, but not at the start of a quotation.</summary>
    private static bool IsOmittedEnding(ReadOnlySpan<char> line, int from, int stop, int end)
    {
        var before = line[from..(stop - 1)].TrimEnd();
        return line[stop] is '.' or '…' && before.Length > 0 && !IsOpening(before[^1])
            && char.IsWhiteSpace(line[end]) && Abbreviations.IsUsualFirstWord(line[SkipWhiteSpace(line, end)..]);
    }

    /// <summary>Behind any opening punctuation: a letter that is not lower case, a digit, a currency sign or a symbol.</summary>
    private static bool StartsSentence(ReadOnlySpan<char> line, int next)
    {
        var word = SkipOpening(line, next);
        if (word == line.Length || Rune.DecodeFromUtf16(line[word..], out var rune, out _) != System.Buffers.OperationStatus.Done)
            return false;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter => true,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber => true,
            UnicodeCategory.CurrencySymbol or UnicodeCategory.OtherSymbol => true,
            UnicodeCategory.LowercaseLetter => IsCamelCase(line[word..]),
            _ => rune.Value is '#' or '@',
        };
    }

    /// <summary>A name such as <c>iPhone</c> or <c>eBay</c>, which keeps its lower case at the start of a sentence.</summary>
    private static bool IsCamelCase(ReadOnlySpan<char> word) =>
        word.Length > 2 && char.IsUpper(word[1]) && char.IsLower(word[2]);

    /// <summary>A space forgotten between two sentences: "fin.Le", "quoi ?Il", but not a domain, a file or a member name.</summary>
    private static bool StartsWithoutSpace(ReadOnlySpan<char> line, int stop, int afterStop, int next)
    {
        if (!char.IsUpper(line[next]) || next + 1 >= line.Length)
            return false;
        if (!char.IsLower(line[next + 1]) && line[next + 1] is not ('\'' or '’' or ' '))
            return false;
        if (next > afterStop)
            return true;
        return char.IsLetter(line[stop - 1]) && !char.IsUpper(line[stop - 1]) && Abbreviations.IsUsualFirstWord(line[next..]);
    }

    /// <summary>Passes over the closing quotation marks, brackets and note numbers that belong to the sentence before them.</summary>
    private static int SkipClosing(ReadOnlySpan<char> line, int position, ref bool inQuotes)
    {
        while (position < line.Length)
        {
            if (line[position] is '»' or '”' or ')' or ']' or '}' or '›')
            {
                position++;
                continue;
            }

            // A guillemet or a straight quotation mark may stand behind a space, as French typography has it.
            var mark = SkipWhiteSpace(line, position);
            var spaced = mark > position;
            if (mark == line.Length || !ClosesAt(line, mark, spaced, inQuotes))
                return SkipNoteNumber(line, position);
            inQuotes &= line[mark] != '"';
            position = mark + 1;
        }

        return position;
    }

    private static bool ClosesAt(ReadOnlySpan<char> line, int mark, bool spaced, bool inQuotes)
    {
        var last = mark + 1 == line.Length || char.IsWhiteSpace(line[mark + 1]) || line[mark + 1] is ',' or ';' or ':' or ')' or ']';
        return line[mark] switch
        {
            '»' => true,
            '”' => last,
            '"' => spaced ? inQuotes && last : inQuotes || last,
            '’' or '\'' => !spaced && last,
            // Mistyped for the closing one: nothing can open where the line ends, nor between a stop and a space.
            '«' or '“' => mark + 1 == line.Length || (!spaced && last),
            _ => false,
        };
    }

    /// <summary>A note number such as <c>[12]</c> directly behind the stop.</summary>
    private static int SkipNoteNumber(ReadOnlySpan<char> line, int position)
    {
        while (position < line.Length && line[position] == '[')
        {
            var digit = position + 1;
            while (digit < line.Length && digit < position + 5 && char.IsAsciiDigit(line[digit]))
                digit++;
            if (digit == position + 1 || digit == line.Length || line[digit] != ']')
                break;
            position = digit + 1;
        }

        return position;
    }

    private static int SkipOpening(ReadOnlySpan<char> line, int position)
    {
        var limit = Math.Min(line.Length, position + LongestOpening);
        while (position < limit && (IsOpening(line[position]) || char.IsWhiteSpace(line[position])))
            position++;
        return position;
    }

    private static bool IsOpening(char c) =>
        IsQuotationMark(c)
        || c is '(' or '[' or '{' or '¿' or '¡' or '•' or '*'
        || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    private static bool IsQuotationMark(char c) =>
        c is '«' or '»' or '“' or '”' or '„' or '"' or '‘' or '’' or '\'' or '‹' or '›';

    private static int SkipWhiteSpace(ReadOnlySpan<char> line, int position)
    {
        while (position < line.Length && char.IsWhiteSpace(line[position]))
            position++;
        return position;
    }

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '‼' or '⁇' or '⁈' or '⁉' or '‽';

    /// <summary>A combining mark or joiner: never parted from the character before it.</summary>
    private static bool IsMark(char c) => c == '\u200D' || char.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';
}
