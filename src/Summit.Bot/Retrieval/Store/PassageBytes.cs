using System.Runtime.InteropServices;
using Summit.Bot.Corpus;

namespace Summit.Bot.Retrieval.Store;

/// <summary>Sentences and passages of an article as blocks of little-endian numbers of 32 bits, which are read without a row for each.</summary>
internal static class PassageBytes
{
    private const int SentenceNumbers = 3, SpanNumbers = 2;

    /// <summary>Start, length and paragraph of each sentence.</summary>
    public static byte[] OfSentences(IReadOnlyList<Sentence> sentences) => Bytes<int>([.. sentences.SelectMany(s => new[] { s.Start, s.Length, s.Paragraph })]);

    /// <summary>First sentence and number of sentences of each passage.</summary>
    public static byte[] OfSpans(IReadOnlyList<Passage> passages) => Bytes<int>([.. passages.SelectMany(p => new[] { p.FirstSentence, p.SentenceCount })]);

    /// <summary>The dense vectors, one behind the other.</summary>
    public static byte[] OfVectors(IReadOnlyList<Passage> passages)
    {
        var bytes = new byte[passages.Sum(p => p.Vector.Length * sizeof(float))];
        var at = 0;
        foreach (var passage in passages)
        {
            MemoryMarshal.AsBytes(passage.Vector.Span).CopyTo(bytes.AsSpan(at));
            at += passage.Vector.Length * sizeof(float);
        }

        return bytes;
    }

    /// <summary>Of each passage the number of its words, then the words, then their weights.</summary>
    public static byte[] OfWords(IReadOnlyList<Passage> passages)
    {
        using var stream = new MemoryStream();
        foreach (var words in passages.Select(passage => passage.Words ?? SparseVector.Empty))
        {
            stream.Write(Bytes<int>([words.Indices.Length]));
            stream.Write(MemoryMarshal.AsBytes<uint>(words.Indices));
            stream.Write(MemoryMarshal.AsBytes<float>(words.Values));
        }

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
    /// <param name="vectors">As <see cref="OfVectors"/> gave them; null for none.</param>
    /// <param name="words">As <see cref="OfWords"/> gave them; null for none.</param>
    public static Passage[] ToPassages(Article article, byte[] spans, byte[]? vectors, byte[]? words)
    {
        var numbers = MemoryMarshal.Cast<byte, int>(spans);
        var passages = new Passage[numbers.Length / SpanNumbers];
        var all = vectors is null || passages.Length == 0 ? [] : MemoryMarshal.Cast<byte, float>(vectors).ToArray();
        var (dimension, at) = (passages.Length == 0 ? 0 : all.Length / passages.Length, 0);
        for (var i = 0; i < passages.Length; i++)
        {
            passages[i] = PassageFactory.Make(article, numbers[SpanNumbers * i], numbers[(SpanNumbers * i) + 1], all.AsMemory(i * dimension, dimension));
            if (words is not null)
                passages[i] = passages[i] with { Words = ReadWords(words, ref at) };
        }

        return passages;
    }

    private static SparseVector ReadWords(byte[] words, ref int at)
    {
        var count = MemoryMarshal.Read<int>(words.AsSpan(at));
        var indices = MemoryMarshal.Cast<byte, uint>(words.AsSpan(at + sizeof(int), count * sizeof(uint))).ToArray();
        var values = MemoryMarshal.Cast<byte, float>(words.AsSpan(at + (sizeof(int) * (1 + count)), count * sizeof(float))).ToArray();
        at += sizeof(int) * (1 + (2 * count));
        return new SparseVector(indices, values);
    }

    private static byte[] Bytes<T>(T[] numbers) where T : struct => MemoryMarshal.AsBytes<T>(numbers).ToArray();
}
