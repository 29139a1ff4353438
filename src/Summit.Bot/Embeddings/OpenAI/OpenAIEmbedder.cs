using Microsoft.ML.Tokenizers;
using Summit.Bot.Language;

namespace Summit.Bot.Embeddings.OpenAI;

/// <summary>The embedder that asks a server with OpenAI's API.</summary>
public sealed class OpenAIEmbedder : IEmbedder
{
    // Loaded only where texts are batched: a question is one.
    private static readonly Lazy<Tokenizer> Tokens = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    private readonly OpenAIEmbeddingsOptions _options;
    private readonly EmbeddingsClient _client;
    private readonly EmbeddingFaults _faults;
    private int _dimension;

    /// <summary>Makes the embedder; nothing is asked of the server yet.</summary>
    /// <exception cref="SetupException">The key cannot be read.</exception>
    public OpenAIEmbedder(OpenAIEmbeddingsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _client = new EmbeddingsClient(options);
        _faults = new EmbeddingFaults(options, key: null);
        _dimension = options.Dimensions;
    }

    /// <summary>
    /// The server, the model and what is asked of it. The dimension stands in it only where it is configured, so that it is known while the
    /// server is not reached: a model has one of its own.
    /// </summary>
    public string Identity =>
        PlainText.OneLine($"openai {_options.Endpoint.Authority} {_options.Model} {(_options.Dimensions > 0 ? _options.Dimensions : "full")} {EmbeddedText.Quote(_options.QueryPrefix)} {EmbeddedText.Quote(_options.PassagePrefix)}");

    /// <inheritdoc/>
    public int Dimension
    {
        get
        {
            if (Volatile.Read(ref _dimension) == 0)
                _ = EmbedPassages(["embedding"]);
            return Volatile.Read(ref _dimension);
        }
    }

    /// <summary>Whether the server is on this machine, as Ollama is.</summary>
    public bool IsFree => _options.Endpoint.IsLoopback;

    /// <summary>What it would take to embed passages.</summary>
    public EmbeddingCost Estimate(IEnumerable<string> passages)
    {
        var batches = Batches([.. passages.Where(EmbeddedText.HasWords).Select(text => _options.PassagePrefix + text)]).ToList();
        var tokens = batches.Sum(batch => batch.Tokens);
        return new EmbeddingCost(batches.Sum(batch => batch.Texts.Count), batches.Count, tokens, tokens * _options.PricePerMillionTokens / 1_000_000);
    }

    EmbeddingCost? IEmbedder.Estimate(IReadOnlyList<string> texts) => IsFree ? null : Estimate(texts);

    /// <inheritdoc/>
    public float[] EmbedQuestion(string text, CancellationToken cancellationToken = default)
    {
        if (!EmbeddedText.HasWords(text))
            return new float[Dimension];
        // On a thread of its own: what waits here may hold the one that goes on there.
        var vector = Task.Run(() => _client.EmbedQuestionAsync(EmbeddedText.Sound(_options.QueryPrefix + text), cancellationToken), cancellationToken).GetAwaiter().GetResult();
        Check([vector]);
        return vector;
    }

    /// <inheritdoc/>
    public IReadOnlyList<float[]> EmbedPassages(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var sent = Enumerable.Range(0, texts.Count).Where(i => EmbeddedText.HasWords(texts[i])).ToList();
        var made = new List<float[]>(sent.Count);
        foreach (var (batch, _) in Batches(sent.ConvertAll(i => EmbeddedText.Sound(_options.PassagePrefix + texts[i]))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = Task.Run(() => _client.EmbedPassagesAsync(batch, cancellationToken), cancellationToken).GetAwaiter().GetResult();
            Check(part);
            made.AddRange(part);
        }

        var vectors = new float[texts.Count][];
        for (var i = 0; i < sent.Count; i++)
            vectors[sent[i]] = made[i];
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] ??= new float[Dimension];
        return vectors;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private IEnumerable<(IReadOnlyList<string> Texts, long Tokens)> Batches(IReadOnlyList<string> texts)
    {
        var (batch, tokens) = (new List<string>(), 0L);
        foreach (var text in texts)
        {
            var count = Tokens.Value.CountTokens(text);
            if (batch.Count == _options.BatchSize || (batch.Count > 0 && tokens + count > _options.MaxBatchTokens))
            {
                yield return (batch, tokens);
                (batch, tokens) = ([], 0);
            }

            batch.Add(text);
            tokens += count;
        }

        if (batch.Count > 0)
            yield return (batch, tokens);
    }

    private void Check(float[][] vectors)
    {
        foreach (var vector in vectors)
        {
            var known = Interlocked.CompareExchange(ref _dimension, vector.Length, 0);
            if (known != 0 && known != vector.Length)
                throw _faults.OfDimension(vector.Length, known);
            if (!EmbeddedText.TryNormalize(vector))
                throw _faults.OfReply("with a vector whose numbers are all 0, or not finite");
        }
    }
}
