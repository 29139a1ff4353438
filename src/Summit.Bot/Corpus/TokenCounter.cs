using Microsoft.ML.Tokenizers;
using Summit.Bot.Language;

namespace Summit.Bot.Corpus;

/// <summary>Counts the tokens of texts, and remembers those of each word. Safe for several threads.</summary>
/// <remarks>No token of the encoding holds a space behind anything but white space: the words of a text with the space before them are encoded each by itself.</remarks>
internal sealed class TokenCounter(Tokenizer tokenizer)
{
    private const int MostRemembered = 50_000, LongestRemembered = 24;

    private readonly WordCache<int> _counts = new(MostRemembered);

    /// <summary>Whether a text has at most so many tokens.</summary>
    public bool HasAtMost(ReadOnlySpan<char> text, int most)
    {
        var count = 0;
        for (var start = 0; start < text.Length && count <= most;)
        {
            var end = EndOfWord(text, start);
            var word = text[start..end];
            count += word.Length <= LongestRemembered && _counts.TryGet(word, out var remembered) ? remembered : Count(word);
            start = end;
        }

        return count <= most;
    }

    private int Count(ReadOnlySpan<char> word)
    {
        var count = tokenizer.CountTokens(word);
        return word.Length <= LongestRemembered ? _counts.Keep(word.ToString(), count) : count;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        for (var end = start + 1; end < text.Length; end++)
        {
            if (text[end] == ' ' && !char.IsWhiteSpace(text[end - 1]))
                return end;
        }

        return text.Length;
    }
}
