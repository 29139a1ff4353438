using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Summit.Bot.Embeddings.OpenAI;

/// <summary>Asks a server for vectors. Safe for several threads.</summary>
internal sealed class EmbeddingsClient : IDisposable
{
    private const int PassageRepetitions = 4, MostReplyBytes = 256 << 20;

    /// <summary>How long a server that wants to be left alone is waited for.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(60), QuestionRetryAfter = TimeSpan.FromSeconds(1);

    private readonly OpenAIEmbeddingsOptions _options;
    private readonly EmbeddingFaults _faults;
    private readonly Uri _address;
    private readonly HttpClient _http;
    private readonly ResiliencePipeline<HttpResponseMessage> _passages, _questions;

    /// <summary>Sets up the client; nothing is asked yet.</summary>
    /// <exception cref="SetupException">The key cannot be read.</exception>
    public EmbeddingsClient(OpenAIEmbeddingsOptions options)
    {
        _options = options;
        _address = new Uri(options.Endpoint.AbsoluteUri.TrimEnd('/') + "/embeddings");
        var key = options.ReadKey();
        _faults = new EmbeddingFaults(options, key);
        // A key is not sent on to wherever an answer points.
        var sockets = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(5), AllowAutoRedirect = false };
        _http = new HttpClient(sockets) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MostReplyBytes };
        if (key is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _passages = Retrying(PassageRepetitions, TimeSpan.FromMilliseconds(500), LongestRetryAfter).AddTimeout(options.Timeout).Build();
        _questions = Retrying(1, TimeSpan.FromMilliseconds(200), QuestionRetryAfter).Build();
    }

    /// <summary>The vectors of passages, as the model makes them.</summary>
    /// <exception cref="EmbeddingException">They could not be had.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public Task<float[][]> EmbedPassagesAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) => EmbedAsync(_passages, texts, cancellationToken);

    /// <summary>The vector of a question, for which somebody waits.</summary>
    /// <exception cref="EmbeddingException">It could not be had, or not in time.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public async Task<float[]> EmbedQuestionAsync(string text, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.QuestionTimeout);
        try
        {
            return (await EmbedAsync(_questions, [text], limit.Token))[0];
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw _faults.OfTime("QuestionTimeout", _options.QuestionTimeout, error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static ResiliencePipelineBuilder<HttpResponseMessage> Retrying(int repetitions, TimeSpan delay, TimeSpan longest) =>
        new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = repetitions, BackoffType = DelayBackoffType.Exponential, UseJitter = true, Delay = delay, ShouldRetryAfterHeader = true,
            ShouldHandle = attempt => ValueTask.FromResult(IsPassing(attempt.Outcome, longest)),
        });

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome, TimeSpan longest) => outcome switch
    {
        { Result: { } response } => (int)response.StatusCode is 408 or 429 or 500 or 502 or 503 or 504 && EmbeddingFaults.RetryAfter(response) <= longest,
        { Exception: HttpRequestException error } => error.HttpRequestError is not (HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded),
        _ => outcome.Exception is TimeoutRejectedException,
    };

    private async Task<float[][]> EmbedAsync(ResiliencePipeline<HttpResponseMessage> pipeline, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new EmbeddingsRequest(_options.Model!, texts, "float", _options.Dimensions > 0 ? _options.Dimensions : null), EmbeddingsJson.Default.EmbeddingsRequest);
        try
        {
            using var response = await pipeline.ExecuteAsync(token => new ValueTask<HttpResponseMessage>(SendAsync(body, token)), cancellationToken);
            var reply = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode ? Read(reply, texts.Count) : throw _faults.Of(response, reply);
        }
        catch (TimeoutRejectedException error)
        {
            throw _faults.OfTime("Timeout", _options.Timeout, error);
        }
        catch (HttpRequestException error)
        {
            throw _faults.Of(error);
        }
    }

    // Returns when the whole answer is there, so that the time of a try covers it.
    private async Task<HttpResponseMessage> SendAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) } },
        };
        return await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
    }

    private float[][] Read(byte[] reply, int count)
    {
        IReadOnlyList<EmbeddingItem>? items;
        try
        {
            items = JsonSerializer.Deserialize(reply, EmbeddingsJson.Default.EmbeddingsReply)?.Data;
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            throw _faults.OfReply("which is not OpenAI's form of embeddings", error);
        }

        if (items?.Count != count)
            throw _faults.OfReply($"with {items?.Count ?? 0} vectors for {count} texts");
        var vectors = new float[count][];
        for (var i = 0; i < count; i++)
        {
            var index = items[i].Index ?? i;
            if (index < 0 || index >= count || vectors[index] is not null || items[i].Embedding is not { Length: > 0 } vector)
                throw _faults.OfReply("that has no vector for each text, or two for one");
            vectors[index] = vector;
        }

        return vectors;
    }
}
