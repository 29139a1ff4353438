using Microsoft.ML.OnnxRuntime;
using Summit.Bot.Language;

namespace Summit.Bot.Embeddings.Onnx;

/// <summary>
/// The embedder that runs an ONNX model of a folder in this process. A text has the same vector whatever it is batched with, to within the
/// rounding of the sums.
/// </summary>
public sealed class OnnxEmbedder : IEmbedder
{
    /// <summary>The most tokens of a batch, those that fill it up included: it bounds the memory.</summary>
    private const int MostBatchTokens = 4096;

    private readonly ModelSettings _settings;
    private readonly ModelTokenizer _tokenizer;
    private readonly OnnxModel _model;
    private readonly int _mostBatchTokens;

    /// <summary>Loads a model.</summary>
    /// <exception cref="SetupException">There is none, or it cannot be used.</exception>
    public OnnxEmbedder(OnnxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = ModelFolder.Open(options.Path ?? "");
        _settings = ModelSettings.Of(folder, options);
        _tokenizer = ModelTokenizer.Of(folder);
        var fingerprint = ModelFingerprint.Of(folder);
        _mostBatchTokens = fingerprint.HasDynamicScales ? 1 : MostBatchTokens;
        _model = new OnnxModel(folder, _settings, options.Threads);
        var pooling = _model.IsPooledHere ? $"{_model.Pooling}".ToLowerInvariant() : "pooled";
        Identity = $"onnx {PlainText.OneLine(folder.Name)} {fingerprint.Hash} {_model.Dimension} {pooling} {_settings.MaxTokens} {EmbeddedText.Quote(_settings.QueryPrefix)} {EmbeddedText.Quote(_settings.PassagePrefix)}";
    }

    /// <inheritdoc/>
    public string Identity { get; }

    /// <inheritdoc/>
    public int Dimension => _model.Dimension;

    /// <inheritdoc/>
    public bool IsFree => true;

    /// <inheritdoc/>
    public float[] EmbedQuestion(string text, CancellationToken cancellationToken = default) => Embed([text], _settings.QueryPrefix, cancellationToken)[0];

    /// <inheritdoc/>
    public IReadOnlyList<float[]> EmbedPassages(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Embed(texts, _settings.PassagePrefix, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private float[][] Embed(IReadOnlyList<string> texts, string prefix, CancellationToken cancellationToken)
    {
        var vectors = new float[texts.Count][];
        var encoded = new List<(int Place, int[] Tokens)>();
        for (var i = 0; i < vectors.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (EmbeddedText.HasWords(texts[i]))
                encoded.Add((i, _tokenizer.Encode(prefix + texts[i], _settings.MaxTokens)));
            else
                vectors[i] = new float[Dimension];
        }

        // Of like length, so that little is filled up; the longest first, so that memory is asked for once.
        encoded.Sort((a, b) => a.Tokens.Length != b.Tokens.Length ? b.Tokens.Length - a.Tokens.Length : a.Place - b.Place);
        for (var done = 0; done < encoded.Count;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = encoded.GetRange(done, Math.Clamp(_mostBatchTokens / encoded[done].Tokens.Length, 1, encoded.Count - done));
            var made = Run(batch.ConvertAll(text => text.Tokens), cancellationToken);
            for (var i = 0; i < made.Length; i++)
                vectors[batch[i].Place] = made[i];
            done += batch.Count;
        }

        return vectors;
    }

    private float[][] Run(List<int[]> texts, CancellationToken cancellationToken)
    {
        try
        {
            var vectors = _model.Run(texts, _tokenizer.PadId, cancellationToken);
            return Array.TrueForAll(vectors, vector => EmbeddedText.TryNormalize(vector))
                ? vectors
                : throw new EmbeddingException("The model of Summit:Embeddings:Onnx:Path made a vector that is none: its numbers are all 0, or not finite. Name another model.");
        }
        catch (Exception error) when (error is OnnxRuntimeException or InvalidDataException)
        {
            throw new EmbeddingException($"The model of Summit:Embeddings:Onnx:Path failed: {PlainText.OneLine(error.Message).TrimEnd('.', ' ')}. See that its tokenizer belongs to it, or name another model.", error);
        }
    }
}
