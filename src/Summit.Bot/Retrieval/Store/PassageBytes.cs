using System.Runtime.InteropServices;
using Summit.Bot.Corpus;

namespace Summit.Bot.Retrieval.Store;

/// <summary>Sentences and passages of an article as blocks of little-endian numbers, of 16 bits in vectors and of 32 elsewhere, which are read without a row for each.</summary>
internal static class PassageBytes
{
    private const int SentenceNumbers = 3, SpanNumbers = 2;

    private static readonly byte[] NoWords = new byte[sizeof(int)];

    /// <summary>Start, length and paragraph of each sentence.</summary>
    public static byte[] OfSentences(IReadOnlyList<Sentence> sentences) => Bytes<int>([.. sentences.SelectMany(s => new[] { s.Start, s.Length, s.Paragraph })]);

    /// <summary>First sentence and number of sentences of each passage.</summary>
    public static byte[] OfSpans(IReadOnlyList<Passage> passages) => Bytes<int>([.. passages.SelectMany(p => new[] { p.FirstSentence, p.SentenceCount })]);

    /// <summary>The dense vectors, one behind the other.</summary>
    public static ushort[] OfVectors(IReadOnlyList<Passage> passages)
    {
        var vectors = new ushort[passages.Sum(p => p.Rounded.Length)];
        var at = 0;
        foreach (var passage in passages)
        {
            passage.Rounded.Span.CopyTo(vectors.AsSpan(at));
            at += passage.Rounded.Length;
        }

        return vectors;
    }

    /// <summary>Of each passage the number of its words, then the words, then their weights.</summary>
    public static byte[] OfWords(IReadOnlyList<Passage> passages)
    {
        using var stream = new MemoryStream();
        foreach (var passage in passages)
            stream.Write(passage.Words.Bytes.IsEmpty ? NoWords : passage.Words.Bytes.Span);

        return stream.ToArray();
    }

    public static Sentence[] ToSentences(byte[] bytes)
    {
        var numbers = MemoryMarshal.Cast<byte, int>(bytes);
        var sentences = new Sentence[numbers.Length / SentenceNumbers];
        for (var i = 0; i < sentences.Length; i++)
            sentences[i] = new Sentence(i + 1, numbers[SentenceNumbers * i], numbers[(SentenceNumbers * i) + 1], numbers[(SentenceNumbers * i) + 2]);
        return sentences;
    }

    /// <param name="article">The article.</param>
    /// <param name="spans">As <see cref="OfSpans"/> gave them.</param>
    /// <param name="vectors">As <see cref="OfVectors"/> gave them; empty for none.</param>
    /// <param name="words">As <see cref="OfWords"/> gave them; empty for none.</param>
    public static Passage[] ToPassages(Article article, byte[] spans, ReadOnlyMemory<ushort> vectors, ReadOnlyMemory<byte> words)
    {
        var numbers = MemoryMarshal.Cast<byte, int>(spans);
        var passages = new Passage[numbers.Length / SpanNumbers];
        var dimension = vectors.Length / Math.Max(1, passages.Length);
        for (var i = 0; i < passages.Length; i++)
        {
            passages[i] = PassageFactory.Make(
                article, numbers[SpanNumbers * i], numbers[(SpanNumbers * i) + 1], vectors.Slice(i * dimension, dimension), words.IsEmpty ? default : PassageWords.Take(ref words));
        }

        return passages;
    }

    private static byte[] Bytes<T>(T[] numbers) where T : struct => MemoryMarshal.AsBytes<T>(numbers).ToArray();
}
