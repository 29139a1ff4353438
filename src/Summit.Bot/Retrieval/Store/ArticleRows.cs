using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Summit.Bot.Corpus;
using Summit.Bot.Language;
using Summit.Bot.Storage;

namespace Summit.Bot.Retrieval.Store;

/// <summary>
/// An article as the rows that the store keeps of it, with a checksum over all of them: SQLite finds a broken page, but not
/// a changed byte, a row that is missing or one too many.
/// </summary>
/// <param name="Id">Id of the article.</param>
/// <param name="Fields">What <see cref="ArticleColumns"/> and <see cref="ContentColumns"/> hold.</param>
/// <param name="Sentences">The sentences (<see cref="PassageBytes"/>); null where the row is missing.</param>
/// <param name="Passages">The passages; null likewise.</param>
/// <param name="Vectors">The vectors.</param>
/// <param name="Words">The words of the passages.</param>
/// <param name="Digest">What is kept of the analysis; empty for nothing.</param>
internal sealed record ArticleRows(
    string Id, string?[] Fields, byte[]? Sentences, byte[]? Passages, ReadOnlyMemory<ushort> Vectors, ReadOnlyMemory<byte> Words, ReadOnlyMemory<byte> Digest)
{
    /// <summary>The columns behind <see cref="Fields"/>, in their order: of the tables article and content.</summary>
    public const string ArticleColumns = "version, title, language, published, source, license, author, url, corrected, retracted, file, ingested, translation_language, translation_title, translator",
        ContentColumns = "text, translation";

    private const string BlobColumns = "sentences, passages, vectors, words, digest";

    private const int ArticleFields = 15, FieldCount = 17, FirstBlob = 2 + FieldCount;

    private const string Joined =
        $"SELECT article.id, article.checksum, {ArticleColumns}, {ContentColumns}, {BlobColumns} FROM article LEFT JOIN content USING (number) LEFT JOIN derived USING (number)";

    public static ArticleRows Of(StoredArticle stored)
    {
        var article = stored.Article;
        var translation = article.Translation;
        return new ArticleRows(
            article.Id,
            [
                article.Version, article.Title, article.Language.Code(), Day(article.Published), article.Source, article.License, article.Author, article.Url,
                Day(article.Corrected), article.IsRetracted ? "1" : null, stored.File, stored.IsIngested ? "1" : null,
                translation?.Language.Code(), translation?.Title, translation?.Translator, article.Text,
                translation is null ? null : JsonSerializer.Serialize(translation.Sentences),
            ],
            PassageBytes.OfSentences(article.Sentences), PassageBytes.OfSpans(stored.Passages), PassageBytes.OfVectors(stored.Passages),
            PassageBytes.OfWords(stored.Passages), stored.Digest?.Bytes ?? default);
    }

    /// <summary>Reads articles, one after the other, in no order.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="isKnown">Which, by id and version, are left out; null for none.</param>
    public static IEnumerable<(ArticleRows Rows, long Checksum)> ReadAll(SqliteConnection connection, Func<string, string, bool>? isKnown = null)
    {
        var (vectors, bytes) = (new Slab<ushort>(), new Slab<byte>());
        return isKnown is null
            ? connection.Query(Joined).Select(row => Read(row, vectors, bytes))
            : connection.Query("SELECT id, version FROM article").Where(row => !isKnown(row.GetString(0), row.GetString(1))).Select(row => row.GetString(0)).ToList()
                .SelectMany(id => ReadOne(connection, id));
    }

    /// <summary>Reads one article.</summary>
    public static IEnumerable<(ArticleRows Rows, long Checksum)> ReadOne(SqliteConnection connection, string id) =>
        connection.Query($"{Joined} WHERE article.id = $id", ("$id", id)).Select(row => Read(row, new Slab<ushort>(), new Slab<byte>()));

    /// <summary>Adds the rows; those of an earlier version are gone already.</summary>
    public void Insert(SqliteConnection connection)
    {
        connection.Execute(
            $"INSERT INTO article (id, checksum, {ArticleColumns}) VALUES ($id, $checksum, {Names("f", ArticleFields)})",
            [("$id", Id), ("$checksum", Checksum()), .. Values("f", Fields.AsSpan(0, ArticleFields))]);
        var number = connection.Scalar("SELECT last_insert_rowid()");
        connection.Execute(
            $"INSERT INTO content (number, {ContentColumns}, sentences) VALUES ($n, $f0, $f1, $b0)",
            [("$n", number), .. Values("f", Fields.AsSpan(ArticleFields)), ("$b0", Sentences)]);
        connection.Execute(
            "INSERT INTO derived (number, passages, vectors, words, digest) VALUES ($n, $passages, $vectors, $words, $digest)",
            ("$n", number), ("$passages", Passages), ("$vectors", VectorBytes()), ("$words", Words.ToArray()), ("$digest", Digest.IsEmpty ? null : Digest.ToArray()));
    }

    /// <param name="checksum">What was written with the rows.</param>
    /// <param name="withVectors">False for what another embedder made: then there are neither vectors nor words nor a digest.</param>
    /// <exception cref="StoreDamagedException">The rows are not what was written.</exception>
    public StoredArticle ToArticle(long checksum, bool withVectors)
    {
        if (Checksum() != checksum)
            throw Damaged();
        var translation = Fields[12] is { } language
            ? new ArticleTranslation(Parse(language), Fields[13]!, Fields[14]!, JsonSerializer.Deserialize<string[]>(Fields[16]!)!)
            : null;
        var article = new Article(
            Id, Fields[0]!, Fields[1]!, Parse(Fields[2]!), Day(Fields[3]), Fields[4], Fields[5], Fields[15]!, PassageBytes.ToSentences(Sentences!), translation)
        {
            Author = Fields[6], Url = Fields[7], Corrected = Day(Fields[8]), IsRetracted = Fields[9] is not null,
        };
        return new StoredArticle(article, PassageBytes.ToPassages(article, Passages!, withVectors ? Vectors : default, withVectors ? Words : default), Fields[10])
        {
            IsIngested = Fields[11] is not null, Digest = withVectors && !Digest.IsEmpty ? ArticleDigest.FromBytes(Digest) : null,
        };
    }

    public StoreDamagedException Damaged() => new($"What is stored of the article {Id} is not what was written.");

    public byte[] VectorBytes() => MemoryMarshal.AsBytes(Vectors.Span).ToArray();

    /// <summary>The checksum over all of them.</summary>
    public long Checksum() => Checksum(new Crc32C());

    /// <summary>The same with another algorithm.</summary>
    /// <param name="hash">The algorithm, fresh; of at most 64 bits.</param>
    public long Checksum(NonCryptographicHashAlgorithm hash)
    {
        Append(hash, Id);
        foreach (var field in Fields)
            Append(hash, field);
        Append(hash, Sentences);
        Append(hash, Passages);
        Append(hash, MemoryMarshal.AsBytes(Vectors.Span));
        Append(hash, Words.Span);
        Append(hash, Digest.Span);

        Span<byte> sum = stackalloc byte[sizeof(long)];
        sum.Clear();
        hash.GetCurrentHash(sum);
        return BinaryPrimitives.ReadInt64BigEndian(sum);
    }

    private static (ArticleRows Rows, long Checksum) Read(SqliteDataReader row, Slab<ushort> vectors, Slab<byte> bytes) => (
        new ArticleRows(
            row.GetString(0), [.. Enumerable.Range(2, FieldCount).Select(row.TextOrNull)],
            row.IsDBNull(FirstBlob) ? null : row.BlobSpan(FirstBlob).ToArray(), row.IsDBNull(FirstBlob + 1) ? null : row.BlobSpan(FirstBlob + 1).ToArray(),
            vectors.Add(MemoryMarshal.Cast<byte, ushort>(row.BlobSpan(FirstBlob + 2))), bytes.Add(row.BlobSpan(FirstBlob + 3)), bytes.Add(row.BlobSpan(FirstBlob + 4))),
        row.GetInt64(1));

    private static string Names(string prefix, int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"${prefix}{i}"));

    private static (string, object?)[] Values<T>(string prefix, ReadOnlySpan<T> values) where T : class?
    {
        var named = new (string, object?)[values.Length];
        for (var i = 0; i < named.Length; i++)
            named[i] = ($"${prefix}{i}", values[i]);
        return named;
    }

    private static TextLanguage Parse(string code) =>
        TextLanguages.Parse(code) ?? throw new StoreException($"The store names the language '{code}', which this program does not know.");

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static void Append(NonCryptographicHashAlgorithm hash, string? text)
    {
        Append(hash, text?.Length ?? -1);
        hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static void Append(NonCryptographicHashAlgorithm hash, ReadOnlySpan<byte> blob)
    {
        Append(hash, blob.Length);
        hash.Append(blob);
    }

    private static void Append(NonCryptographicHashAlgorithm hash, int number) => hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in number)));
}
