using System.Runtime.InteropServices;
using System.Text;
using Microsoft.ML.Tokenizers;

namespace Summit.Bot.Corpus;

/// <summary>A passage as a run of whole sentences of one article.</summary>
/// <param name="FirstSentence">Number of its first sentence, counted from 1.</param>
/// <param name="SentenceCount">How many sentences it holds, at least 1.</param>
/// <param name="Start">Offset of its first character in the article's text, in UTF-16 units.</param>
/// <param name="Length">Its length in UTF-16 units, white space between its sentences included.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PassageSpan(int FirstSentence, int SentenceCount, int Start, int Length);

/// <summary>Cuts an article into passages: the pieces that are searched.</summary>
/// <remarks>
/// Tokens are those of the o200k_base encoding. Its tables take 300 to 650 ms to load; they are loaded at the first text that
/// needs counting, or ahead of it by <see cref="WarmUpAsync"/>.
/// </remarks>
public static class PassageCutter
{
    /// <summary>The most tokens a passage of several sentences may have.</summary>
    public const int MaxTokens = 128;

    /// <summary>A passage shorter than this, in UTF-16 units, goes on into the next paragraph: a headline, a line of dialogue.</summary>
    public const int ShortLength = 160;

    /// <summary>No token of the encoding is longer, in UTF-16 units, so that very long text need not be counted.</summary>
    private const int LongestToken = 128;

    private static readonly Lazy<TokenCounter> Tokens = new(() => new TokenCounter(TiktokenTokenizer.CreateForEncoding("o200k_base")));

    /// <summary>Loads the encoding on another thread, ahead of the first article. Calling it again costs nothing.</summary>
    public static Task WarmUpAsync() => Tokens.IsValueCreated ? Task.CompletedTask : Task.Run(() => _ = Tokens.Value);

    /// <summary>Cuts an article.</summary>
    /// <returns>
    /// Passages in reading order that hold every sentence exactly once. Each has at most <see cref="MaxTokens"/> tokens, unless it is
    /// a single sentence that is longer by itself; each begins with a paragraph where that leaves no short scrap behind.
    /// </returns>
    public static IReadOnlyList<PassageSpan> Cut(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Cut(article.Text, article.Sentences);
    }

    /// <summary>Cuts a text whose sentences are known; see <see cref="Cut(Article)"/>.</summary>
    public static IReadOnlyList<PassageSpan> Cut(string text, IReadOnlyList<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentences);
        var passages = new List<PassageSpan>();
        int? tokens = null;
        foreach (var sentence in sentences)
        {
            var alone = new PassageSpan(sentence.Number, 1, sentence.Start, sentence.Length);
            if (passages.Count > 0 && Continues(sentence, passages[^1], sentences) && Join(text, passages[^1], alone, ref tokens) is { } longer)
            {
                passages[^1] = longer;
            }
            else
            {
                passages.Add(alone);
                tokens = null;
            }
        }

        tokens = null;
        if (passages.Count > 1 && passages[^1].Length < ShortLength && Join(text, passages[^2], passages[^1], ref tokens) is { } last)
        {
            passages.RemoveAt(passages.Count - 1);
            passages[^1] = last;
        }

        return passages;
    }

    private static bool Continues(Sentence sentence, PassageSpan passage, IReadOnlyList<Sentence> sentences) =>
        sentence.Paragraph == sentences[passage.FirstSentence + passage.SentenceCount - 2].Paragraph || passage.Length < ShortLength;

    /// <summary>The two passages as one; null when that has too many tokens.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">A passage.</param>
    /// <param name="second">The one behind it.</param>
    /// <param name="tokens">How many tokens the first one has, and then both; null where they were not counted.</param>
    private static PassageSpan? Join(string text, PassageSpan first, PassageSpan second, ref int? tokens)
    {
        var length = second.Start + second.Length - first.Start;
        tokens = CountJoined(text.AsSpan(first.Start, length), first.Length, tokens, out var fits);
        return fits ? new PassageSpan(first.FirstSentence, first.SentenceCount + second.SentenceCount, first.Start, length) : null;
    }

    private static int? CountJoined(ReadOnlySpan<char> text, int firstLength, int? first, out bool fits)
    {
        // A token stands for at least one UTF-8 byte: few bytes are few tokens, without counting.
        fits = text.Length <= MaxTokens * LongestToken && Encoding.UTF8.GetByteCount(text) <= MaxTokens;
        if (fits || text.Length > MaxTokens * LongestToken)
            return null;
        var counter = Tokens.Value;
        var count = TokenCounter.IsBetweenWords(text, firstLength)
            ? (first ?? counter.Count(text[..firstLength], MaxTokens)) + counter.Count(text[firstLength..], MaxTokens)
            : counter.Count(text, MaxTokens);
        fits = count <= MaxTokens;
        return fits ? count : null;
    }
}
