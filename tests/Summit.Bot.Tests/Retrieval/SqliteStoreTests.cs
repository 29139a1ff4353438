using Microsoft.Data.Sqlite;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval;

public sealed class SqliteStoreTests
{
    private static readonly Article Ebb = TestCorpus.Make("crue-loire", TextLanguage.French, "Une crue", "La décrue a commencé jeudi.", "fedcba9876543210");

    [Fact]
    public void What_was_written_is_read_again()
    {
        using var corpus = TestCorpus.Shipped();
        var stored = new SqliteStore(corpus.Folder).ReadAll(corpus.Indexer.Embedder).Articles.ShouldHaveSingleItem();
        var expected = corpus.Articles.ShouldHaveSingleItem();
        (stored.Article with { Sentences = expected.Sentences, Translation = expected.Translation }).ShouldBe(expected);
        stored.Article.Sentences.ShouldBe(expected.Sentences);
        stored.Article.Translation!.Sentences.ShouldBe(expected.Translation!.Sentences);
        stored.Passages.Select(p => p.Text).ShouldBe(corpus.Index.Passages.Select(p => p.Text));
        foreach (var (left, right) in stored.Passages.Zip(corpus.Index.Passages))
            left.Vector.ToArray().ShouldBe(right.Vector.ToArray());
    }

    [Fact]
    public void A_store_that_was_never_written_is_empty_and_reading_makes_no_file()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"summit-{Guid.NewGuid():N}");
        new SqliteStore(folder).ReadState().ShouldBe(StoreState.Empty);
        new SqliteStore(folder).ReadText("a", "b").ShouldBeNull();
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public void An_article_that_changed_is_replaced_and_its_earlier_version_can_still_be_read()
    {
        using var corpus = TestCorpus.Other();
        var flood = corpus.Articles[0];
        var index = corpus.Synchronize([Ebb, .. corpus.Articles.Skip(1)]);
        index.Articles["crue-loire"].Article.Text.ShouldBe("La décrue a commencé jeudi.");
        index.Passages.Count(p => p.ArticleId == "crue-loire").ShouldBe(1);
        corpus.Store.ReadText("crue-loire", Ebb.Version).ShouldBe(Ebb.Text);
        corpus.Store.ReadText("crue-loire", flood.Version).ShouldBe(flood.Text);
        corpus.Store.ReadEarlier("crue-loire", flood.Version)!.SentenceTexts.ShouldBe(flood.Sentences.Select(s => flood.SentenceText(s.Number)));
        corpus.Store.ReadEarlier("crue-loire", Ebb.Version).ShouldBeNull();
    }

    [Fact]
    public void A_version_that_comes_back_is_the_served_one_only()
    {
        using var corpus = TestCorpus.Other();
        var flood = corpus.Articles[0];
        corpus.Synchronize(Ebb);
        corpus.Synchronize(flood);
        corpus.Store.ReadEarlier("crue-loire", flood.Version).ShouldBeNull();
        corpus.Store.ReadEarlier("crue-loire", Ebb.Version).ShouldNotBeNull();
    }

    [Fact]
    public void Only_so_many_earlier_versions_are_kept()
    {
        using var corpus = TestCorpus.Other();
        var versions = Enumerable.Range(0, StoreTransaction.MostEarlierVersions + 3).Select(i => $"{i:x16}").ToList();
        foreach (var version in versions)
            corpus.Synchronize(Ebb with { Version = version });
        corpus.Store.ReadEarlier("crue-loire", versions[1]).ShouldBeNull();
        corpus.Store.ReadEarlier("crue-loire", versions[2]).ShouldNotBeNull();
        corpus.Store.ReadEarlier("crue-loire", versions[^2]).ShouldNotBeNull();
    }

    [Fact]
    public void An_article_that_is_gone_is_removed_with_all_its_versions()
    {
        using var corpus = TestCorpus.Other();
        var flood = corpus.Articles[0];
        corpus.Synchronize([Ebb, corpus.Articles[1]]);
        corpus.Synchronize(corpus.Articles[1]).Articles.Keys.ShouldBe(["greve-trains"]);
        corpus.Store.ReadText("crue-loire", Ebb.Version).ShouldBeNull();
        corpus.Store.ReadText("crue-loire", flood.Version).ShouldBeNull();
    }

    [Fact]
    public void An_article_whose_file_is_refused_stays()
    {
        using var corpus = TestCorpus.Other();
        var files = TestCorpus.Files(corpus.Articles[0]) with { Refusals = [new CorpusRefusal("greve-trains.md", 3, "half written")] };
        corpus.Indexer.Synchronize(files);
        corpus.Indexer.Load().Index.Articles.Keys.Order().ShouldBe(["crue-loire", "greve-trains"]);
    }

    [Fact]
    public void Nothing_is_written_when_nothing_changed()
    {
        using var corpus = TestCorpus.Other();
        var before = corpus.Store.ReadState().Revision;
        corpus.Indexer.Synchronize(TestCorpus.Files(corpus.Articles)).ShouldBe((0, 0));
        corpus.Store.ReadState().Revision.ShouldBe(before);
    }

    [Fact]
    public void A_write_that_is_not_committed_leaves_everything_as_it_was()
    {
        using var corpus = TestCorpus.Other();
        using (var transaction = corpus.Store.BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken))
        {
            transaction.Put(new StoredArticle(Ebb, [], null));
            transaction.Remove("greve-trains");
        }

        corpus.Store.ReadState().Articles.Keys.Order().ShouldBe(["crue-loire", "greve-trains", "transfer-keeper"]);
        corpus.Store.ReadText("crue-loire", Ebb.Version).ShouldBeNull();
    }

    [Fact]
    public void A_reader_sees_the_old_articles_until_the_new_ones_are_committed()
    {
        using var corpus = TestCorpus.Other();
        using var transaction = corpus.Store.BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken);
        transaction.Remove("greve-trains");
        corpus.Store.ReadAll(corpus.Indexer.Embedder).Articles.Count.ShouldBe(3);
        transaction.Commit(corpus.Indexer.Embedder);
        corpus.Store.ReadAll(corpus.Indexer.Embedder).Articles.Count.ShouldBe(2);
    }

    [Fact]
    public void Vectors_of_another_embedder_are_not_searched_with_and_made_anew_from_the_stored_articles()
    {
        using var corpus = TestCorpus.Other();
        using (var transaction = corpus.Store.BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken))
            transaction.Commit("another embedder");
        corpus.Indexer.Load().Index.Passages.ShouldAllBe(p => p.Vector.IsEmpty);
        var gone = TestCorpus.Files() with { Refusals = [.. corpus.Articles.Select(a => new CorpusRefusal($"{a.Id}.md", 0, "unreadable"))] };
        corpus.Indexer.Synchronize(gone).ShouldBe((3, 0));
        var passages = corpus.Indexer.Load().Index.Passages;
        passages.Select(p => p.Vector.ToArray()).ShouldBe(corpus.Index.Passages.Select(p => p.Vector.ToArray()));
    }

    [Fact]
    public void A_second_writer_waits_and_names_the_way_out_when_it_waited_too_long()
    {
        using var corpus = TestCorpus.Other();
        using var first = corpus.Store.BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken);
        var impatient = new SqliteStore(corpus.Folder) { Patience = TimeSpan.FromSeconds(1) };
        var message = Should.Throw<StoreException>(() => impatient.BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken)).Message;
        message.ShouldContain("locked by another process");
        message.ShouldContain("Summit:DataPath");
    }

    [Theory]
    [InlineData("UPDATE content SET text = replace(text, 'Loire', 'Seine')")]
    [InlineData("UPDATE content SET sentences = zeroblob(length(sentences))")]
    [InlineData("DELETE FROM content WHERE number = 2")]
    [InlineData("DELETE FROM derived")]
    [InlineData("DROP TABLE article")]
    [InlineData("UPDATE derived SET passages = CAST(passages || passages AS BLOB)")]
    [InlineData("UPDATE derived SET vectors = zeroblob(2048)")]
    [InlineData("UPDATE derived SET words = x''")]
    [InlineData("UPDATE derived SET digest = NULL")]
    [InlineData("UPDATE article SET title = 'Autre titre'")]
    public void What_is_not_what_was_written_is_noticed(string damage)
    {
        using var corpus = TestCorpus.Other();
        Execute(corpus.Store.Path, damage);
        Should.Throw<StoreDamagedException>(() => corpus.Store.ReadAll(corpus.Indexer.Embedder));
    }

    [Fact]
    public void A_damaged_file_is_set_aside_once_and_a_sound_one_is_not()
    {
        using var corpus = TestCorpus.Other();
        corpus.Store.SetAside().ShouldBeNull();
        Execute(corpus.Store.Path, "DELETE FROM derived");
        var aside = corpus.Store.SetAside().ShouldNotBeNull();
        File.Exists(Path.Combine(aside, "summit.db")).ShouldBeTrue();
        corpus.Store.ReadState().ShouldBe(StoreState.Empty);
        corpus.Synchronize(corpus.Articles).Articles.Count.ShouldBe(3);
        corpus.Store.SetAside().ShouldBeNull();
    }

    [Fact]
    public void A_newer_format_is_left_alone()
    {
        using var corpus = TestCorpus.Other();
        Execute(corpus.Store.Path, "PRAGMA user_version = 99");
        Should.Throw<StoreException>(() => corpus.Store.ReadState()).Message.ShouldContain("newer than this program");
        Should.Throw<StoreException>(() => corpus.Store.BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_older_format_is_filled_anew()
    {
        using var corpus = TestCorpus.Other();
        Execute(corpus.Store.Path, "DROP TABLE earlier; PRAGMA user_version = 1");
        corpus.Store.ReadState().ShouldBe(StoreState.Empty);
        corpus.Synchronize(corpus.Articles).Articles.Count.ShouldBe(3);
    }

    [Fact]
    public void A_folder_that_is_a_file_is_named_with_the_way_out()
    {
        var file = Path.GetTempFileName();
        var message = Should.Throw<StoreException>(() => new SqliteStore(file).BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken)).Message;
        message.ShouldContain(file);
        message.ShouldContain("Summit:DataPath");
        File.Delete(file);
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
