using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using Summit.Bot.Storage;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval.Store;

/// <summary>
/// An article as the rows that the store keeps of it, with a checksum over all of them: SQLite finds a broken page, but not
/// a changed byte, a row that is missing or one too many.
/// </summary>
internal sealed record ArticleRows(string Id, string?[] Fields, IReadOnlyList<SentenceRow> Sentences, IReadOnlyList<PassageRow> Passages)
{
    /// <summary>The columns behind <see cref="Fields"/>, in their order.</summary>
    public const string Columns = "version, title, language, published, source, license, text, translation_language, translation_title, translator, file, author, url, corrected, retracted";

    private const int FieldCount = 15;

    public static ArticleRows Of(StoredArticle stored)
    {
        var article = stored.Article;
        var translation = article.Translation;
        return new ArticleRows(
            article.Id,
            [
                article.Version, article.Title, article.Language.Code(), article.Published?.ToString("O", CultureInfo.InvariantCulture), article.Source,
                article.License, article.Text, translation?.Language.Code(), translation?.Title, translation?.Translator, stored.File,
                article.Author, article.Url, article.Corrected?.ToString("O", CultureInfo.InvariantCulture), article.IsRetracted ? "retracted" : null,
            ],
            [.. article.Sentences.Select(s => new SentenceRow(s, translation?.Sentences[s.Number - 1]))],
            [.. stored.Passages.Select(p => new PassageRow(p.FirstSentence, p.SentenceCount, MemoryMarshal.AsBytes(p.Vector.Span).ToArray()))]);
    }

    /// <summary>Reads everything, ordered by id.</summary>
    /// <exception cref="StoreDamagedException">The rows of an article are not what was written.</exception>
    public static List<ArticleRows> ReadAll(SqliteConnection connection)
    {
        var sentences = connection.Query("SELECT article_id, number, start, length, paragraph, translation FROM sentence ORDER BY article_id, number")
            .Select(row => (Id: row.GetString(0), Row: new SentenceRow(new Sentence(row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4)), row.TextOrNull(5))))
            .ToLookup(x => x.Id, x => x.Row, StringComparer.Ordinal);
        var passages = connection.Query("SELECT article_id, first_sentence, sentence_count, vector FROM passage ORDER BY article_id, first_sentence")
            .Select(row => (Id: row.GetString(0), Row: new PassageRow(row.GetInt32(1), row.GetInt32(2), (byte[])row.GetValue(3))))
            .ToLookup(x => x.Id, x => x.Row, StringComparer.Ordinal);
        var articles = new List<ArticleRows>();
        foreach (var row in connection.Query($"SELECT id, checksum, {Columns} FROM article ORDER BY id"))
        {
            var id = row.GetString(0);
            var read = new ArticleRows(id, [.. Enumerable.Range(2, FieldCount).Select(row.TextOrNull)], [.. sentences[id]], [.. passages[id]]);
            if (read.Checksum() != row.GetInt64(1))
                throw new StoreDamagedException($"What is stored of the article {id} is not what was written.");
            articles.Add(read);
        }

        return articles;
    }

    /// <summary>Adds the rows; those of an earlier version are gone already.</summary>
    public void Insert(SqliteConnection connection)
    {
        var values = string.Join(", ", Enumerable.Range(0, FieldCount).Select(i => $"$f{i}"));
        var updates = string.Join(", ", Columns.Split(", ").Select(column => $"{column} = excluded.{column}"));
        connection.Execute(
            $"INSERT INTO article (id, checksum, {Columns}) VALUES ($id, $checksum, {values}) ON CONFLICT (id) DO UPDATE SET checksum = excluded.checksum, {updates}",
            [("$id", Id), ("$checksum", Checksum()), .. Fields.Select((field, i) => ($"$f{i}", (object?)field))]);
        foreach (var (s, translation) in Sentences)
        {
            connection.Execute(
                "INSERT INTO sentence (article_id, number, start, length, paragraph, translation) VALUES ($id, $number, $start, $length, $paragraph, $translation)",
                ("$id", Id), ("$number", s.Number), ("$start", s.Start), ("$length", s.Length), ("$paragraph", s.Paragraph), ("$translation", translation));
        }

        foreach (var passage in Passages)
        {
            connection.Execute(
                "INSERT INTO passage (article_id, first_sentence, sentence_count, vector) VALUES ($id, $first, $count, $vector)",
                ("$id", Id), ("$first", passage.First), ("$count", passage.Count), ("$vector", passage.Vector));
        }
    }

    /// <param name="withVectors">False for vectors that another embedder made: then there are none.</param>
    public StoredArticle ToArticle(bool withVectors)
    {
        var translation = Fields[7] is { } language
            ? new ArticleTranslation(Parse(language), Fields[8]!, Fields[9]!, [.. Sentences.Select(s => s.Translation!)])
            : null;
        var article = new Article(
            Id, Fields[0]!, Fields[1]!, Parse(Fields[2]!), Day(Fields[3]),
            Fields[4], Fields[5], Fields[6]!, [.. Sentences.Select(s => s.Sentence)], translation)
        {
            Author = Fields[11], Url = Fields[12], Corrected = Day(Fields[13]), IsRetracted = Fields[14] is not null,
        };
        return new StoredArticle(article, [.. Passages.Select(p => PassageFactory.Make(article, p.First, p.Count, withVectors ? p.Floats() : default))], Fields[10]);
    }

    private static TextLanguage Parse(string code) =>
        TextLanguages.Parse(code) ?? throw new StoreException($"The store names the language '{code}', which this program does not know.");

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private long Checksum()
    {
        var hash = new XxHash64();
        Append(hash, Id);
        foreach (var field in Fields)
            Append(hash, field);
        foreach (var (s, translation) in Sentences)
        {
            Append(hash, s.Number, s.Start, s.Length, s.Paragraph);
            Append(hash, translation);
        }

        foreach (var passage in Passages)
        {
            Append(hash, passage.First, passage.Count, passage.Vector.Length);
            hash.Append(passage.Vector);
        }

        return unchecked((long)hash.GetCurrentHashAsUInt64());
    }

    private static void Append(XxHash64 hash, string? text)
    {
        Append(hash, text?.Length ?? -1);
        hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static void Append(XxHash64 hash, params ReadOnlySpan<int> numbers) => hash.Append(MemoryMarshal.AsBytes(numbers));
}

internal sealed record SentenceRow(Sentence Sentence, string? Translation);

internal sealed record PassageRow(int First, int Count, byte[] Vector)
{
    public float[] Floats() => MemoryMarshal.Cast<byte, float>(Vector).ToArray();
}
