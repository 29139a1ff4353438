using System.Globalization;
using System.IO.Hashing;
using System.Numerics.Tensors;
using System.Text;
using Microsoft.Extensions.AI;
using Summit.Bot.Language;

namespace Summit.Bot.Embeddings;

/// <summary>
/// The embedder that needs no model: the concepts, stems, states and letter groups of a text, hashed with signs into a
/// fixed number of dimensions and normalised. A text and its translation share concepts, so they land near each other.
/// Deterministic: the same text gives the same vector on every machine.
/// </summary>
public sealed class BuiltinEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Number of dimensions of every vector.</summary>
    public const int Dimension = 512;

    /// <summary>Name of the embedder, as an index records it.</summary>
    public const string Name = "summit-builtin";

    private const float ConceptWeight = 1f, StemWeight = 0.7f, CountryWeight = 0.5f, LetterWeight = 0.4f;
    private const int LetterGroup = 4, MostOnStack = 160;

    private readonly Linguistics _linguistics;

    /// <summary>Hashes of the concepts by id, made when first met; whoever makes one makes the same.</summary>
    private readonly ulong[] _concepts;

    /// <summary>Makes the embedder over the linguistic data.</summary>
    public BuiltinEmbedder(Linguistics linguistics)
    {
        _linguistics = linguistics;
        _concepts = new ulong[linguistics.Lexicon.Concepts.Count];
        Metadata = new EmbeddingGeneratorMetadata(Name, defaultModelId: $"{Name}-{Version}", defaultModelDimensions: Dimension);
    }

    /// <summary>Changes whenever the vectors of the same text would change: the algorithm's number and a hash of its data.</summary>
    public string Version => $"1.{_linguistics.DataHash}";

    /// <summary>Name, version and dimension in the form of Microsoft.Extensions.AI.</summary>
    public EmbeddingGeneratorMetadata Metadata { get; }

    /// <summary>The vector of <paramref name="text"/>: unit length, or all zero for a text without words.</summary>
    public float[] Embed(string text)
    {
        var language = _linguistics.Detector.Detect(text).Language ?? TextLanguage.French;
        var vector = new float[Dimension];
        foreach (var term in _linguistics.Terms.Extract(text, language))
            AddTerm(vector, term, 1f);
        var norm = TensorPrimitives.Norm(vector);
        if (norm > 0)
            TensorPrimitives.Divide(vector, norm, vector);
        return vector;
    }

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            embeddings.Add(new Embedding<float>(Embed(value)) { ModelId = Metadata.DefaultModelId });
        }

        return Task.FromResult(embeddings);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    private void AddTerm(float[] vector, Term term, float factor)
    {
        factor *= term.Kind switch { TermKind.Function => 0.05f, TermKind.Light => 0.25f, _ => 1f };
        Add(vector, Hash("s:", term.Stem), factor * StemWeight);
        for (var i = 0; i < term.Concepts.Count; i++)
            Add(vector, HashOfConcept(term.Concepts[i]), factor * ConceptWeight / MathF.Sqrt(term.Concepts.Count));
        for (var i = 0; i < term.Countries.Count; i++)
            Add(vector, Hash("k:", term.Countries[i].ToString(CultureInfo.InvariantCulture)), factor * CountryWeight);
        if (term.Kind != TermKind.Function)
            AddLetters(vector, term.Folded, factor);
        for (var i = 0; i < term.Parts.Count; i++)
            AddTerm(vector, term.Parts[i], factor * 0.5f);
    }

    private ulong HashOfConcept(int id)
    {
        // A hash of 0 is as good as none: it is made again.
        if (_concepts[id] == 0)
        {
            var concept = _linguistics.Lexicon.Concepts[id];
            _concepts[id] = Hash("c:", concept.French[0] + "|" + concept.English[0]);
        }

        return _concepts[id];
    }

    private static void AddLetters(float[] vector, string word, float factor)
    {
        var groups = word.Length + 2 - LetterGroup + 1;
        if (groups <= 0)
            return;
        var weight = factor * LetterWeight / MathF.Sqrt(groups);
        var isAscii = Ascii.IsValid(word) && word.Length <= MostOnStack;
        Span<byte> bytes = stackalloc byte[isAscii ? word.Length + 4 : 0];
        if (isAscii)
        {
            // The letters stand behind one another, and "g:" is written over those that are done.
            bytes[2] = (byte)'^';
            Encoding.ASCII.GetBytes(word, bytes[3..]);
            bytes[^1] = (byte)'$';
        }

        for (var i = 0; i < groups; i++)
        {
            if (isAscii)
                (bytes[i], bytes[i + 1]) = ((byte)'g', (byte)':');
            Add(vector, isAscii ? XxHash64.HashToUInt64(bytes.Slice(i, LetterGroup + 2)) : Hash("g:", $"^{word}$".AsSpan(i, LetterGroup)), weight);
        }
    }

    private static ulong Hash(string family, ReadOnlySpan<char> name)
    {
        Span<byte> bytes = stackalloc byte[512];
        var length = Encoding.UTF8.GetBytes(family, bytes);
        length += Encoding.UTF8.GetBytes(name[..Math.Min(name.Length, 160)], bytes[length..]);
        return XxHash64.HashToUInt64(bytes[..length]);
    }

    private static void Add(float[] vector, ulong hash, float weight) => vector[(int)(hash % Dimension)] += (hash & (1UL << 63)) == 0 ? weight : -weight;
}
