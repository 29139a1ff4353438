using Microsoft.ML.Tokenizers;
using Summit.Bot.Language;

namespace Summit.Bot.Corpus;

/// <summary>Counts the tokens of texts, and remembers those of each word. Safe for several threads.</summary>
/// <remarks>
/// No token of the encoding holds a space behind anything but white space, or a comma or the like behind a letter: the words of a text with the
/// space before them, and the signs between them, are encoded each by itself.
/// </remarks>
internal sealed class TokenCounter(Tokenizer tokenizer)
{
    private const int MostRemembered = 100_000, LongestRemembered = 24;

    private readonly WordCache<int> _counts = new(MostRemembered);

    /// <summary>How many tokens a text has; some number above <paramref name="most"/> when there are more.</summary>
    public int Count(ReadOnlySpan<char> text, int most)
    {
        var count = 0;
        for (var start = 0; start < text.Length && count <= most;)
        {
            var end = start + 1;
            while (end < text.Length && !IsBetweenWords(text, end))
                end++;
            count += CountWord(text[start..end]);
            start = end;
        }

        return count;
    }

    /// <summary>Whether the tokens before a place and those behind it can be counted each by itself.</summary>
    public static bool IsBetweenWords(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        ' ' => !char.IsWhiteSpace(text[at - 1]),
        ',' or '.' or ';' or ':' or ')' or '»' => char.IsLetter(text[at - 1]),
        _ => false,
    };

    private int CountWord(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestRemembered)
            return tokenizer.CountTokens(word);
        return _counts.TryGet(word, out var count) ? count : _counts.Keep(word.ToString(), tokenizer.CountTokens(word));
    }
}
