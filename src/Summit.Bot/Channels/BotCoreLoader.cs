using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Summit.Bot.Channels.CommandLine;
using Summit.Bot.Conversations.Store;
using Summit.Bot.Embeddings;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Channels;

/// <summary>Loads the articles behind a server that listens already; a failure ends the program.</summary>
public sealed partial class BotCoreLoader : BackgroundService
{
    /// <summary>How many periods of the store pass between two looks at the corpus.</summary>
    private const int CorpusTicks = 4;

    /// <summary>How often the store is looked at: what another process wrote is served within twice that, and the time to load it.</summary>
    private static readonly TimeSpan StorePeriod = TimeSpan.FromSeconds(0.5);

    /// <summary>How often a waiting request looks whether the store answers.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(0.1);

    private readonly TaskCompletionSource<BotCore> _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IOptions<SummitOptions> _options;
    private readonly IConversationStore _spending;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger<BotCoreLoader> _logger;
    private string? _lastFailure;
    private volatile StoreUnreachableException? _outage;

    /// <summary>Makes the service; it loads when the host starts.</summary>
    public BotCoreLoader(IOptions<SummitOptions> options, IConversationStore spending, IHostApplicationLifetime lifetime, ILogger<BotCoreLoader> logger)
    {
        _options = options;
        _spending = spending;
        _lifetime = lifetime;
        _logger = logger;
    }

    /// <summary>How long a request waits for the articles.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether questions can be answered, and will be for longer than this moment.</summary>
    public bool IsReady => _loaded.Task.IsCompletedSuccessfully && _outage is null && !_lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>Why the articles could not be loaded; null while nothing has failed.</summary>
    public Exception? Failure => _loaded.Task.Exception?.InnerException;

    /// <summary>The loaded core; waits for it no longer than <see cref="Patience"/>.</summary>
    /// <returns>Null when it is not loaded by then.</returns>
    /// <exception cref="StoreUnreachableException">It is not loaded, since the store does not answer.</exception>
    public async ValueTask<BotCore?> GetAsync(CancellationToken cancellationToken)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!_loaded.Task.IsCompleted && TimeProvider.System.GetElapsedTime(since) < Patience)
        {
            if (_outage is { } outage)
                throw new StoreUnreachableException(outage.Message, outage);
            await Task.WhenAny(_loaded.Task, Task.Delay(Glance, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return _loaded.Task.IsCompletedSuccessfully ? await _loaded.Task : null;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (_loaded.Task.IsCompletedSuccessfully)
            _loaded.Task.Result.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var started = TimeProvider.System.GetTimestamp();
            var served = new ServedIndex(ArticleStores.Of(_options.Value), _options.Value.CorpusPath, _logger, () => Embedders.Of(_options.Value));
            while (!TryOpen(served, started))
                await Task.Delay(StorePeriod, stoppingToken);
            var isCurrent = IsLoggedIfItFails(() => served.Synchronize(stoppingToken), isFatal: !served.IsLoaded);
            while (!served.IsLoaded)
            {
                await Task.Delay(StorePeriod, stoppingToken);
                isCurrent = IsLoggedIfItFails(() => served.Synchronize(stoppingToken), isFatal: true);
            }

            Serve(served, started);
            await FollowAsync(served, isCurrent, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            _loaded.TrySetCanceled(stoppingToken);
        }
        catch (Exception error)
        {
            _loaded.TrySetException(error);
            // Nobody may be waiting for it.
            _ = _loaded.Task.Exception;
            if (!SummitCommandLine.IsForTheUser(error))
                Log.Failed(_logger, error);
            _lifetime.StopApplication();
        }
    }

    /// <returns>False when the store does not answer.</returns>
    private bool TryOpen(ServedIndex served, long started)
    {
        if (!IsLoggedIfItFails(served.Open, isFatal: true))
            return false;
        if (served.IsLoaded)
            Serve(served, started);
        return true;
    }

    private void Serve(ServedIndex served, long started)
    {
        var core = new BotCore(served, _options.Value, _spending, _logger);
        if (_loaded.TrySetResult(core))
            Log.Ready(_logger, core.Index.Articles.Count, core.Index.SentenceCount, (long)TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Serves what other processes write to the store, and what is written to the corpus.</summary>
    private async Task FollowAsync(ServedIndex served, bool isCurrent, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(StorePeriod);
        for (var tick = 1; await timer.WaitForNextTickAsync(stoppingToken); tick++)
        {
            if (!IsLoggedIfItFails(() => served.FollowStore(stoppingToken), isFatal: false) && _outage is not null)
                continue;
            if (tick % CorpusTicks != 0)
                continue;
            isCurrent = isCurrent || IsLoggedIfItFails(() => served.Synchronize(stoppingToken), isFatal: false);
            IsLoggedIfItFails(() => served.FollowCorpus(stoppingToken), isFatal: false);
        }
    }

    /// <summary>What goes wrong while something is served is logged, once until it is something else, and tried again later.</summary>
    private bool IsLoggedIfItFails(Action action, bool isFatal)
    {
        try
        {
            action();
            _outage = null;
            _lastFailure = null;
            return true;
        }
        catch (StoreUnreachableException outage)
        {
            if (_outage is null)
                Log.Unreachable(_logger, outage.Message);
            _outage = outage;
            return false;
        }
        catch (Exception error) when (!isFatal && error is not OperationCanceledException)
        {
            if (_lastFailure != error.Message)
                Log.NotFollowed(_logger, error.Message, SummitCommandLine.IsForTheUser(error) ? null : error);
            _lastFailure = error.Message;
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Ready: {Articles} articles with {Sentences} sentences, loaded in {Milliseconds} ms.")]
        public static partial void Ready(ILogger logger, int articles, int sentences, long milliseconds);

        [LoggerMessage(2, LogLevel.Error, "What was loaded before goes on answering, since the articles could not be brought up to date. {Reason}")]
        public static partial void NotFollowed(ILogger logger, string reason, Exception? exception);

        [LoggerMessage(4, LogLevel.Error, "The store does not answer; it is tried again until it does. {Reason}")]
        public static partial void Unreachable(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Critical, "The articles could not be loaded.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
