using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Summit.Bot.Corpus;
using Summit.Bot.Language;

namespace Summit.Bot.Retrieval.Store.Qdrant;

/// <summary>
/// What a collection consists of: a point a passage, which has the two vectors, and points without vectors for an article's text and
/// sentences, for earlier versions, and one that describes the collection. Ids are made of what a point holds.
/// </summary>
internal static class QdrantPoints
{
    public const string Dense = "dense", Sparse = "sparse";

    public const string Kind = "kind", ArticleId = "article_id", Version = "article_version", Language = "language", Published = "published", File = "file";

    public const string PassageKind = "passage", ArticleKind = "article", EarlierKind = "earlier", SourceKind = "source", AboutKind = "about";

    public const string Ingested = "ingested", SourceHash = "source_hash";

    public const string Revision = "revision", Embedder = "embedder", Dimension = "dimension", Alive = "alive", Previous = "previous", Number = "number";

    private const string Title = "title", Text = "text", Sentences = "sentences", Passages = "passages", First = "first_sentence", Count = "sentence_count",
        Start = "start", Length = "length", Hash = "content_hash", Source = "source", License = "license", Author = "author", Url = "url", Corrected = "corrected", Retracted = "retracted",
        Translator = "translator", TranslationLanguage = "translation_language", TranslationTitle = "translation_title", Translation = "translation", PassageId = "passage_id", Digest = "digest";

    /// <summary>Chosen at random for this program.</summary>
    private static readonly Guid Space = new("2b7c0a5e-6a2f-4d0e-9f0e-7a4a5f3a9b61");

    /// <summary>The point that describes its collection.</summary>
    public static Guid AboutId { get; } = Uuid5.Of(Space, AboutKind);

    public static Guid ArticlePointId(string id) => Uuid5.Of(Space, $"{ArticleKind} {id}");

    public static Guid EarlierPointId(string id, string version) => Uuid5.Of(Space, $"{EarlierKind} {id} {version}");

    public static PointStruct Of(Passage passage)
    {
        var point = new PointStruct
        {
            Id = Uuid5.Of(Space, $"{PassageKind} {passage.Id}"),
            Payload =
            {
                [Kind] = PassageKind, [PassageId] = passage.Id, [ArticleId] = passage.ArticleId, [Version] = passage.ArticleVersion, [Title] = passage.Title, [Language] = passage.Language,
                [Text] = passage.Text, [First] = passage.FirstSentence, [Count] = passage.SentenceCount, [Start] = passage.Start,
                [Length] = passage.Length, [Hash] = HashOf(passage.Text),
            },
        };
        Add(point, Published, Day(passage.Published));
        point.Vectors = new Dictionary<string, Vector> { [Dense] = passage.Vector.ToArray(), [Sparse] = (passage.Words.Values.ToArray(), passage.Words.Indices.ToArray()) };
        return point;
    }

    public static PointStruct Of(StoredArticle stored)
    {
        var article = stored.Article;
        var point = new PointStruct
        {
            Id = ArticlePointId(article.Id),
            // A collection of named vectors takes points without any.
            Vectors = new Dictionary<string, Vector>(),
            Payload =
            {
                [Kind] = ArticleKind, [ArticleId] = article.Id, [Version] = article.Version, [Title] = article.Title, [Language] = article.Language.Code(),
                [Text] = article.Text, [Hash] = HashOf(article.Text),
                [Sentences] = Numbers(article.Sentences.SelectMany(s => new[] { s.Start, s.Length, s.Paragraph })),
                [Passages] = Numbers(stored.Passages.SelectMany(p => new[] { p.FirstSentence, p.SentenceCount })),
            },
        };
        Add(point, Published, Day(article.Published));
        Add(point, Source, article.Source);
        Add(point, Author, article.Author);
        Add(point, Url, article.Url);
        Add(point, Corrected, Day(article.Corrected));
        Add(point, Retracted, article.IsRetracted ? Retracted : null);
        Add(point, License, article.License);
        Add(point, File, stored.File);
        Add(point, Ingested, stored.IsIngested ? Ingested : null);
        Add(point, Digest, stored.Digest is { } digest ? Convert.ToBase64String(digest.Bytes.Span) : null);
        if (article.Translation is { } translation)
        {
            Add(point, TranslationLanguage, translation.Language.Code());
            Add(point, TranslationTitle, translation.Title);
            Add(point, Translator, translation.Translator);
            point.Payload[Translation] = translation.Sentences.ToArray();
        }

        return point;
    }

    /// <summary>An article's point as one of an earlier version.</summary>
    public static PointStruct Earlier(IDictionary<string, Value> article, long number)
    {
        var (id, version) = (article[ArticleId].StringValue, article[Version].StringValue);
        return new PointStruct
        {
            Id = EarlierPointId(id, version),
            Vectors = new Dictionary<string, Vector>(),
            Payload = { [Kind] = EarlierKind, [ArticleId] = id, [Version] = version, [Number] = number, [Text] = article[Text], [Sentences] = article[Sentences] },
        };
    }

    /// <exception cref="StoreException">The point is not what was written.</exception>
    public static StoredArticle ToArticle(IDictionary<string, Value> payload)
    {
        var id = payload[ArticleId].StringValue;
        var text = payload[Text].StringValue;
        if (HashOf(text) != payload[Hash].StringValue)
            throw new StoreException($"What Qdrant holds of the article {id} is not what was written. Fill the index again with: summit-bot index rebuild.");
        var sentences = Numbers(payload[Sentences]).Chunk(3).Select((s, i) => new Sentence(i + 1, s[0], s[1], s[2])).ToArray();
        var translation = payload.TryGetValue(Translation, out var translated)
            ? new ArticleTranslation(
                Parse(payload[TranslationLanguage]), payload[TranslationTitle].StringValue, payload[Translator].StringValue, [.. translated.ListValue.Values.Select(v => v.StringValue)])
            : null;
        var article = new Article(
            id, payload[Version].StringValue, payload[Title].StringValue, Parse(payload[Language]),
            Day(Optional(payload, Published)), Optional(payload, Source), Optional(payload, License), text, sentences, translation)
        {
            Author = Optional(payload, Author), Url = Optional(payload, Url), Corrected = Day(Optional(payload, Corrected)), IsRetracted = payload.ContainsKey(Retracted),
        };
        return new StoredArticle(
            article, [.. Numbers(payload[Passages]).Chunk(2).Select(p => PassageFactory.Make(article, p[0], p[1], []))], Optional(payload, File))
        {
            IsIngested = payload.ContainsKey(Ingested),
            Digest = Optional(payload, Digest) is { } digest ? ArticleDigest.FromBytes(Convert.FromBase64String(digest)) : null,
        };
    }

    /// <summary>A file that was ingested to its end.</summary>
    public static PointStruct OfSource(string path, string hash) => new()
    {
        Id = Uuid5.Of(Space, $"{SourceKind} {path}"),
        Vectors = new Dictionary<string, Vector>(),
        Payload = { [Kind] = SourceKind, [File] = path, [SourceHash] = hash },
    };

    public static ArticleText ToText(IDictionary<string, Value> payload) =>
        new(payload[Text].StringValue, [.. Numbers(payload[Sentences]).Chunk(3).Select(s => (s[0], s[1]))]);

    public static string PassageIdOf(IDictionary<string, Value> payload) => payload[PassageId].StringValue;

    public static string? Optional(IDictionary<string, Value> payload, string key) => payload.TryGetValue(key, out var value) ? value.StringValue : null;

    public static string[] OnlyPassageId { get; } = [PassageId];

    /// <summary>Days are indexed as points in time.</summary>
    public static string? Day(DateOnly? day) => day is { } known ? known.ToString("O", CultureInfo.InvariantCulture) + "T00:00:00Z" : null;

    private static DateOnly? Day(string? time) => time is null ? null : DateOnly.ParseExact(time[..10], "O", CultureInfo.InvariantCulture);

    private static TextLanguage Parse(Value code) =>
        TextLanguages.Parse(code.StringValue) ?? throw new StoreException($"The store names the language '{code.StringValue}', which this program does not know.");

    private static string HashOf(string text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan())).ToString("x16", CultureInfo.InvariantCulture);

    private static Value Numbers(IEnumerable<int> numbers) => numbers.Select(n => (Value)(long)n).ToArray();

    private static IEnumerable<int> Numbers(Value list) => list.ListValue.Values.Select(v => (int)v.IntegerValue);

    private static void Add(PointStruct point, string key, string? value)
    {
        if (value is not null)
            point.Payload[key] = value;
    }
}
