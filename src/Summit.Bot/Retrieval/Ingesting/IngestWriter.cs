using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Retrieval.Ingesting;

/// <summary>Takes what is read, decides what is new, and writes it in commits of about a second.</summary>
internal sealed class IngestWriter : IDisposable
{
    /// <summary>How long what is done may wait to be committed, where a commit costs only what it changes.</summary>
    private static readonly TimeSpan CommitPeriod = TimeSpan.FromSeconds(1);

    private readonly Indexer _indexer;
    private readonly IArticleStore _store;
    private readonly IEmbedder _embedder;
    private readonly StoreState _state;
    private readonly ILookup<string, string> _idsByFile;
    private readonly IngestReport _report;
    private readonly IngestOptions _options;
    private readonly long _bytesTotal;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Where each article stands that was found in this run.</summary>
    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refusedFiles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly List<StoredArticle> _chunk = [];
    private readonly List<(string Path, string? Hash)> _sources = [];
    private readonly IngestCost _cost;

    private IStoreTransaction? _transaction;
    private long _began;
    private long _bytesRead;
    private bool _isFileRefused;

    public IngestWriter(
        Indexer indexer, IArticleStore store, IEmbedder embedder, StoreState state, IngestReport report, IngestOptions options, long bytesTotal, CancellationToken cancellationToken)
    {
        (_indexer, _store, _embedder, _state, _report, _options, _bytesTotal, _cancellationToken) = (indexer, store, embedder, state, report, options, bytesTotal, cancellationToken);
        _idsByFile = state.Articles.Where(stored => stored.Value is { IsIngested: true, File: not null }).ToLookup(stored => stored.Value.File!, stored => stored.Key);
        _cost = new IngestCost(embedder);
    }

    public void Take(SourceRecord record)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (record.Item is { Article: { } article } item)
            Take(article, record.Path, item.Line);
        else if (record.Item is { Refusal: { } refusal })
            Refuse(refusal, record.Path);
        else
            End(record);
    }

    /// <summary>Counts and tells a refusal of a path that was named, or of a folder below one.</summary>
    public void Refuse(CorpusRefusal refusal) => Refuse(refusal, Path.GetFullPath(refusal.File));

    /// <summary>Removes what is not there any more, where that is wanted, and commits.</summary>
    public void Complete(IReadOnlyList<string> paths)
    {
        Flush();
        string[] roots = [.. paths.Select(Path.GetFullPath)];
        var missing = _state.Articles.Where(stored => stored.Value.IsIngested && !_found.ContainsKey(stored.Key) && IsGone(stored.Value.File, roots)).Select(stored => stored.Key).ToList();
        if (!_options.Prunes)
        {
            _report.Missing = missing.Count;
        }
        else
        {
            _report.Removed = missing.Count;
            foreach (var id in _options.IsDryRun ? [] : missing)
                Transaction.Remove(id);
            foreach (var source in _options.IsDryRun ? [] : _state.Sources.Keys.Where(source => !_files.Contains(source) && IsGone(source, roots)))
                Transaction.PutSource(source, null);
        }

        Commit();
        _report.Cost = _cost.Describe();
        Tell();
    }

    public void Dispose() => _transaction?.Dispose();

    private IStoreTransaction Transaction
    {
        get
        {
            if (_transaction is null)
                (_transaction, _began) = (_store.BeginWrite(_embedder.Dimension, _cancellationToken), TimeProvider.System.GetTimestamp());
            return _transaction;
        }
    }

    private void Take(Article article, string path, int line)
    {
        var place = line > 0 ? $"{path}:{line}" : path;
        if (Conflict(article.Id, path) is { } other)
        {
            Refuse(new CorpusRefusal(path, line, $"id '{article.Id}' is already the id of {other}. Give one of them another id."), path);
            return;
        }

        _found.Add(article.Id, place);
        var isKnown = _state.Articles.TryGetValue(article.Id, out var stored);
        if (isKnown && stored.Version == article.Version && stored.File == path)
        {
            _report.Unchanged++;
            return;
        }

        _ = isKnown ? _report.Changed++ : _report.Added++;
        _report.Sentences += article.Sentences.Count;
        if (_options.IsDryRun)
        {
            _cost.Add(article);
            return;
        }

        _chunk.Add(new StoredArticle(article, [], path) { IsIngested = true });
        if (_chunk.Count >= Indexer.ChunkSize)
            Flush();
    }

    /// <summary>Where another article of this id stands; null where there is none, or it was the same one at another place.</summary>
    private string? Conflict(string id, string path)
    {
        if (_found.TryGetValue(id, out var place))
            return place;
        if (!_state.Articles.TryGetValue(id, out var stored))
            return null;
        return !stored.IsIngested ? $"{stored.File ?? "an article"} of the corpus folder" : stored.File != path && File.Exists(stored.File) ? stored.File : null;
    }

    private void End(SourceRecord record)
    {
        _report.Files++;
        _bytesRead += record.Bytes;
        _files.Add(record.Path);
        if (record.Hash is null)
        {
            foreach (var id in _idsByFile[record.Path])
            {
                _report.Unchanged++;
                _found.TryAdd(id, record.Path);
            }
        }
        else if (!_options.IsDryRun)
        {
            // What was refused is refused again until it is mended.
            var hash = _isFileRefused || record.Hash.Length == 0 ? null : record.Hash;
            if (hash is not null || _state.Sources.ContainsKey(record.Path))
                _sources.Add((record.Path, hash));
            if (_sources.Count >= Indexer.ChunkSize)
                Flush();
        }

        _isFileRefused = false;
        Tell();
    }

    private void Refuse(CorpusRefusal refusal, string path)
    {
        _report.Refused++;
        _refusedFiles.Add(path);
        _isFileRefused = true;
        _options.OnRefusal?.Invoke(refusal);
    }

    private bool IsGone(string? file, string[] roots) =>
        file is not null && Array.Exists(roots, root => IsUnder(file, root)) && !_refusedFiles.Any(refused => IsUnder(file, refused));

    private static bool IsUnder(string file, string root) =>
        file == root || (file.StartsWith(root, StringComparison.Ordinal) && (root.EndsWith(Path.DirectorySeparatorChar) || file[root.Length] == Path.DirectorySeparatorChar));

    private void Flush()
    {
        if (_options.IsDryRun || _chunk.Count + _sources.Count == 0)
            return;
        if (_chunk.Count > 0)
        {
            foreach (var article in _indexer.Prepare(_chunk, _cancellationToken))
                Transaction.Put(article);
            _chunk.Clear();
            Tell();
        }

        // Behind its articles: a file counts as ingested only with all of them.
        foreach (var (path, hash) in _sources)
            Transaction.PutSource(path, hash);
        _sources.Clear();
        if (_store.CommitsInPlace && TimeProvider.System.GetElapsedTime(_began) > CommitPeriod)
            Commit();
    }

    private void Commit()
    {
        _transaction?.Commit(_indexer.Embedder);
        _transaction?.Dispose();
        _transaction = null;
    }

    private void Tell() => _options.OnProgress?.Invoke(new IngestProgress(_bytesRead, _bytesTotal, _found.Count));
}
