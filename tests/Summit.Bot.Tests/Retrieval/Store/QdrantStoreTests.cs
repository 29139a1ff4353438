using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store.Qdrant;
using Summit.Bot.Retrieval.Store;
using Summit.Bot.Retrieval;
using Summit.Qdrant.Tests.Server;

namespace Summit.Bot.Tests.Retrieval.Store;

/// <summary>The contract on Qdrant: a real server where QDRANT_URL (and QDRANT_API_KEY) name one, otherwise one with its semantics in process.</summary>
public sealed class QdrantStoreTests : StoreContract, IAsyncLifetime
{
    private static int s_isTold;

    private readonly string _collection = $"summit-test-{Guid.NewGuid():N}";
    private readonly List<QdrantStore> _opened = [];
    private QdrantServer? _server;

    private static string? RealUrl => Environment.GetEnvironmentVariable("QDRANT_URL") is { Length: > 0 } url ? url : null;

    public async ValueTask InitializeAsync()
    {
        if (Interlocked.Exchange(ref s_isTold, 1) == 0)
            Console.WriteLine($"Contract of the stores: against {RealUrl ?? "a server in process (QDRANT_URL is not set)"}.");
        if (RealUrl is null)
            _server = await QdrantServer.StartNewAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        using (var client = new Summit.Qdrant.QdrantClient(Location.Url, Location.ApiKey))
        {
            foreach (var name in (await client.ListCollectionsAsync()).Where(name => name.StartsWith(_collection, StringComparison.Ordinal)))
                await client.DeleteCollectionAsync(name);
        }

        foreach (var store in _opened)
            store.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    [Fact]
    public async Task What_a_writer_that_died_has_begun_is_not_served_and_is_taken_away_by_a_later_one()
    {
        Assert.SkipWhen(_server is null, "Kills the server, which is not done to a real one.");
        var indexer = Fill();
        var served = Open().ReadRevision();
        _server.Faults.KillAt("Upsert", 2, applied: true);
        Should.Throw<StoreUnreachableException>(() => indexer.Rebuild(TestCorpus.Files(TestCorpus.OtherArticles), cancellationToken: TestContext.Current.CancellationToken));
        await _server.StartAsync();
        Open().ReadRevision().ShouldBe(served);
        (await CollectionsAsync()).Count.ShouldBe(2);

        // Not before its lease has run out, since it may still be written.
        Rebuild(Location);
        (await CollectionsAsync()).Count.ShouldBe(3);
        Rebuild(Location with { Lease = TimeSpan.Zero });
        (await CollectionsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_death_at_any_call_of_a_write_leaves_the_old_index_or_the_new_one()
    {
        Assert.SkipWhen(_server is null, "Kills the server, which is not done to a real one.");
        var indexer = Fill();
        var before = TestCorpus.OtherArticles;
        var changed = TestCorpus.Make("crue-loire", TextLanguage.French, "Une crue", "La décrue a commencé jeudi.", "fedcba9876543210");
        var deaths = 0;
        foreach (var (method, applied) in new[] { "Create", "Upsert", "CreateFieldIndex", "Scroll", "UpdateAliases", "List", "ListAliases", "Get", "Delete" }.SelectMany(m => new[] { (m, false), (m, true) }))
        {
            for (var call = 1; call <= 2; call++)
            {
                IReadOnlyList<Summit.Bot.Corpus.Article> after = indexer.Load().Index.Articles.Values.Any(a => a.Article.Version == changed.Version) ? before : [changed, .. before.Skip(1)];
                _server.Faults.KillAt(method, call, applied);
                try
                {
                    indexer.Synchronize(TestCorpus.Files(after), TestContext.Current.CancellationToken);
                    _server.Faults.KillAt("None", 1, applied);
                }
                catch (StoreUnreachableException)
                {
                    deaths++;
                }

                if (!_server.IsRunning)
                    await _server.StartAsync();
                _server.Faults.KillAt("None", 1, applied);
                // Nothing lost or doubled, whichever it is; and the next run completes it.
                Complete(indexer.Load().Index);
                indexer.Synchronize(TestCorpus.Files(after), TestContext.Current.CancellationToken);
                var index = indexer.Load().Index;
                Complete(index);
                index.Articles.Values.Select(a => a.Article.Version).Order().ShouldBe(after.Select(a => a.Version).Order());
            }
        }

        deaths.ShouldBeGreaterThan(8);

        static void Complete(PassageIndex index)
        {
            index.Articles.Count.ShouldBe(3);
            foreach (var article in index.Articles.Values)
            {
                index.Passages.Where(p => p.ArticleId == article.Article.Id).SelectMany(p => Enumerable.Range(p.FirstSentence, p.SentenceCount)).Order()
                    .ShouldBe(article.Article.Sentences.Select(s => s.Number));
            }
        }
    }

    [Fact]
    public void Of_two_writers_the_second_to_end_gives_up_and_changes_nothing()
    {
        var indexer = Fill();
        using (var late = Open().BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken))
        {
            late.Remove("greve-trains");
            indexer.Synchronize(TestCorpus.Files([.. TestCorpus.OtherArticles.Skip(1)]), TestContext.Current.CancellationToken).ShouldBe((0, 1));
            Should.Throw<StoreUnreachableException>(() => late.Commit(indexer.Embedder));
        }

        Open().ReadState().Articles.Keys.Order().ShouldBe(["greve-trains", "transfer-keeper"]);
    }

    [Fact]
    public async Task A_collection_that_somebody_else_has_made_is_left_alone()
    {
        using var client = new Summit.Qdrant.QdrantClient(Location.Url, Location.ApiKey);
        await client.CreateCollectionAsync(_collection, new Summit.Qdrant.Grpc.VectorParams { Size = 3, Distance = Summit.Qdrant.Grpc.Distance.Cosine }, cancellationToken: TestContext.Current.CancellationToken);
        Should.Throw<StoreException>(() => Open().BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken)).Message.ShouldContain("Summit:Store:Qdrant:Collection");
    }

    [Fact]
    public async Task A_server_that_is_down_is_named_and_one_that_comes_back_is_used()
    {
        Assert.SkipWhen(_server is null, "Stops the server, which is not done to a real one.");
        var indexer = Fill();
        var search = indexer.Load().Index;
        await _server.StopAsync();
        var query = new PassageQuery(TestCorpus.Embedder.Embed("le travail"), new SparseVector([], []), 3);
        var error = Should.Throw<StoreUnreachableException>(() => search.Search(query, TestContext.Current.CancellationToken));
        error.Message.ShouldContain(_server.Address.Authority);
        await _server.StartAsync();
        search.Search(query, TestContext.Current.CancellationToken).ShouldNotBeEmpty();
    }

    protected override IArticleStore Open() => Open(Location);

    private QdrantLocation Location => RealUrl is { } url
        ? new QdrantLocation(new Uri(url), Environment.GetEnvironmentVariable("QDRANT_API_KEY"), _collection)
        : new QdrantLocation(_server!.Address, null, _collection) { Timeout = TimeSpan.FromSeconds(2) };

    private QdrantStore Open(QdrantLocation location)
    {
        var store = new QdrantStore(location, TimeProvider.System);
        _opened.Add(store);
        return store;
    }

    private Indexer Fill()
    {
        var indexer = new Indexer(Linguistics.Shared, TestCorpus.Embedder, Open(), new SpeechReader(Linguistics.Shared));
        indexer.Synchronize(TestCorpus.Files(TestCorpus.OtherArticles), TestContext.Current.CancellationToken);
        return indexer;
    }

    private void Rebuild(QdrantLocation location) =>
        new Indexer(Linguistics.Shared, TestCorpus.Embedder, Open(location), new SpeechReader(Linguistics.Shared)).Rebuild(TestCorpus.Files(TestCorpus.OtherArticles), cancellationToken: TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<string>> CollectionsAsync()
    {
        using var client = new Summit.Qdrant.QdrantClient(Location.Url, Location.ApiKey);
        return await client.ListCollectionsAsync();
    }
}
