using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Summit.Bot.Embeddings;

namespace Summit.Bot.Retrieval;

/// <summary>
/// The vectors of questions; none while the embedder fails, so that questions are answered by words alone. An embedder that has failed is
/// left alone for a while, since each question would wait for it. Safe for several threads.
/// </summary>
public sealed partial class QuestionVectors
{
    private readonly IEmbedder _embedder;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private long? _failedAt;

    /// <summary>Makes them.</summary>
    /// <param name="embedder">Embeds the questions.</param>
    /// <param name="logger">Is told once when it fails, and once when it answers again.</param>
    /// <param name="time">Times the pauses.</param>
    public QuestionVectors(IEmbedder embedder, ILogger? logger = null, TimeProvider? time = null) =>
        (_embedder, _logger, _time) = (embedder, logger ?? NullLogger.Instance, time ?? TimeProvider.System);

    /// <summary>How long an embedder that has failed is left alone.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(30);

    /// <summary>The vector of a question; empty while there is none to be had.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public float[] Of(string text, CancellationToken cancellationToken = default)
    {
        if (!MayAsk())
            return [];
        try
        {
            var vector = _embedder.EmbedQuestion(text, cancellationToken);
            if (Exchange(failedAt: null) is not null)
                Log.Recovered(_logger);
            return vector;
        }
        catch (EmbeddingException error)
        {
            if (Exchange(_time.GetTimestamp()) is null)
                Log.Failed(_logger, error.Message);
            return [];
        }
    }

    /// <summary>After a pause one question finds out for all.</summary>
    private bool MayAsk()
    {
        using var alone = _gate.EnterScope();
        if (_failedAt is not { } failedAt)
            return true;
        if (_time.GetElapsedTime(failedAt) < Pause)
            return false;
        _failedAt = _time.GetTimestamp();
        return true;
    }

    private long? Exchange(long? failedAt)
    {
        using var alone = _gate.EnterScope();
        (var before, _failedAt) = (_failedAt, failedAt);
        return before;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Questions are answered by words alone, since they cannot be embedded. {Reason}")]
        public static partial void Failed(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Information, "Questions are embedded again.")]
        public static partial void Recovered(ILogger logger);
    }
}
