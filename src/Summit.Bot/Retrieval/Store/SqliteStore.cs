using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Summit.Bot.Storage;

namespace Summit.Bot.Retrieval.Store;

/// <summary>
/// The embedded store: one SQLite file with the articles, their translations, passages, vectors and what is kept of their analysis. Any number of
/// processes may read it while one writes. Nothing is opened or made before the first call.
/// </summary>
public sealed class SqliteStore : IArticleStore
{
    /// <summary>
    /// To be raised with the schema. Up to 3 all articles came from the corpus folder, so that an older store is simply filled anew; from 4 on
    /// <see cref="StoreUpgrade"/> takes over what it holds.
    /// </summary>
    private const int Format = 5;

    // A row of blobs is read in one piece; what is listed often stands in a table without them.
    private const string Schema = """
        DROP TABLE IF EXISTS earlier; DROP TABLE IF EXISTS passage; DROP TABLE IF EXISTS sentence; DROP TABLE IF EXISTS content;
        DROP TABLE IF EXISTS derived; DROP TABLE IF EXISTS source; DROP TABLE IF EXISTS article; DROP TABLE IF EXISTS meta;
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE article (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, checksum INTEGER NOT NULL, version TEXT NOT NULL, title TEXT NOT NULL, language TEXT NOT NULL,
            published TEXT, source TEXT, license TEXT, author TEXT, url TEXT, corrected TEXT, retracted TEXT, file TEXT, ingested TEXT,
            translation_language TEXT, translation_title TEXT, translator TEXT);
        CREATE TABLE content (
            number INTEGER PRIMARY KEY REFERENCES article(number) ON DELETE CASCADE, text TEXT NOT NULL, translation TEXT, sentences BLOB NOT NULL);
        CREATE TABLE derived (
            number INTEGER PRIMARY KEY REFERENCES article(number) ON DELETE CASCADE, passages BLOB NOT NULL, vectors BLOB NOT NULL, words BLOB NOT NULL, digest BLOB);
        CREATE TABLE earlier (
            number INTEGER PRIMARY KEY, article_id TEXT NOT NULL, version TEXT NOT NULL, text TEXT NOT NULL, sentences BLOB NOT NULL, UNIQUE (article_id, version));
        CREATE TABLE source (path TEXT PRIMARY KEY, hash TEXT NOT NULL) WITHOUT ROWID;
        """;

    private readonly string _folder;

    /// <summary>Names the store in a folder.</summary>
    /// <param name="folder">The folder; made when something is first written.</param>
    public SqliteStore(string folder)
    {
        _folder = System.IO.Path.GetFullPath(folder);
        Path = System.IO.Path.Combine(_folder, "summit.db");
    }

    /// <summary>Path of the database file.</summary>
    public string Path { get; }

    /// <summary>How long a call waits for another process that has locked the file. Default: 10 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public bool RebuildsByItself => true;

    /// <inheritdoc/>
    public bool CommitsInPlace => true;

    /// <inheritdoc/>
    public string? ReadRevision() => Read(connection => connection.Scalar("SELECT value FROM meta WHERE key = 'revision'") as string, null, isFresh: true);

    /// <inheritdoc/>
    public IPassageSearch Search(string? revision, IReadOnlyList<Passage> passages)
    {
        // What is kept open would be a file that may be moved away.
        ForgetConnections();
        return new MemorySearch(passages);
    }

    /// <inheritdoc/>
    public StoreState ReadState() => Read(ReadState, StoreState.Empty, isFresh: true);

    /// <inheritdoc/>
    public (StoreState State, IReadOnlyList<StoredArticle> Articles) ReadAll(string embedder, Func<string, string, bool>? isKnown = null) => Read(
        connection =>
        {
            using var snapshot = connection.BeginTransaction(deferred: true);
            var state = ReadState(connection);
            return (state, ToArticles(ArticleRows.ReadAll(connection, isKnown), state.Embedder == embedder));
        },
        (StoreState.Empty, (IReadOnlyList<StoredArticle>)[]));

    /// <inheritdoc/>
    public long? ReadSize() => Guard(() => new[] { Path, Path + "-wal" }.Where(File.Exists).Sum(file => new FileInfo(file).Length));

    /// <inheritdoc/>
    public string? ReadText(string articleId, string version) => Read(
        connection => connection.Scalar(
            "SELECT text FROM article JOIN content USING (number) WHERE id = $id AND version = $version UNION ALL SELECT text FROM earlier WHERE article_id = $id AND version = $version",
            ("$id", articleId), ("$version", version)) as string,
        null);

    /// <inheritdoc/>
    public ArticleText? ReadEarlier(string articleId, string version) => Read(
        connection => connection.Query("SELECT text, sentences FROM earlier WHERE article_id = $id AND version = $version", ("$id", articleId), ("$version", version))
            .Select(row => new ArticleText(
                row.GetString(0),
                [.. MemoryMarshal.Cast<byte, int>((byte[])row.GetValue(1)).ToArray().Chunk(2).Select(place => (place[0], place[1]))]))
            .FirstOrDefault(),
        null);

    /// <summary>Becomes the one writer; waits for another one, at most for <see cref="Patience"/>. Makes the folder and the file when they are not there.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public IStoreTransaction BeginWrite(int dimension, CancellationToken cancellationToken = default) => Guard<IStoreTransaction>(() =>
    {
        Directory.CreateDirectory(_folder);
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var connection = Open(SqliteOpenMode.ReadWriteCreate, isFresh: true, TimeSpan.FromSeconds(1));
            try
            {
                return BeginWrite(connection);
            }
            catch (SqliteException error) when (StoreErrors.IsBusy(error) && TimeProvider.System.GetElapsedTime(since) < Patience)
            {
                connection.Dispose();
                cancellationToken.ThrowIfCancellationRequested();
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
    });

    /// <summary>
    /// Moves a damaged file, with its log, into a folder of its own beside it. Several processes may find the damage at once: one
    /// of them moves the file.
    /// </summary>
    /// <returns>The folder; null when the file is sound, since another process has done it.</returns>
    /// <exception cref="StoreException">The file cannot be moved.</exception>
    public string? SetAside() => Guard(() =>
    {
        using var alone = WaitForRepair();
        ForgetConnections();
        var isDamaged = IsDamaged();
        ForgetConnections();
        if (!isDamaged)
            return null;

        var name = string.Create(CultureInfo.InvariantCulture, $"damaged-{DateTime.UtcNow:yyyyMMdd-HHmmss}");
        var aside = Enumerable.Range(1, int.MaxValue).Select(i => System.IO.Path.Combine(_folder, i == 1 ? name : $"{name}-{i}")).First(path => !Directory.Exists(path));
        Directory.CreateDirectory(aside);
        // The log first: it belongs to the damaged file, and must not meet the new one.
        foreach (var file in new[] { Path + "-wal", Path + "-shm", Path }.Where(File.Exists))
            File.Move(file, System.IO.Path.Combine(aside, System.IO.Path.GetFileName(file)));
        return aside;
    });

    /// <summary>Closes what is kept open, which may be a file that was moved away.</summary>
    internal static void ForgetConnections() => SqliteConnection.ClearAllPools();

    internal static StoreState ReadState(SqliteConnection connection)
    {
        var meta = connection.Query("SELECT key, value FROM meta").ToDictionary(row => row.GetString(0), row => row.GetString(1));
        var articles = connection.Query("SELECT id, version, file, ingested FROM article")
            .ToDictionary(row => row.GetString(0), row => new StoredVersion(row.GetString(1), row.TextOrNull(2), !row.IsDBNull(3)));
        return new StoreState(meta.GetValueOrDefault("revision"), meta.GetValueOrDefault("embedder"), articles)
        {
            Sources = connection.Query("SELECT path, hash FROM source").ToDictionary(row => row.GetString(0), row => row.GetString(1)),
        };
    }

    // The rows come one after the other; what they hold is checked and read on all processors.
    private static StoredArticle[] ToArticles(IEnumerable<(ArticleRows Rows, long Checksum)> rows, bool withVectors)
    {
        try
        {
            var articles = rows.AsParallel().Select(row => row.Rows.ToArticle(row.Checksum, withVectors)).ToArray();
            Array.Sort(articles, static (a, b) => string.CompareOrdinal(a.Article.Id, b.Article.Id));
            return articles;
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
            throw;
        }
    }

    internal T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException error)
        {
            throw StoreErrors.From(Path, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.From(_folder, error);
        }
        catch (Exception error) when (error is InvalidCastException or FormatException or JsonException or NullReferenceException or ArgumentException)
        {
            throw new StoreDamagedException($"The store {Path} is damaged.", error);
        }
    }

    private bool IsDamaged()
    {
        try
        {
            _ = ReadAll(embedder: "");
            return Read(connection => connection.Scalar("PRAGMA integrity_check(1)") is not "ok", false);
        }
        catch (StoreDamagedException)
        {
            return true;
        }
    }

    private StoreTransaction BeginWrite(SqliteConnection connection)
    {
        if (Upgrade(connection) == 0)
            connection.Execute("PRAGMA journal_mode = WAL");
        var transaction = connection.BeginTransaction(deferred: false);
        if (ReadFormat(connection) is var found && found != Format)
        {
            connection.Execute(Schema);
            connection.SetFormat(Format);
        }

        return new StoreTransaction(this, connection, transaction);
    }

    /// <returns>The format of the file now.</returns>
    private int Upgrade(SqliteConnection connection)
    {
        if (ReadFormat(connection) is var found && found != StoreUpgrade.From)
            return found;
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have done it while this one waited.
        if (ReadFormat(connection) == StoreUpgrade.From)
        {
            StoreUpgrade.Run(connection);
            connection.SetFormat(Format);
            transaction.Commit();
        }

        return Format;
    }

    /// <summary>A file that is not there, or that is so old that it is not taken over, is like an empty one.</summary>
    private T Read<T>(Func<SqliteConnection, T> read, T empty, bool isFresh = false) => Guard(() =>
    {
        if (!File.Exists(Path))
            return empty;
        using var connection = Open(SqliteOpenMode.ReadWrite, isFresh, Patience);
        return Upgrade(connection) == Format ? read(connection) : empty;
    });

    private int ReadFormat(SqliteConnection connection)
    {
        var format = connection.Format();
        return format <= Format ? format : throw StoreErrors.TooNew(Path, format);
    }

    // A fresh connection opens the file that has this path now; a pooled one may still hold one that was moved away.
    private SqliteConnection Open(SqliteOpenMode mode, bool isFresh, TimeSpan patience)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path, Mode = mode, ForeignKeys = true, Pooling = !isFresh, DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Only one process repairs. The system frees the lock when the process ends, however it ends.</summary>
    private FileStream WaitForRepair()
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(System.IO.Path.Combine(_folder, "repair.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error) when (error is not (DirectoryNotFoundException or FileNotFoundException))
            {
                if (TimeProvider.System.GetElapsedTime(since) > Patience)
                    throw StoreErrors.InUse(Path, error);
                Thread.Sleep(20);
            }
        }
    }
}
