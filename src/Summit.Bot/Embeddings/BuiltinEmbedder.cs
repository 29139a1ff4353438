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
public sealed class BuiltinEmbedder : ITermEmbedder, IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Number of dimensions of every vector.</summary>
    public const int Dimensions = 512;

    /// <summary>Name of the embedder, as an index records it.</summary>
    public const string Name = "summit-builtin";

    private const float ConceptWeight = 1f, StemWeight = 0.7f, CountryWeight = 0.5f, LetterWeight = 0.4f;
    private const int LetterGroup = 4;

    /// <summary>So few texts are not worth several threads.</summary>
    private const int FewTexts = 64;

    private readonly Linguistics _linguistics;

    /// <summary>Makes the embedder over the linguistic data.</summary>
    public BuiltinEmbedder(Linguistics linguistics)
    {
        _linguistics = linguistics;
        Metadata = new EmbeddingGeneratorMetadata(Name, defaultModelId: $"{Name}-{Version}", defaultModelDimensions: Dimensions);
    }

    /// <summary>Changes whenever the vectors of the same text would change: the algorithm's number and a hash of its data.</summary>
    public string Version => $"4.{_linguistics.DataHash}";

    /// <inheritdoc/>
    public string Identity => $"{Name} {Version} {Dimensions}";

    /// <inheritdoc/>
    public int Dimension => Dimensions;

    /// <inheritdoc/>
    public bool IsFree => true;

    /// <summary>Name, version and dimension in the form of Microsoft.Extensions.AI.</summary>
    public EmbeddingGeneratorMetadata Metadata { get; }

    /// <summary>The vector of <paramref name="text"/>: unit length, or all zero for a text without words.</summary>
    public float[] Embed(string text) => Embed(_linguistics.Terms.Extract(text, _linguistics.Detector.Detect(text).Language ?? TextLanguage.French));

    /// <inheritdoc/>
    public float[] Embed(params ReadOnlySpan<IReadOnlyList<Term>> texts)
    {
        var vector = new float[Dimensions];
        foreach (var terms in texts)
        {
            for (var i = 0; i < terms.Count; i++)
                Add(vector, terms[i].Lexeme, 1f);
        }

        var norm = TensorPrimitives.Norm(vector);
        if (norm > 0)
            TensorPrimitives.Divide(vector, norm, vector);
        return vector;
    }

    /// <inheritdoc/>
    public float[] EmbedQuestion(string text, CancellationToken cancellationToken = default) => Embed(text);

    /// <inheritdoc/>
    public IReadOnlyList<float[]> EmbedPassages(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var vectors = new float[texts.Count][];
        var threads = texts.Count > FewTexts ? -1 : 1;
        Parallel.For(0, vectors.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = threads }, i => vectors[i] = Embed(texts[i]));
        return vectors;
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

    private void Add(float[] vector, Lexeme lexeme, float factor)
    {
        // What a word adds is made once; it may be halved in an expression, which is exact, and nothing else.
        var isKept = factor is 1f or 0.5f;
        var scale = isKept ? factor : 1f;
        foreach (var (dimension, weight) in isKept ? lexeme.Dimensions ??= DimensionsOf(lexeme, 1f) : DimensionsOf(lexeme, factor))
            vector[dimension] += weight * scale;
        foreach (var part in lexeme.Parts)
            Add(vector, part, factor * KindFactor(lexeme.Kind) * 0.5f);
    }

    private (int Dimension, float Weight)[] DimensionsOf(Lexeme lexeme, float factor)
    {
        factor *= KindFactor(lexeme.Kind);
        var dimensions = new List<(int, float)> { Signed(Hash("s:", lexeme.Stem), factor * StemWeight) };
        // Who leads a state in one article is nobody elsewhere: such concepts are below 0.
        var concepts = lexeme.Concepts.Count(id => id >= 0);
        foreach (var id in lexeme.Concepts.Where(id => id >= 0))
            dimensions.Add(Signed(HashOf(_linguistics.Lexicon.Concepts[id]), factor * ConceptWeight / MathF.Sqrt(concepts)));
        foreach (var id in lexeme.Countries)
            dimensions.Add(Signed(Hash("k:", id.ToString(CultureInfo.InvariantCulture)), factor * CountryWeight));
        var letters = $"^{lexeme.Folded}$";
        var groups = lexeme.Kind == TermKind.Function ? 0 : letters.Length - LetterGroup + 1;
        for (var i = 0; i < groups; i++)
            dimensions.Add(Signed(Hash("g:", letters.AsSpan(i, LetterGroup)), factor * LetterWeight / MathF.Sqrt(groups)));
        return [.. dimensions];
    }

    private static float KindFactor(TermKind kind) => kind switch { TermKind.Function => 0.05f, TermKind.Light => 0.25f, _ => 1f };

    private static ulong HashOf(Concept concept) => Hash("c:", concept.French[0] + "|" + concept.English[0]);

    private static ulong Hash(string family, ReadOnlySpan<char> name)
    {
        Span<byte> bytes = stackalloc byte[512];
        var length = Encoding.UTF8.GetBytes(family, bytes);
        length += Encoding.UTF8.GetBytes(name[..Math.Min(name.Length, 160)], bytes[length..]);
        return XxHash64.HashToUInt64(bytes[..length]);
    }

    private static (int Dimension, float Weight) Signed(ulong hash, float weight) => ((int)(hash % Dimensions), (hash & (1UL << 63)) == 0 ? weight : -weight);
}
