using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval;

/// <summary>
/// The embedded store: one SQLite file with the articles, their sentences, translations, passages and vectors. Everything
/// changes in one transaction, so that a reader sees the old corpus or the new one.
/// </summary>
public sealed class SqliteStore
{
    private const int SchemaVersion = 1;

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS article (
            id TEXT PRIMARY KEY, version TEXT NOT NULL, title TEXT NOT NULL, language TEXT NOT NULL, published TEXT NOT NULL,
            source TEXT, license TEXT, text TEXT NOT NULL,
            translation_language TEXT, translation_title TEXT, translator TEXT) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS sentence (
            article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE, number INTEGER NOT NULL, start INTEGER NOT NULL,
            length INTEGER NOT NULL, paragraph INTEGER NOT NULL, translation TEXT, PRIMARY KEY (article_id, number)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS passage (
            article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE, first_sentence INTEGER NOT NULL,
            sentence_count INTEGER NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (article_id, first_sentence)) WITHOUT ROWID;
        """;

    private readonly string _connectionString;

    /// <summary>Opens the store in a folder, and makes both when they are not there yet.</summary>
    /// <exception cref="StoreException">The folder or the file cannot be used; the message names it and the way out.</exception>
    public SqliteStore(string folder)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetFullPath(folder), "summit.db");
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path, ForeignKeys = true, DefaultTimeout = 10 }.ToString();
        Guard(() =>
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            using var connection = Open();
            var found = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
            if (found == SchemaVersion)
                return true;
            if (found != 0)
                throw new StoreException($"The store {Path} has the format {found}; this program writes {SchemaVersion}. Move the file away: the store is filled again from the corpus.");
            Execute(connection, "PRAGMA journal_mode = WAL");
            using var transaction = connection.BeginTransaction(deferred: false);
            Execute(connection, Schema);
            Execute(connection, $"PRAGMA user_version = {SchemaVersion}");
            transaction.Commit();
            return true;
        });
    }

    /// <summary>Path of the database file.</summary>
    public string Path { get; }

    /// <summary>Id and version of every article in the store, and the embedder that made its vectors; null for a new store.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public (IReadOnlyDictionary<string, string> Versions, string? Embedder) ReadState() => Guard(() =>
    {
        using var connection = Open();
        var versions = new Dictionary<string, string>();
        using var command = Command(connection, "SELECT id, version FROM article");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            versions.Add(reader.GetString(0), reader.GetString(1));
        return ((IReadOnlyDictionary<string, string>)versions, Scalar(connection, "SELECT value FROM meta WHERE key = 'embedder'") as string);
    });

    /// <summary>Makes the store hold exactly these articles, in one transaction.</summary>
    /// <param name="changed">Articles to add or replace, with their passages.</param>
    /// <param name="removed">Ids of articles to delete.</param>
    /// <param name="embedder">Name, version and dimension of what made the vectors.</param>
    /// <exception cref="StoreException">The store cannot be written; nothing has changed.</exception>
    public void Write(IEnumerable<(Article Article, IReadOnlyList<Passage> Passages)> changed, IEnumerable<string> removed, string embedder) => Guard(() =>
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var id in removed)
            Execute(connection, "DELETE FROM article WHERE id = $id", ("$id", id));
        foreach (var (article, passages) in changed)
            Write(connection, article, passages);
        Execute(connection, "INSERT OR REPLACE INTO meta (key, value) VALUES ('embedder', $value)", ("$value", embedder));
        transaction.Commit();
        return true;
    });

    /// <summary>The stored text of one version of an article; null when the store holds another version or none.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public string? ReadText(string articleId, string version) => Guard(() =>
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT text FROM article WHERE id = $id AND version = $version", ("$id", articleId), ("$version", version));
        return command.ExecuteScalar() as string;
    });

    /// <summary>Everything in the store: articles by id, and their passages.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public (IReadOnlyList<Article> Articles, IReadOnlyList<Passage> Passages) ReadAll() => Guard(() =>
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        var articles = ReadArticles(connection);
        return ((IReadOnlyList<Article>)articles, (IReadOnlyList<Passage>)ReadPassages(connection, articles.ToDictionary(article => article.Id)));
    });

    private static void Write(SqliteConnection connection, Article article, IReadOnlyList<Passage> passages)
    {
        Execute(connection, "DELETE FROM article WHERE id = $id", ("$id", article.Id));
        Execute(
            connection,
            "INSERT INTO article VALUES ($id, $version, $title, $language, $published, $source, $license, $text, $tl, $tt, $translator)",
            ("$id", article.Id), ("$version", article.Version), ("$title", article.Title), ("$language", article.Language.Code()),
            ("$published", article.Published.ToString("O", CultureInfo.InvariantCulture)), ("$source", article.Source), ("$license", article.License),
            ("$text", article.Text), ("$tl", article.Translation?.Language.Code()), ("$tt", article.Translation?.Title), ("$translator", article.Translation?.Translator));
        foreach (var s in article.Sentences)
        {
            Execute(
                connection, "INSERT INTO sentence VALUES ($id, $number, $start, $length, $paragraph, $translation)",
                ("$id", article.Id), ("$number", s.Number), ("$start", s.Start), ("$length", s.Length), ("$paragraph", s.Paragraph),
                ("$translation", article.Translation?.Sentences[s.Number - 1]));
        }

        foreach (var p in passages)
        {
            Execute(
                connection, "INSERT INTO passage VALUES ($id, $first, $count, $vector)",
                ("$id", article.Id), ("$first", p.FirstSentence), ("$count", p.SentenceCount), ("$vector", MemoryMarshal.AsBytes(p.Vector.Span).ToArray()));
        }
    }

    private static List<Article> ReadArticles(SqliteConnection connection)
    {
        var sentences = new Dictionary<string, List<(Sentence Sentence, string? Translation)>>();
        using (var command = Command(connection, "SELECT article_id, number, start, length, paragraph, translation FROM sentence ORDER BY article_id, number"))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                if (!sentences.TryGetValue(reader.GetString(0), out var list))
                    sentences.Add(reader.GetString(0), list = []);
                list.Add((new Sentence(reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4)), Text(reader, 5)));
            }
        }

        var articles = new List<Article>();
        using (var command = Command(connection, "SELECT * FROM article ORDER BY id"))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                var own = sentences[reader.GetString(0)];
                var translation = Text(reader, 8) is { } language
                    ? new ArticleTranslation(Parse(language), reader.GetString(9), reader.GetString(10), [.. own.Select(s => s.Translation!)])
                    : null;
                articles.Add(new Article(
                    reader.GetString(0), reader.GetString(1), reader.GetString(2), Parse(reader.GetString(3)),
                    DateOnly.ParseExact(reader.GetString(4), "O", CultureInfo.InvariantCulture), Text(reader, 5), Text(reader, 6), reader.GetString(7),
                    [.. own.Select(s => s.Sentence)], translation));
            }
        }

        return articles;
    }

    private static List<Passage> ReadPassages(SqliteConnection connection, Dictionary<string, Article> articles)
    {
        var passages = new List<Passage>();
        using var command = Command(connection, "SELECT article_id, first_sentence, sentence_count, vector FROM passage ORDER BY article_id, first_sentence");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var vector = MemoryMarshal.Cast<byte, float>((byte[])reader.GetValue(3)).ToArray();
            passages.Add(PassageFactory.Make(articles[reader.GetString(0)], reader.GetInt32(1), reader.GetInt32(2), vector));
        }

        return passages;
    }

    private static TextLanguage Parse(string code) =>
        TextLanguages.Parse(code) ?? throw new StoreException($"The store names the language '{code}', which this program does not know.");

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this class; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private static void Execute(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(connection, sql, parameters);
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return command.ExecuteScalar();
    }

    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException error)
        {
            throw new StoreException($"The store {Path} cannot be used: {error.Message} Name another folder with Summit:DataPath, or move the file away: it is filled again from the corpus.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The data folder {System.IO.Path.GetDirectoryName(Path)} cannot be used: {error.Message} Name another one with Summit:DataPath.", error);
        }
    }
}

/// <summary>The store cannot be used; the message names it and the way out.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Makes the exception with a message for the user.</summary>
    public StoreException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
