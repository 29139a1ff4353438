using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>
/// What is kept of the analysis of an article, so that an index of thousands is loaded without analysing them again: in how many of its
/// sentences each feature stands, the leaders it names, the groups of letters of one sentence, who speaks in each, its words. Immutable.
/// </summary>
/// <remarks>
/// One block of bytes, little-endian: the numbers of features, of leaders and of groups of letters, and the length of the speech part (32 bits each),
/// then features (32 bits), their counts (16 bits), the names and leaders (32 bits each), the groups (32 bits), the speech of each sentence (a byte whether it
/// is reported, a byte with the number of speakers, then the speakers), and the words in UTF-8, each on a line.
/// </remarks>
public sealed class ArticleDigest
{
    private const int Head = 4 * sizeof(int);

    // Cleared and used again: one for each article of an archive would be most of what a digest allocates.
    [ThreadStatic]
    private static HashSet<string>? _words;

    private readonly ReadOnlyMemory<byte> _bytes;

    private ArticleDigest(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    /// <summary>The digest of an article without sentences.</summary>
    public static ArticleDigest Empty { get; } = new(new byte[Head]);

    /// <summary>The digest as a store keeps it.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Hashes of the features, each once.</summary>
    internal ReadOnlySpan<uint> Features => MemoryMarshal.Cast<byte, uint>(_bytes.Span.Slice(Head, FeatureCount * sizeof(uint)));

    /// <summary>For each of <see cref="Features"/> in how many sentences it stands.</summary>
    internal ReadOnlySpan<ushort> Counts => MemoryMarshal.Cast<byte, ushort>(_bytes.Span.Slice(Head + (FeatureCount * sizeof(uint)), FeatureCount * sizeof(ushort)));

    /// <summary>Hashes of the groups of letters of the sentence in the middle, each once: a sample of the corpus.</summary>
    internal ReadOnlySpan<uint> LetterGroups => MemoryMarshal.Cast<byte, uint>(_bytes.Span.Slice(LetterGroupsAt, LetterGroupCount * sizeof(uint)));

    private int FeatureCount => BinaryPrimitives.ReadInt32LittleEndian(_bytes.Span);

    private int LeaderCount => BinaryPrimitives.ReadInt32LittleEndian(_bytes.Span[sizeof(int)..]);

    private int LetterGroupCount => BinaryPrimitives.ReadInt32LittleEndian(_bytes.Span[(2 * sizeof(int))..]);

    private int SpeechLength => BinaryPrimitives.ReadInt32LittleEndian(_bytes.Span[(3 * sizeof(int))..]);

    private int LeadersAt => Head + (FeatureCount * (sizeof(uint) + sizeof(ushort)));

    private int LetterGroupsAt => LeadersAt + (LeaderCount * 2 * sizeof(int));

    private int SpeechAt => LetterGroupsAt + (LetterGroupCount * sizeof(uint));

    /// <summary>Takes what is kept of an article that was analysed.</summary>
    internal static ArticleDigest Of(IReadOnlyList<SentenceProfile> sentences, IReadOnlyDictionary<int, int> leaders, IReadOnlyList<Term> title)
    {
        var (features, counts) = SentenceFrequencies.Count(sentences);
        var letters = sentences.Count == 0 ? [] : sentences[sentences.Count / 2].AllLetterGroups();
        var speechLength = sentences.Sum(sentence => 2 + (SpeakersOf(sentence) * sizeof(int)));
        var fixedLength = Head + (features.Length * (sizeof(uint) + sizeof(ushort))) + (leaders.Count * 2 * sizeof(int)) + (letters.Length * sizeof(uint)) + speechLength;
        var words = WordsOf(sentences, title);
        var wordsLength = 0;
        foreach (var word in words)
            wordsLength += Encoding.UTF8.GetByteCount(word) + 1;

        var bytes = new byte[fixedLength + wordsLength];
        var rest = bytes.AsSpan();
        Write(ref rest, [features.Length, leaders.Count, letters.Length, speechLength]);
        Write(ref rest, features);
        Write(ref rest, counts);
        foreach (var (name, leader) in leaders.OrderBy(pair => pair.Key))
            Write(ref rest, [name, leader]);
        Write(ref rest, letters);
        foreach (var sentence in sentences)
        {
            var speakers = SpeakersOf(sentence);
            Write<byte>(ref rest, [sentence.ReportsSpeech ? (byte)1 : (byte)0, (byte)speakers]);
            Write(ref rest, speakers == 0 ? [] : sentence.Speakers.Order().Take(speakers).ToArray());
        }

        foreach (var word in words)
        {
            rest = rest[Encoding.UTF8.GetBytes(word, rest)..];
            Write(ref rest, "\n"u8);
        }

        return new ArticleDigest(bytes);
    }

    /// <summary>Reads what <see cref="Bytes"/> gave.</summary>
    public static ArticleDigest FromBytes(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>Names that the article ties to the leadership of a state.</summary>
    internal Dictionary<int, int> ReadLeaders()
    {
        var leaders = new Dictionary<int, int>();
        var numbers = MemoryMarshal.Cast<byte, int>(_bytes.Span.Slice(LeadersAt, LeaderCount * 2 * sizeof(int)));
        for (var i = 0; i < numbers.Length; i += 2)
            leaders.Add(numbers[i], numbers[i + 1]);
        return leaders;
    }

    /// <summary>Who speaks in a sentence.</summary>
    /// <param name="index">How many sentences stand before it.</param>
    internal ReportedSpeech ReadSpeech(int index)
    {
        var bytes = _bytes.Span[SpeechAt..];
        for (; index > 0; index--)
            bytes = bytes[(2 + (bytes[1] * sizeof(int)))..];
        var reports = bytes[0] != 0;
        return bytes[1] > 0 ? new ReportedSpeech(new HashSet<int>(MemoryMarshal.Cast<byte, int>(bytes.Slice(2, bytes[1] * sizeof(int))).ToArray()), reports)
            : reports ? ReportedSpeech.OfNobody : ReportedSpeech.None;
    }

    /// <summary>The words of sentences, translations and title, folded, each once.</summary>
    internal string[] ReadWords() =>
        Encoding.UTF8.GetString(_bytes.Span[(SpeechAt + SpeechLength)..]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static int SpeakersOf(SentenceProfile sentence) => Math.Min(sentence.Speakers.Count, byte.MaxValue);

    private static void Write<T>(ref Span<byte> rest, scoped ReadOnlySpan<T> values) where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        bytes.CopyTo(rest);
        rest = rest[bytes.Length..];
    }

    private static HashSet<string> WordsOf(IReadOnlyList<SentenceProfile> sentences, IReadOnlyList<Term> title)
    {
        var words = _words ??= [];
        words.Clear();
        for (var i = 0; i < sentences.Count; i++)
        {
            foreach (var wording in sentences[i].Wordings)
                Add(words, wording.Terms);
        }

        Add(words, title);
        return words;
    }

    private static void Add(HashSet<string> words, IReadOnlyList<Term> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            var lexeme = terms[i].Lexeme;
            if (lexeme.Parts.Length == 0)
                words.Add(lexeme.Folded);
            foreach (var part in lexeme.Parts)
                words.Add(part.Folded);
        }
    }
}
