using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Retrieval;

/// <summary>
/// The index that questions are answered from, kept in step with the store, and the store with the corpus. While a new index is
/// made, the old one answers. Safe for several threads.
/// </summary>
public sealed partial class ServedIndex : IDisposable
{
    private const int MostTexts = 1000;

    private static readonly TimeSpan ReloadPatience = TimeSpan.FromSeconds(1);

    private readonly string _corpusFolder;
    private readonly IArticleStore _store;
    private readonly ILogger _logger;
    private readonly HashSet<string> _warned = [];
    private readonly Lock _gate = new();

    private readonly Lazy<IEmbedder> _embedder;
    private readonly Lazy<QuestionVectors> _vectors;
    private readonly Lazy<SpeechReader> _speech = new(() => new SpeechReader(Linguistics.Shared));
    private readonly Lazy<Indexer> _indexer;

    private CorpusLoadResult? _corpus;
    private volatile Retriever? _retriever;
    private string? _revision;
    private ulong _stamp;
    private ulong _settling;
    private StoreDamagedException? _damage;
    private volatile ConcurrentDictionary<(string Id, string Version), string> _texts = new();

    /// <summary>Makes the index; nothing is read yet.</summary>
    /// <param name="store">The store.</param>
    /// <param name="corpusFolder">Folder of the articles.</param>
    /// <param name="logger">Told what happens to the store, and which files are refused.</param>
    /// <param name="embedder">Makes the embedder when it is needed, which the index disposes of; null for the built-in one.</param>
    public ServedIndex(IArticleStore store, string corpusFolder, ILogger logger, Func<IEmbedder>? embedder = null)
    {
        _embedder = new Lazy<IEmbedder>(embedder ?? (() => new BuiltinEmbedder(Linguistics.Shared)));
        _vectors = new Lazy<QuestionVectors>(() => new QuestionVectors(_embedder.Value, logger));
        _store = store;
        _corpusFolder = Path.GetFullPath(corpusFolder);
        _logger = logger;
        // The linguistic data take longer to load than the corpus to read.
        _indexer = new Lazy<Indexer>(() => new Indexer(Linguistics.Shared, _embedder.Value, _store, _speech.Value));
    }

    /// <summary>The store behind the index.</summary>
    public IArticleStore Store => _store;

    /// <summary>What makes the vectors.</summary>
    /// <exception cref="SetupException">It cannot be used as it is set up.</exception>
    public IEmbedder Embedder => _embedder.Value;

    /// <summary>What embeds questions.</summary>
    /// <exception cref="SetupException">The embedder cannot be used as it is set up.</exception>
    public QuestionVectors Vectors => _vectors.Value;

    /// <summary>Whether there is an index.</summary>
    public bool IsLoaded => _retriever is not null;

    /// <summary>Answers from the index of this moment.</summary>
    /// <exception cref="InvalidOperationException">Nothing is loaded yet.</exception>
    public Retriever Retriever => _retriever ?? throw new InvalidOperationException("The index is not loaded yet.");

    /// <summary>Reads the corpus, and what the store holds already: if that is anything, it is served.</summary>
    /// <exception cref="CorpusException">There is no corpus.</exception>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public void Open()
    {
        ReadCorpus();
        Repairing(() =>
        {
            var (state, index) = _indexer.Value.Load();
            // Its tables take as long to load as the linguistic data.
            if (Indexer.HasChanges(state, _corpus!))
                _ = PassageCutter.WarmUpAsync();
            if (state.Articles.Count > 0)
                Serve(state, index);
        });
    }

    /// <summary>Makes the store hold what the corpus holds, and serves it.</summary>
    /// <exception cref="CorpusException">There is no corpus.</exception>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The update was ended.</exception>
    public void Synchronize(CancellationToken cancellationToken = default)
    {
        if (_corpus is null)
            ReadCorpus();
        Repairing(() =>
        {
            var started = TimeProvider.System.GetTimestamp();
            var (embedded, removed) = _indexer.Value.Synchronize(_corpus!, cancellationToken);
            if (embedded + removed > 0)
                Log.Updated(_logger, embedded, removed, (long)TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
            if (_retriever is null || _store.ReadRevision() != _revision)
                LoadStored();
        });
    }

    /// <summary>Makes the vectors of all articles anew, and the store hold what the corpus holds, whatever it held before.</summary>
    /// <param name="onPut">Told, now and then, how many articles are written and how many there are; null for nobody.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many articles were embedded.</returns>
    /// <exception cref="CorpusException">There is no corpus.</exception>
    /// <exception cref="StoreException">The store cannot be used; nothing has changed.</exception>
    public int Rebuild(Action<int, int>? onPut = null, CancellationToken cancellationToken = default)
    {
        ReadCorpus();
        using var alone = _gate.EnterScope();
        var (embedded, _) = _indexer.Value.Rebuild(_corpus!, onPut, cancellationToken);
        LoadStored();
        return embedded;
    }

    /// <summary>Serves what another process has written to the store since.</summary>
    /// <exception cref="StoreException">The store cannot be used; what was served still is.</exception>
    public void FollowStore(CancellationToken cancellationToken = default)
    {
        var isGone = false;
        Repairing(() =>
        {
            if (Interlocked.Exchange(ref _damage, null) is { } damage)
                throw damage;
            var revision = _store.ReadRevision();
            isGone = revision is null;
            if (revision is not null && revision != _revision)
                LoadStored();
        });
        if (isGone)
            Synchronize(cancellationToken);
    }

    /// <summary>Brings the store up to date when files of the corpus were written, once they are left alone between two calls.</summary>
    /// <exception cref="CorpusException">The corpus is gone; what was served still is.</exception>
    /// <exception cref="StoreException">The store cannot be used; what was served still is.</exception>
    public void FollowCorpus(CancellationToken cancellationToken = default)
    {
        using var alone = _gate.EnterScope();
        var stamp = CorpusLoader.Stamp(_corpusFolder);
        var isSettled = stamp == _settling;
        _settling = stamp;
        if (!isSettled || stamp == _stamp)
            return;
        ReadCorpus();
        try
        {
            Synchronize(cancellationToken);
        }
        catch
        {
            // So that it is tried again.
            _stamp = 0;
            throw;
        }
    }

    /// <summary>Serves what the store holds now, unless that takes long because an update is under way.</summary>
    /// <exception cref="StoreException">The store cannot be used; what was served still is.</exception>
    public Retriever Reload()
    {
        if (_gate.TryEnter(ReloadPatience))
        {
            try
            {
                FollowStore();
            }
            finally
            {
                _gate.Exit();
            }
        }

        return Retriever;
    }

    /// <summary>
    /// The stored text of a version of an article, to check quotations against; null when the store does not hold it. Read from the
    /// store once between two changes of it: a version is a hash of its content, so it cannot be another text.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public string? ReadText(string articleId, string version)
    {
        var texts = _texts;
        if (texts.TryGetValue((articleId, version), out var known))
            return known;
        try
        {
            var text = _store.ReadText(articleId, version);
            if (text is not null && texts.Count < MostTexts)
                texts.TryAdd((articleId, version), text);
            return text;
        }
        catch (StoreDamagedException damage)
        {
            _damage = damage;
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_embedder.IsValueCreated)
            _embedder.Value.Dispose();
    }

    private void ReadCorpus()
    {
        _stamp = CorpusLoader.Stamp(_corpusFolder);
        _settling = _stamp;
        _corpus = CorpusLoader.LoadOrThrow(_corpusFolder, HoldsIngestedAlone);
        foreach (var refusal in _corpus.Refusals.Select(r => PlainText.OneLine(r.ToString())).Where(_warned.Add))
            Log.Refused(_logger, refusal);
    }

    // Where it holds articles of the folder, too, an empty folder may be one that is not mounted.
    private bool HoldsIngestedAlone() => _store.ReadState().Articles.Values is var stored && stored.Any() && stored.All(article => article.IsIngested);

    private void LoadStored()
    {
        var (state, index) = _indexer.Value.Load(_retriever?.Index);
        Serve(state, index);
    }

    private void Serve(StoreState state, PassageIndex index)
    {
        _retriever = new Retriever(index, _embedder.Value, Linguistics.Shared, _speech.Value) { Revision = state.Revision, Vectors = _vectors.Value };
        _revision = state.Revision;
        _texts = new ConcurrentDictionary<(string, string), string>();
    }

    private void Repairing(Action action)
    {
        using var alone = _gate.EnterScope();
        try
        {
            action();
        }
        catch (StoreDamagedException damage)
        {
            if (_store.SetAside() is { } aside)
                Log.SetAside(_logger, damage.Message, aside);
            _indexer.Value.Synchronize(_corpus!);
            LoadStored();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The store was updated: {Embedded} articles embedded, {Removed} removed, in {Milliseconds} ms.")]
        public static partial void Updated(ILogger logger, int embedded, int removed, long milliseconds);

        [LoggerMessage(2, LogLevel.Warning, "A file of the corpus is left out. {Refusal}")]
        public static partial void Refused(ILogger logger, string refusal);

        [LoggerMessage(3, LogLevel.Warning, "{Damage} It was set aside in {Folder}, and the store is filled again from the corpus.")]
        public static partial void SetAside(ILogger logger, string damage, string folder);
    }
}
