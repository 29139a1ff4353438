using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval.Store;

/// <summary>What every store does, and that all of them rank alike: what is found is compared with a search in memory.</summary>
public abstract class StoreContract : IAsyncDisposable
{
    private const double ScoreTolerance = 1e-4;

    private static readonly SpeechReader Speech = new(Linguistics.Shared);
    private static readonly Article Ebb = TestCorpus.Make("crue-loire", TextLanguage.French, "Une crue", "La décrue a commencé jeudi.", "fedcba9876543210");
    private static readonly IReadOnlyList<Article> Articles = [.. TestCorpus.OtherArticles, .. TestCorpus.ShippedArticles];

    public static TheoryData<string> Questions =>
    [
        "Pourquoi les cheminots ont-ils cessé le travail ?", "How much did the club pay for the goalkeeper?", "Où les deux dirigeants se sont-ils rencontrés ?",
        "What does Kim Jong-un expect of the meeting?", "Combien d’habitants ont été évacués ?", "sanctions", "le maire et le président russe", "zyzomys",
    ];

    /// <summary>Another handle on the store of this test, as another process has one.</summary>
    protected abstract IArticleStore Open();

    public abstract ValueTask DisposeAsync();

    [Theory]
    [MemberData(nameof(Questions))]
    public void Each_leg_and_their_fusion_find_the_same_passages_with_the_same_scores_as_a_search_in_memory(string question)
    {
        var (indexer, store) = Filled();
        var stored = store.ReadAll(indexer.Embedder);
        var (search, memory) = (SearchOf(store), Memory());
        var vector = TestCorpus.Embedder.Embed(question);
        var words = SparseVector.OfQuestion(Linguistics.Shared.Terms.Extract(question, TextLanguage.French));
        foreach (var query in new[] { new PassageQuery(vector, new SparseVector([], []), 5), new PassageQuery(default, words, 5), new PassageQuery(vector, words, 5), new PassageQuery(vector, words, 100) { Depth = 4 } })
        {
            var (found, expected) = (search.Search(query, TestContext.Current.CancellationToken), memory.Search(query, TestContext.Current.CancellationToken));
            found.Select(hit => hit.PassageId).ShouldBe(expected.Select(hit => hit.PassageId));
            foreach (var (left, right) in found.Zip(expected))
                left.Score.ShouldBe(right.Score, ScoreTolerance);
        }

        stored.Articles.Count.ShouldBe(Articles.Count);
    }

    [Fact]
    public void Filters_hold_for_both_legs()
    {
        var (_, store) = Filled();
        var (search, memory) = (SearchOf(store), Memory());
        var query = new PassageQuery(TestCorpus.Embedder.Embed("le président"), SparseVector.OfQuestion(Linguistics.Shared.Terms.Extract("le président russe and the goalkeeper", TextLanguage.French)), 50);
        PassageFilter[] filters =
        [
            new() { ArticleId = "greve-trains" }, new() { Language = "en" }, new() { From = new DateOnly(2024, 6, 5) }, new() { To = new DateOnly(2024, 6, 4) },
            new() { From = new DateOnly(2019, 4, 25), To = new DateOnly(2019, 4, 25), Language = "fr" }, new() { ArticleId = "none" },
        ];
        foreach (var filter in filters)
        {
            var filtered = query with { Filter = filter };
            search.Search(filtered, TestContext.Current.CancellationToken).Select(hit => hit.PassageId)
                .ShouldBe(memory.Search(filtered, TestContext.Current.CancellationToken).Select(hit => hit.PassageId), filter.ToString());
        }

        search.Search(query with { Filter = filters[1] }, TestContext.Current.CancellationToken).ShouldAllBe(hit => hit.PassageId.StartsWith("transfer-keeper@", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_written_is_read_again_by_others()
    {
        var (indexer, _) = Filled();
        var (state, stored) = Open().ReadAll(indexer.Embedder);
        state.Embedder.ShouldBe(indexer.Embedder);
        stored.Select(s => s.Article.Id).ShouldBe(Articles.Select(a => a.Id).Order(StringComparer.Ordinal));
        foreach (var (article, file) in stored.Select(s => (s.Article, s.File)))
        {
            var expected = Articles.Single(a => a.Id == article.Id);
            (article with { Sentences = expected.Sentences, Translation = expected.Translation }).ShouldBe(expected);
            article.Sentences.ShouldBe(expected.Sentences);
            article.Translation?.Sentences.ShouldBe(expected.Translation!.Sentences);
            file.ShouldBe($"{article.Id}.md");
            Open().ReadText(article.Id, article.Version).ShouldBe(article.Text);
        }

        stored.SelectMany(s => s.Passages).Select(p => p.Id).ShouldBeUnique();
        foreach (var passage in stored.SelectMany(s => s.Passages))
            Articles.Single(a => a.Id == passage.ArticleId).Text.Substring(passage.Start, passage.Text.Length).ShouldBe(passage.Text);
    }

    [Fact]
    public void An_empty_store_is_read_as_such()
    {
        var store = Open();
        store.ReadState().ShouldBe(StoreState.Empty);
        store.ReadRevision().ShouldBeNull();
        store.ReadAll("any").Articles.ShouldBeEmpty();
    }

    [Fact]
    public void Writing_the_same_again_changes_nothing()
    {
        var (indexer, store) = Filled();
        var revision = store.ReadRevision();
        indexer.Synchronize(TestCorpus.Files(Articles)).ShouldBe((0, 0));
        store.ReadRevision().ShouldBe(revision);
        indexer.Rebuild(TestCorpus.Files(Articles)).Embedded.ShouldBe(Articles.Count);
        store.ReadRevision().ShouldNotBe(revision);
        indexer.Load().Index.Passages.Select(p => p.Id).ShouldBeUnique();
        SearchOf(store).Search(Query("le moulin"), TestContext.Current.CancellationToken).Select(hit => hit.PassageId).ShouldBeUnique();
    }

    [Fact]
    public void A_changed_article_is_replaced_and_its_earlier_versions_are_kept_until_it_is_removed()
    {
        var (indexer, store) = Filled();
        var flood = Articles[0];
        indexer.Synchronize(TestCorpus.Files([Ebb, .. Articles.Skip(1)])).ShouldBe((1, 0));
        store.ReadText("crue-loire", Ebb.Version).ShouldBe(Ebb.Text);
        store.ReadText("crue-loire", flood.Version).ShouldBe(flood.Text);
        store.ReadEarlier("crue-loire", flood.Version)!.SentenceTexts.ShouldBe(flood.Sentences.Select(s => flood.SentenceText(s.Number)));
        store.ReadEarlier("crue-loire", Ebb.Version).ShouldBeNull();
        SearchOf(store).Search(Query("décrue"), TestContext.Current.CancellationToken)[0].PassageId.ShouldStartWith($"crue-loire@{Ebb.Version}");

        // Another write takes the earlier version along; one that comes back is the served one only.
        indexer.Synchronize(TestCorpus.Files([Ebb, .. Articles.Skip(2)])).ShouldBe((0, 1));
        store.ReadEarlier("crue-loire", flood.Version).ShouldNotBeNull();
        indexer.Synchronize(TestCorpus.Files([flood, .. Articles.Skip(2)])).ShouldBe((1, 0));
        store.ReadEarlier("crue-loire", flood.Version).ShouldBeNull();
        store.ReadEarlier("crue-loire", Ebb.Version).ShouldNotBeNull();

        indexer.Synchronize(TestCorpus.Files([.. Articles.Skip(2)])).ShouldBe((0, 1));
        store.ReadText("crue-loire", flood.Version).ShouldBeNull();
        store.ReadText("crue-loire", Ebb.Version).ShouldBeNull();
        SearchOf(store).Search(Query("La Loire a débordé à Orléans"), TestContext.Current.CancellationToken).ShouldAllBe(hit => !hit.PassageId.StartsWith("crue-loire", StringComparison.Ordinal));
    }

    [Fact]
    public void More_articles_than_are_read_at_once_are_all_read_and_all_kept()
    {
        const int Count = 150;
        var many = Enumerable.Range(1, Count).Select(i => TestCorpus.Make($"village-{i}", TextLanguage.French, $"Village {i}", $"Le moulin du village {i} date de {1600 + i}.")).ToList();
        var store = Open();
        var indexer = new Indexer(Linguistics.Shared, TestCorpus.Embedder, store, Speech);
        indexer.Synchronize(TestCorpus.Files(many)).ShouldBe((Count, 0));
        many[0] = many[0] with { Version = "fedcba9876543210" };
        indexer.Synchronize(TestCorpus.Files(many)).ShouldBe((1, 0));
        var index = indexer.Load().Index;
        index.Articles.Keys.ShouldBe(many.Select(a => a.Id), ignoreOrder: true);
        index.Passages.Count.ShouldBe(Count);
        var found = index.Search(new PassageQuery(TestCorpus.Embedder.Embed("moulin"), SparseVector.OfQuestion(Linguistics.Shared.Terms.Extract("moulin", TextLanguage.French)), Count) { Depth = Count }, TestContext.Current.CancellationToken);
        found.Select(hit => hit.Passage.ArticleId).ShouldBe(many.Select(a => a.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task Readers_see_all_of_a_write_or_nothing_of_it()
    {
        var (indexer, store) = Filled();
        var before = store.ReadRevision();
        using (var transaction = store.BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken))
        {
            transaction.Put(new StoredArticle(Ebb, [], null));
            transaction.Remove("greve-trains");
            Open().ReadState().Articles.Keys.Order().ShouldBe(Articles.Select(a => a.Id).Order());
            Open().ReadText("crue-loire", Ebb.Version).ShouldBeNull();
        }

        Open().ReadRevision().ShouldBe(before);
        Open().ReadState().Articles.Keys.Order().ShouldBe(Articles.Select(a => a.Id).Order());

        using var writing = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var seen = new HashSet<int>();
            while (!writing.IsCancellationRequested)
                seen.Add(Open().ReadAll(indexer.Embedder).Articles.Count);
            return seen;
        });
        for (var round = 0; round < 3; round++)
        {
            indexer.Synchronize(TestCorpus.Files([.. Articles.Take(2)]));
            indexer.Synchronize(TestCorpus.Files(Articles));
        }

        await writing.CancelAsync();
        (await reader).ShouldBeSubsetOf([2, Articles.Count]);
    }

    [Fact]
    public void An_index_that_was_loaded_is_searched_to_the_end_while_another_is_written()
    {
        var (indexer, store) = Filled();
        var loaded = SearchOf(store);
        var expected = loaded.Search(Query("le travail des cheminots"), TestContext.Current.CancellationToken);
        indexer.Synchronize(TestCorpus.Files([.. Articles.Skip(2)]));
        loaded.Search(Query("le travail des cheminots"), TestContext.Current.CancellationToken).ShouldBe(expected);
    }

    [Fact]
    public void Vectors_of_another_embedder_are_never_searched_with_this_ones()
    {
        var (indexer, store) = Filled();
        using (var transaction = store.BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken))
            transaction.Commit("another 1");
        if (store.RebuildsByItself)
        {
            indexer.Load().Index.Passages.ShouldAllBe(p => p.Vector.IsEmpty);
            indexer.Synchronize(TestCorpus.Files(Articles)).Embedded.ShouldBe(Articles.Count);
        }
        else
        {
            Should.Throw<StoreException>(() => indexer.Load()).Message.ShouldContain("index rebuild");
            Should.Throw<StoreException>(() => indexer.Synchronize(TestCorpus.Files(Articles))).Message.ShouldContain("another 1");
            indexer.Rebuild(TestCorpus.Files(Articles)).Embedded.ShouldBe(Articles.Count);
        }

        indexer.Load().State.Embedder.ShouldBe(indexer.Embedder);
    }

    private static PassageQuery Query(string text) =>
        new(TestCorpus.Embedder.Embed(text), SparseVector.OfQuestion(Linguistics.Shared.Terms.Extract(text, TextLanguage.French)), 10);

    private static MemorySearch Memory()
    {
        var analyzer = new ArticleAnalyzer(Linguistics.Shared, Speech);
        return new MemorySearch(Articles.SelectMany(article => PassageFactory.WithPassages(analyzer.Analyze(article), TestCorpus.Embedder).Passages));
    }

    private static IndexSearch SearchOf(IArticleStore store)
    {
        var indexer = new Indexer(Linguistics.Shared, TestCorpus.Embedder, store, Speech);
        return new IndexSearch(indexer.Load().Index);
    }

    private (Indexer Indexer, IArticleStore Store) Filled()
    {
        var store = Open();
        var indexer = new Indexer(Linguistics.Shared, TestCorpus.Embedder, store, Speech);
        indexer.Synchronize(TestCorpus.Files(Articles)).ShouldBe((Articles.Count, 0));
        return (indexer, store);
    }

    private sealed class IndexSearch(PassageIndex index) : IPassageSearch
    {
        public IReadOnlyList<(string PassageId, double Score)> Search(PassageQuery query, CancellationToken cancellationToken = default) =>
            [.. index.Search(query, cancellationToken).Select(hit => (hit.Passage.Id, hit.Score))];
    }
}
