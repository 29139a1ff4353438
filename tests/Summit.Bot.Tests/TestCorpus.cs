using Summit.Bot.Answering;
using Summit.Bot.Conversations;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Tests;

/// <summary>
/// A store of its own over the shipped article, or over three made-up ones that have nothing to do with it: a flood and a
/// strike in French, a football transfer in English, without translations.
/// </summary>
public sealed class TestCorpus : IDisposable
{
    private static readonly SpeechReader Speech = new(Linguistics.Shared);

    private readonly string _data = Directory.CreateTempSubdirectory("summit-test-").FullName;

    private TestCorpus(IReadOnlyList<Article> articles)
    {
        Store = new SqliteStore(_data);
        Indexer = new Indexer(Linguistics.Shared, Embedder, Store, Speech);
        Index = Synchronize(articles);
        Retriever = new Retriever(Index, Embedder, Linguistics.Shared, Speech);
        Assistant = new Assistant(() => Retriever, () => Retriever, Store.ReadText);
        Articles = articles;
    }

    public static BuiltinEmbedder Embedder { get; } = new(Linguistics.Shared);

    public SqliteStore Store { get; }

    /// <summary>Articles as if they had been read from files named after them.</summary>
    public static CorpusLoadResult Files(params IReadOnlyList<Article> articles) => new(articles, articles.ToDictionary(a => a.Id, a => $"{a.Id}.md"), []);

    public PassageIndex Synchronize(params IReadOnlyList<Article> articles)
    {
        Indexer.Synchronize(Files(articles));
        return Indexer.Load().Index;
    }

    public Indexer Indexer { get; }

    public PassageIndex Index { get; }

    public Retriever Retriever { get; }

    public Assistant Assistant { get; }

    public IReadOnlyList<Article> Articles { get; }

    public string Folder => _data;

    public static IReadOnlyList<Article> ShippedArticles { get; } = CorpusLoader.Load(Path.Combine(AppContext.BaseDirectory, "corpus")).Articles;

    public static IReadOnlyList<Article> OtherArticles { get; } =
    [
        Make("crue-loire", TextLanguage.French, "Une crue de la Loire inonde Orléans", """
            La Loire a débordé dans la nuit de mardi 4 juin 2024 à Orléans. Plus de 1 200 habitants ont été évacués vers des gymnases.
            Le maire de la ville, Serge Martin, a remercié les pompiers pour leur courage. Les écoles resteront fermées jusqu’à lundi.
            """),
        Make("greve-trains", TextLanguage.French, "Grève dans les trains", """
            Les cheminots ont cessé le travail pendant trois jours afin de protester contre la réforme des retraites. Un train sur cinq a circulé.
            Le syndicat a annoncé que le mouvement reprendrait en septembre.
            """),
        Make("transfer-keeper", TextLanguage.English, "Keeper moves to Lisbon", """
            Goalkeeper Anna Berg has joined the Lisbon club for four million euros. The contract runs until 2027.
            Her former coach said that he was proud of her.
            """),
    ];

    public static TestCorpus Of(IReadOnlyList<Article> articles) => new(articles);

    public static TestCorpus Shipped() => new(ShippedArticles);

    public static TestCorpus Other() => new(OtherArticles);

    public static Article Make(string id, TextLanguage language, string title, string text, string version = "0123456789abcdef") =>
        new(id, version, title, language, new DateOnly(2024, 6, 5), null, null, text.ReplaceLineEndings("\n").Trim(), SentenceSplitter.Split(text.ReplaceLineEndings("\n").Trim()), null);

    public Answer Ask(string question) =>
        Assistant.Answer(new QuestionReader(Linguistics.Shared).Read(question, null, TextLanguage.French, "test"));

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }
}
