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
        uint[] letters = sentences.Count == 0 ? [] : [.. sentences[sentences.Count / 2].LetterGroups.SelectMany(groups => groups).Distinct()];
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(features.Length);
        writer.Write(leaders.Count);
        writer.Write(letters.Length);
        writer.Write(0);
        writer.Write(MemoryMarshal.AsBytes<uint>(features));
        writer.Write(MemoryMarshal.AsBytes<ushort>(counts));
        foreach (var (name, leader) in leaders.OrderBy(pair => pair.Key))
        {
            writer.Write(name);
            writer.Write(leader);
        }

        writer.Write(MemoryMarshal.AsBytes<uint>(letters));
        var speech = stream.Position;
        foreach (var sentence in sentences)
        {
            var speakers = sentence.Speakers.Order().Take(byte.MaxValue).ToList();
            writer.Write(sentence.ReportsSpeech);
            writer.Write((byte)speakers.Count);
            speakers.ForEach(writer.Write);
        }

        var words = stream.Position;
        foreach (var word in WordsOf(sentences, title))
        {
            writer.Write(Encoding.UTF8.GetBytes(word));
            writer.Write((byte)'\n');
        }

        var bytes = stream.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(3 * sizeof(int)), (int)(words - speech));
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

    private static HashSet<string> WordsOf(IReadOnlyList<SentenceProfile> sentences, IReadOnlyList<Term> title) => [.. sentences
        .SelectMany(sentence => sentence.Wordings).SelectMany(wording => wording.Terms).Concat(title)
        .SelectMany(term => term.Parts.Count > 0 ? term.Parts.Select(part => part.Folded) : [term.Folded])];
}
