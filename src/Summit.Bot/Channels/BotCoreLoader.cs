using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Summit.Bot.Channels.CommandLine;

namespace Summit.Bot.Channels;

/// <summary>Loads the articles behind a server that listens already; a failure ends the program.</summary>
public sealed partial class BotCoreLoader : BackgroundService
{
    private readonly TaskCompletionSource<BotCore> _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IOptions<SummitOptions> _options;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger<BotCoreLoader> _logger;

    /// <summary>Makes the service; it loads when the host starts.</summary>
    public BotCoreLoader(IOptions<SummitOptions> options, IHostApplicationLifetime lifetime, ILogger<BotCoreLoader> logger)
    {
        _options = options;
        _lifetime = lifetime;
        _logger = logger;
    }

    /// <summary>How long a request waits for the articles.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether questions can be answered.</summary>
    public bool IsReady => _loaded.Task.IsCompletedSuccessfully;

    /// <summary>Why the articles could not be loaded; null while nothing has failed.</summary>
    public Exception? Failure => _loaded.Task.Exception?.InnerException;

    /// <summary>The loaded core; waits for it no longer than <see cref="Patience"/>.</summary>
    /// <returns>Null when it is not loaded by then.</returns>
    public async ValueTask<BotCore?> GetAsync(CancellationToken cancellationToken)
    {
        if (!_loaded.Task.IsCompleted)
            await Task.WhenAny(_loaded.Task, Task.Delay(Patience, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        return IsReady ? await _loaded.Task : null;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var started = TimeProvider.System.GetTimestamp();
            var core = BotCore.Load(_options.Value);
            foreach (var refusal in core.Refusals)
                Log.Refused(_logger, refusal.ToString());
            _loaded.SetResult(core);
            Log.Ready(_logger, core.Index.Articles.Count, core.Index.SentenceCount, (long)TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception error)
        {
            _loaded.SetException(error);
            // Nobody may be waiting for it.
            _ = _loaded.Task.Exception;
            if (!SummitCommandLine.IsForTheUser(error))
                Log.Failed(_logger, error);
            _lifetime.StopApplication();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Ready: {Articles} articles with {Sentences} sentences, loaded in {Milliseconds} ms.")]
        public static partial void Ready(ILogger logger, int articles, int sentences, long milliseconds);

        [LoggerMessage(2, LogLevel.Warning, "A file of the corpus is left out. {Refusal}")]
        public static partial void Refused(ILogger logger, string refusal);

        [LoggerMessage(3, LogLevel.Critical, "The articles could not be loaded.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
