using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Summit.Bot.Storage;

namespace Summit.Bot.Retrieval.Store;

/// <summary>The one writer of a SQLite store: nobody else can change it meanwhile.</summary>
public sealed class StoreTransaction : IStoreTransaction
{
    /// <summary>How many earlier versions of an article are kept, so that links to them find their sentences.</summary>
    public const int MostEarlierVersions = 50;

    private readonly SqliteStore _store;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;

    internal StoreTransaction(SqliteStore store, SqliteConnection connection, SqliteTransaction transaction)
    {
        _store = store;
        _connection = connection;
        _transaction = transaction;
        State = SqliteStore.ReadState(connection);
    }

    /// <inheritdoc/>
    public StoreState State { get; }

    /// <inheritdoc/>
    public IReadOnlyList<StoredArticle> Read(IReadOnlyCollection<string> ids) => _store.Guard(() =>
        (IReadOnlyList<StoredArticle>)[.. ids.SelectMany(id => ArticleRows.ReadOne(_connection, id)).Select(row => row.Rows.ToArticle(row.Checksum, withVectors: false))]);

    /// <inheritdoc/>
    public void Put(StoredArticle article) => _store.Guard(() =>
    {
        ArgumentNullException.ThrowIfNull(article);
        var id = article.Article.Id;
        if (State.Articles.TryGetValue(id, out var stored) && stored.Version != article.Article.Version)
            KeepEarlier(id, article.Article.Version);
        _connection.Execute("DELETE FROM article WHERE id = $id", ("$id", id));
        ArticleRows.Of(article).Insert(_connection);
        return true;
    });

    /// <inheritdoc/>
    public void Remove(string id) => _store.Guard(() =>
    {
        _connection.Execute("DELETE FROM article WHERE id = $id", ("$id", id));
        _connection.Execute("DELETE FROM earlier WHERE article_id = $id", ("$id", id));
        return true;
    });

    /// <inheritdoc/>
    public void PutSource(string path, string? hash) => _store.Guard(() =>
    {
        if (hash is null)
            _connection.Execute("DELETE FROM source WHERE path = $path", ("$path", path));
        else
            _connection.Execute("INSERT INTO source (path, hash) VALUES ($path, $hash) ON CONFLICT (path) DO UPDATE SET hash = excluded.hash", ("$path", path), ("$hash", hash));
        return true;
    });

    /// <inheritdoc/>
    public void Commit(string embedder) => _store.Guard(() =>
    {
        SetMeta("embedder", embedder);
        SetMeta("revision", Guid.CreateVersion7().ToString("N"));
        _transaction.Commit();
        return true;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _transaction.Dispose();
        }
        catch (SqliteException)
        {
            // A disk that is full or gone; SQLite rolls back when the file is opened next.
        }

        _connection.Dispose();
    }

    private void SetMeta(string key, string value) =>
        _connection.Execute("INSERT INTO meta (key, value) VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = excluded.value", ("$key", key), ("$value", value));

    private void KeepEarlier(string id, string replacedBy)
    {
        var sentences = PassageBytes.ToSentences((byte[])_connection.Scalar("SELECT sentences FROM content JOIN article USING (number) WHERE id = $id", ("$id", id))!);
        var places = sentences.SelectMany(sentence => new[] { sentence.Start, sentence.Length }).ToArray();
        // A version that comes back is the served one again, and no longer an earlier one.
        _connection.Execute("DELETE FROM earlier WHERE article_id = $id AND version IN ((SELECT version FROM article WHERE id = $id), $new)", ("$id", id), ("$new", replacedBy));
        _connection.Execute(
            "INSERT INTO earlier (article_id, version, text, sentences) SELECT id, version, text, $places FROM article JOIN content USING (number) WHERE id = $id",
            ("$id", id), ("$places", MemoryMarshal.AsBytes<int>(places).ToArray()));
        _connection.Execute(
            string.Create(CultureInfo.InvariantCulture, $"DELETE FROM earlier WHERE article_id = $id AND number NOT IN (SELECT number FROM earlier WHERE article_id = $id ORDER BY number DESC LIMIT {MostEarlierVersions})"),
            ("$id", id));
    }
}
