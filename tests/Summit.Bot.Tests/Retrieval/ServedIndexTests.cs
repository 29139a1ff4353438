using Microsoft.Extensions.Logging.Abstractions;
using Summit.Bot.Answering;
using Summit.Bot.Conversations;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval.Store;
using Summit.Bot.Retrieval;

namespace Summit.Bot.Tests.Retrieval;

public sealed class ServedIndexTests : IDisposable
{
    private readonly string _corpus = Directory.CreateTempSubdirectory("summit-corpus-").FullName;
    private readonly string _data = Directory.CreateTempSubdirectory("summit-data-").FullName;

    public ServedIndexTests() => Write("moulin", "Le moulin date de 1789.");

    [Fact]
    public void An_empty_store_serves_nothing_until_it_is_filled()
    {
        var index = Make();
        index.Open();
        index.IsLoaded.ShouldBeFalse();
        index.Synchronize(TestContext.Current.CancellationToken);
        Ask(index).ShouldBeOfType<Grounded>();
    }

    [Fact]
    public void The_old_index_answers_by_words_until_the_vectors_of_a_new_embedder_are_made()
    {
        var first = Make();
        first.Synchronize(TestContext.Current.CancellationToken);
        using (var transaction = first.Store.BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken))
            transaction.Commit("another embedder");
        var index = Make();
        index.Open();
        index.Retriever.Index.Passages.ShouldAllBe(p => p.Vector.IsEmpty);
        Ask(index).ShouldBeOfType<Grounded>();
        index.Synchronize(TestContext.Current.CancellationToken);
        index.Retriever.Index.Passages.ShouldAllBe(p => !p.Vector.IsEmpty);
        Ask(index).ShouldBeOfType<Grounded>();
    }

    [Fact]
    public void A_file_is_taken_up_only_when_it_is_left_alone()
    {
        var index = Make();
        index.Synchronize(TestContext.Current.CancellationToken);
        Write("four", "Le four à pain a été bâti en 1802.");
        index.FollowCorpus(TestContext.Current.CancellationToken);
        index.Retriever.Index.Articles.ContainsKey("four").ShouldBeFalse();
        index.FollowCorpus(TestContext.Current.CancellationToken);
        index.Retriever.Index.Articles.ContainsKey("four").ShouldBeTrue();
    }

    [Fact]
    public void What_another_writer_did_is_served()
    {
        var index = Make();
        index.Synchronize(TestContext.Current.CancellationToken);
        Write("four", "Le four à pain a été bâti en 1802.");
        Make().Synchronize(TestContext.Current.CancellationToken);
        index.FollowStore(TestContext.Current.CancellationToken);
        index.Retriever.Index.Articles.Keys.Order().ShouldBe(["four", "moulin"]);
    }

    [Fact]
    public void A_corpus_that_is_gone_takes_nothing_away()
    {
        var index = Make();
        index.Synchronize(TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(_corpus, "moulin.md"));
        index.FollowCorpus(TestContext.Current.CancellationToken);
        Should.Throw<CorpusException>(() => index.FollowCorpus(TestContext.Current.CancellationToken));
        Ask(index).ShouldBeOfType<Grounded>();
    }

    [Fact]
    public void The_corpus_folder_may_be_empty_where_articles_were_ingested()
    {
        File.Delete(Path.Combine(_corpus, "moulin.md"));
        Should.Throw<CorpusException>(Make().Open).Message.ShouldContain("summit-bot ingest");
        Ingest("moulin", "Le moulin date de 1789.");

        var index = Make();
        index.Open();
        index.Synchronize(TestContext.Current.CancellationToken);

        Ask(index).ShouldBeOfType<Grounded>();
    }

    [Fact]
    public void An_empty_corpus_folder_takes_away_no_article_that_came_from_it()
    {
        Make().Synchronize(TestContext.Current.CancellationToken);
        Ingest("four", "Le four à pain a été bâti en 1802.");
        File.Delete(Path.Combine(_corpus, "moulin.md"));

        Should.Throw<CorpusException>(Make().Open);

        new SqliteStore(_data).ReadState().Articles.Keys.Order().ShouldBe(["four", "moulin"]);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_corpus, recursive: true);
        Directory.Delete(_data, recursive: true);
    }

    private static Answer Ask(ServedIndex index) => new Assistant(() => index.Retriever, index.Reload, index.ReadText)
        .Answer(new QuestionReader(Linguistics.Shared).Read("De quand date le moulin ?", null, TextLanguage.French, "c"));

    private ServedIndex Make() => new(new SqliteStore(_data), _corpus, NullLogger.Instance);

    private void Ingest(string id, string text)
    {
        var store = new SqliteStore(_data);
        var indexer = new Indexer(Linguistics.Shared, TestCorpus.Embedder, store, new SpeechReader(Linguistics.Shared));
        var article = new Article(id, "0123456789abcdef", "Note", TextLanguage.French, null, null, null, text, SentenceSplitter.Split(text), null);
        using var transaction = store.BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken);
        foreach (var prepared in indexer.Prepare([new StoredArticle(article, [], "/sources/a.md") { IsIngested = true }], TestContext.Current.CancellationToken))
            transaction.Put(prepared);
        transaction.Commit(indexer.Embedder);
    }

    private void Write(string id, string text) =>
        File.WriteAllText(Path.Combine(_corpus, id + ".md"), $"---\nid: {id}\ntitle: Note\nlanguage: fr\npublished: 2024-01-01\n---\n{text}\n");
}
