using Summit.Bot.Corpus;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval;

public sealed class SqliteStoreTests
{
    [Fact]
    public void What_was_written_is_read_again()
    {
        using var corpus = TestCorpus.Shipped();
        var (articles, passages) = new SqliteStore(corpus.Folder).ReadAll();
        var expected = corpus.Articles.ShouldHaveSingleItem();
        var article = articles.ShouldHaveSingleItem();
        (article with { Sentences = expected.Sentences, Translation = expected.Translation }).ShouldBe(expected);
        article.Sentences.ShouldBe(expected.Sentences);
        article.Translation!.Sentences.ShouldBe(expected.Translation!.Sentences);
        passages.Select(p => p.Text).ShouldBe(corpus.Index.Passages.Select(p => p.Text));
        foreach (var (left, right) in passages.Zip(corpus.Index.Passages))
            left.Vector.ToArray().ShouldBe(right.Vector.ToArray());
    }

    [Fact]
    public void An_article_that_changed_is_replaced_and_one_that_is_gone_is_removed()
    {
        using var corpus = TestCorpus.Other();
        var changed = TestCorpus.Make("crue-loire", TextLanguage.French, "Une crue", "La décrue a commencé jeudi.", "fedcba9876543210");
        var index = corpus.Indexer.Synchronize([changed, corpus.Articles[1]]);
        index.Articles.Keys.Order().ShouldBe(["crue-loire", "greve-trains"]);
        index.Articles["crue-loire"].Article.Text.ShouldBe("La décrue a commencé jeudi.");
        index.Passages.Count(p => p.ArticleId == "crue-loire").ShouldBe(1);
        corpus.Store.ReadText("crue-loire", "0123456789abcdef").ShouldBeNull();
        corpus.Store.ReadText("crue-loire", "fedcba9876543210").ShouldBe(changed.Text);
    }

    [Fact]
    public void A_write_that_fails_half_way_leaves_everything_as_it_was()
    {
        using var corpus = TestCorpus.Other();
        Should.Throw<InvalidOperationException>(() => corpus.Store.Write(Broken(corpus.Articles[0]), ["greve-trains"], "other"));
        var (versions, embedder) = corpus.Store.ReadState();
        versions.Count.ShouldBe(3);
        embedder.ShouldNotBe("other");
    }

    [Fact]
    public void Another_embedder_makes_all_vectors_anew()
    {
        using var corpus = TestCorpus.Other();
        var zero = corpus.Index.Passages.Select(p => p with { Vector = new float[512] }).ToList();
        corpus.Store.Write(corpus.Articles.Select(a => (a, (IReadOnlyList<Passage>)zero.FindAll(p => p.ArticleId == a.Id))), [], "another embedder");
        var index = corpus.Indexer.Synchronize(corpus.Articles);
        index.Passages.ShouldAllBe(p => p.Vector.ToArray().Any(x => x != 0));
        corpus.Store.ReadState().Embedder!.ShouldContain("summit-builtin");
    }

    [Fact]
    public void A_folder_that_is_a_file_is_named_with_the_way_out()
    {
        var file = Path.GetTempFileName();
        Should.Throw<StoreException>(() => new SqliteStore(file)).Message.ShouldContain("Summit:DataPath");
        File.Delete(file);
    }

    [Fact]
    public void A_file_that_is_no_database_is_named_with_the_way_out()
    {
        var folder = Directory.CreateTempSubdirectory("summit-test-").FullName;
        File.WriteAllText(Path.Combine(folder, "summit.db"), new string('x', 5000));
        Should.Throw<StoreException>(() => new SqliteStore(folder)).Message.ShouldContain(Path.Combine(folder, "summit.db"));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<(Article, IReadOnlyList<Passage>)> Broken(Article article)
    {
        yield return (article with { Version = "1111111111111111" }, []);
        throw new InvalidOperationException("The source of the articles broke off.");
    }
}
