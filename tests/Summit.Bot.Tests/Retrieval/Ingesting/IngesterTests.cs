using System.Globalization;
using Summit.Bot.Answering;
using Summit.Bot.Conversations;
using Summit.Bot.Corpus;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Ingesting;
using Summit.Bot.Retrieval.Store;
using Summit.Qdrant.Tests.Server;

namespace Summit.Bot.Tests.Retrieval.Ingesting;

public sealed class IngesterTests : IAsyncDisposable
{
    private readonly string _work = Directory.CreateTempSubdirectory("summit-ingest-").FullName;
    private readonly List<CorpusRefusal> _refusals = [];
    private IArticleStore _store;
    private QdrantServer? _server;

    public IngesterTests() => _store = new SqliteStore(Path.Combine(_work, "data"));

    private string Articles => Path.Combine(_work, "articles");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_kind_of_file_is_ingested_once_and_found(bool isQdrant)
    {
        await UseAsync(isQdrant);
        Write("moulin.md", "---\nid: moulin\ntitle: Le moulin\nlanguage: fr\npublished: 2024-01-02\n---\nLe moulin de Vauclair a été bâti en 1789.\n");
        Write("deep/four.txt", "Le four à pain\n\nLe four à pain du village de Montbrun a été reconstruit par les habitants en 1802.\n");
        Write("page.html", "<html lang=en><head><title>The lighthouse</title></head><body><nav>Home</nav><article><h1>The lighthouse</h1><p>The lighthouse of Penmarch was lit for the first time in 1897 by its keepers.</p></article></body></html>");
        Write("wire.jsonl", """
            {"id":"bridge","title":"The bridge","text":"The old bridge of Mostar was opened again in 2004 after years of work.","language":"en","date":"2004-07-23"}
            {"id":"tunnel","title":"Le tunnel","text":"Le tunnel sous la montagne relie les deux vallées depuis 1965.","language":"fr"}
            """);
        Write("photo.jpg", "not read");

        var first = await IngestAsync();
        (first.Files, first.Added, first.Changed, first.Unchanged, first.Refused, first.PassedOver).ShouldBe((4, 5, 0, 0, 0, 1));
        var revision = _store.ReadRevision();
        var again = await IngestAsync();
        (again.Added, again.Changed, again.Unchanged, again.Refused).ShouldBe((0, 0, 5, 0));
        _store.ReadRevision().ShouldBe(revision);

        Ask("When was the lighthouse of Penmarch lit?").ShouldContain("1897");
        Ask("Quand le moulin de Vauclair a-t-il été bâti ?").ShouldContain("1789");
        Ask("When was the bridge of Mostar opened again?").ShouldContain("2004");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_changed_is_replaced_and_what_is_gone_stays_until_it_is_pruned(bool isQdrant)
    {
        await UseAsync(isQdrant);
        WriteArticle("a", 1789);
        WriteArticle("b", 1802);
        await IngestAsync();
        var old = _store.ReadState().Articles["a"].Version;
        WriteArticle("a", 1790);
        File.Delete(Path.Combine(Articles, "b.md"));

        var second = await IngestAsync();
        (second.Added, second.Changed, second.Unchanged, second.Missing, second.Removed).ShouldBe((0, 1, 0, 1, 0));
        _store.ReadEarlier("a", old).ShouldNotBeNull().Text.ShouldContain("1789");
        _store.ReadState().Articles.Keys.ShouldContain("b");

        (await IngestAsync(new IngestOptions { Prunes = true })).Removed.ShouldBe(1);
        _store.ReadState().Articles.Keys.ShouldBe(["a"]);
        _store.ReadState().Sources.Keys.ShouldBe([Path.Combine(Articles, "a.md")]);
    }

    [Fact]
    public async Task A_file_that_is_refused_stops_nothing_keeps_its_article_and_is_refused_again_until_it_is_mended()
    {
        WriteArticle("a", 1789);
        WriteArticle("b", 1802);
        await IngestAsync();
        Write("a.md", "---\ntitle: [\n---\nx\n");
        Write("c.jsonl", """
            {"id":"c","title":"Le puits","text":"Le puits du château a été creusé en 1300 par des moines.","language":"fr"}
            {"id":"d","title":
            """);
        for (var round = 0; round < 2; round++)
        {
            _refusals.Clear();
            var report = await IngestAsync(new IngestOptions { Prunes = true });
            (report.Refused, report.Removed).ShouldBe((2, 0));
            _refusals.Select(refusal => (Path.GetFileName(refusal.File), refusal.Line > 0)).ShouldBe([("a.md", true), ("c.jsonl", true)]);
            _store.ReadState().Articles.Keys.Order().ShouldBe(["a", "b", "c"]);
        }

        WriteArticle("a", 1789);
        Write("c.jsonl", """{"id":"d","title":"La tour","text":"La tour du château a été élevée en 1310 par des moines.","language":"fr"}""");
        (await IngestAsync(new IngestOptions { Prunes = true })).Refused.ShouldBe(0);
        _store.ReadState().Articles.Keys.Order().ShouldBe(["a", "b", "d"]);
    }

    [Fact]
    public async Task Two_articles_of_one_id_are_refused_naming_both()
    {
        WriteArticle("a", 1789);
        Write("other/a.md", "---\nid: a\ntitle: Autre\nlanguage: fr\n---\nUne autre phrase du village.\n");
        await IngestAsync();
        _refusals.ShouldHaveSingleItem().ToString().ShouldSatisfyAllConditions(
            text => text.ShouldContain(Path.Combine("other", "a.md")), text => text.ShouldContain($"is already the id of {Path.Combine(Articles, "a.md")}"));
        _store.ReadState().Articles["a"].File.ShouldBe(Path.Combine(Articles, "a.md"));
    }

    [Fact]
    public async Task An_article_that_has_moved_is_not_doubled()
    {
        WriteArticle("a", 1789);
        await IngestAsync();
        Directory.CreateDirectory(Path.Combine(Articles, "archive"));
        File.Move(Path.Combine(Articles, "a.md"), Path.Combine(Articles, "archive", "a.md"));
        var report = await IngestAsync(new IngestOptions { Prunes = true });
        (report.Changed, report.Removed, report.Refused).ShouldBe((1, 0, 0));
        _store.ReadState().Articles["a"].File.ShouldBe(Path.Combine(Articles, "archive", "a.md"));
    }

    [Fact]
    public async Task An_id_of_the_corpus_folder_is_refused_and_a_synchronisation_leaves_what_was_ingested()
    {
        WriteArticle("crue-loire", 1789);
        WriteArticle("a", 1802);
        MakeIndexer().Synchronize(TestCorpus.Files(TestCorpus.OtherArticles));
        (await IngestAsync()).Refused.ShouldBe(1);
        _refusals.Single().Reason.ShouldContain("of the corpus folder");
        MakeIndexer().Synchronize(TestCorpus.Files([.. TestCorpus.OtherArticles.Skip(1)])).ShouldBe((0, 1));
        _store.ReadState().Articles.Keys.Order().ShouldBe(["a", "greve-trains", "transfer-keeper"]);
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_writes_nothing()
    {
        WriteArticle("a", 1789);
        var dry = await IngestAsync(new IngestOptions { IsDryRun = true, Prunes = true });
        _store.ReadRevision().ShouldBeNull();
        var report = await IngestAsync(new IngestOptions { Prunes = true });
        dry.ShouldBe(report);
        dry.Added.ShouldBe(1);
    }

    [Fact]
    public async Task A_retracted_article_is_kept_and_never_cited()
    {
        WriteArticle("a", 1789);
        await IngestAsync();
        Ask("En quelle année le moulin a-t-il été bâti ?").ShouldContain("1789");
        var cited = _store.ReadState().Articles["a"].Version;
        Write("a.md", File.ReadAllText(Path.Combine(Articles, "a.md")).Replace("language: fr", "language: fr\nstatus: retracted", StringComparison.Ordinal));
        (await IngestAsync()).Changed.ShouldBe(1);
        Answer("En quelle année le moulin a-t-il été bâti ?").ShouldBeOfType<NotFound>().Closest.ShouldBeNull();
        _store.ReadEarlier("a", cited).ShouldNotBeNull();
        var index = MakeIndexer().Load().Index;
        (index.Articles["a"].Article.IsRetracted, index.SentenceCount).ShouldBe((true, 0));
    }

    [Fact]
    public async Task Status_counts_what_is_served_and_names_what_is_stale()
    {
        WriteArticle("a", 1789);
        WriteArticle("b", 1802);
        await IngestAsync();
        File.Delete(Path.Combine(Articles, "b.md"));
        var status = IndexStatus.Of(MakeIndexer(), _store, TestCorpus.Files());
        (status.Articles, status.Ingested, status.Retracted, status.Passages, status.Sentences).ShouldBe((2, 2, 0, 2, 2));
        status.Bytes.ShouldNotBeNull().ShouldBeGreaterThan(0);
        status.Stale.ShouldHaveSingleItem().ShouldContain("--prune");
    }

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        (_store as IDisposable)?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_work, recursive: true);
    }

    private async Task UseAsync(bool isQdrant)
    {
        if (!isQdrant)
            return;
        _server = await QdrantServer.StartNewAsync();
        _store = ArticleStores.Of(new SummitOptions { Store = { Provider = StoreProvider.Qdrant, Qdrant = { Url = _server.Address } } });
    }

    private Indexer MakeIndexer() => new(Linguistics.Shared, TestCorpus.Embedder, _store, new SpeechReader(Linguistics.Shared));

    private Task<IngestReport> IngestAsync(IngestOptions? options = null) =>
        new Ingester(MakeIndexer(), _store, TestCorpus.Embedder).IngestAsync([Articles], (options ?? new IngestOptions()) with { OnRefusal = _refusals.Add }, TestContext.Current.CancellationToken);

    private string Ask(string question) => Answer(question).ShouldBeOfType<Grounded>(question).Citations.First().Quote;

    private Answer Answer(string question)
    {
        var retriever = new Retriever(MakeIndexer().Load().Index, TestCorpus.Embedder, Linguistics.Shared, new SpeechReader(Linguistics.Shared));
        return new Assistant(() => retriever, () => retriever, _store.ReadText).Answer(new QuestionReader(Linguistics.Shared).Read(question, null, TextLanguage.French, "test"));
    }

    private void WriteArticle(string id, int year) => Write(
        $"{id}.md", string.Create(CultureInfo.InvariantCulture, $"---\nid: {id}\ntitle: Le moulin numéro {year}\nlanguage: fr\n---\nLe moulin numéro {year} a été bâti en {year}.\n"));

    private void Write(string path, string text)
    {
        var file = Path.Combine(Articles, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
