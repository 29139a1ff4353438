using System.Threading.Channels;
using Summit.Bot.Corpus;
using Summit.Bot.Corpus.Sources;
using Summit.Bot.Embeddings;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Retrieval.Ingesting;

/// <summary>
/// Brings the articles of files into the store, beside those of the corpus folder. Only what has changed is embedded. A process that
/// dies has lost nothing: what was committed stays, and the next one goes on from there.
/// </summary>
public sealed class Ingester
{
    /// <summary>How many records wait between the thread that reads and the one that writes.</summary>
    private const int MostWaiting = 256;

    private readonly Indexer _indexer;
    private readonly IArticleStore _store;
    private readonly IEmbedder _embedder;

    /// <summary>Makes an ingester over a store.</summary>
    public Ingester(Indexer indexer, IArticleStore store, IEmbedder embedder)
    {
        _indexer = indexer;
        _store = store;
        _embedder = embedder;
    }

    /// <summary>Ingests files and folders. The store must be up to date with the corpus folder and the embedder.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Ends it; what was committed by then stays.</param>
    /// <exception cref="StoreException">The store cannot be used; what was committed before stays.</exception>
    /// <exception cref="EmbeddingException">The vectors could not be made; what was committed before stays.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public async Task<IngestReport> IngestAsync(IReadOnlyList<string> paths, IngestOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        var report = new IngestReport();
        var total = paths.Count == 0 ? 0 : SourceReader.Find(paths, static _ => { }).Sum(file => LengthOf(file.Path));
        var state = _store.ReadState();
        using var writer = new IngestWriter(_indexer, _store, _embedder, state, report, options, total, cancellationToken);

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var records = Channel.CreateBounded<SourceRecord>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
        var refused = new List<CorpusRefusal>();
        var reading = Task.Run(() => ReadAsync(paths, state, records.Writer, refused.Add, report, ended.Token), CancellationToken.None);
        try
        {
            await foreach (var record in records.Reader.ReadAllAsync(cancellationToken))
                writer.Take(record);
            await reading;
            refused.ForEach(writer.Refuse);
            writer.Complete(paths);
        }
        finally
        {
            await ended.CancelAsync();
        }

        return report;
    }

    /// <summary>Changes when a file under the paths is added, removed or written.</summary>
    public static ulong Stamp(IReadOnlyList<string> paths) => FileStamp.Of(SourceReader.Find(paths, static _ => { }).Select(file => file.Path));

    private static async Task ReadAsync(
        IReadOnlyList<string> paths, StoreState state, ChannelWriter<SourceRecord> records, Action<CorpusRefusal> refuse, IngestReport report, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var record in SourceRecord.ReadAll(SourceReader.Find(paths, refuse, _ => report.PassedOver++), state))
                await records.WriteAsync(record, cancellationToken);
            records.TryComplete();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            records.TryComplete();
        }
        catch (Exception error)
        {
            records.TryComplete(error);
        }
    }

    private static long LengthOf(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
