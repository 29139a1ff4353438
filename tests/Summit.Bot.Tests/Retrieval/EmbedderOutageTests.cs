using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Summit.Bot.Conversations;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;
using Summit.Bot.Tests.Embeddings;

namespace Summit.Bot.Tests.Retrieval;

/// <summary>Other embedders behind the index, and what becomes of questions when one fails.</summary>
public sealed class EmbedderOutageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("summit-test-").FullName;

    [Fact]
    public async Task While_the_embedder_fails_questions_are_answered_by_words()
    {
        var isDown = false;
        await using var server = await EmbeddingServer.StartAsync(_ => isDown ? new EmbeddingScript { Status = 400 } : new EmbeddingScript());
        var log = new LogList();
        using var served = Served(() => server.Open(), log);
        served.Synchronize();
        served.Retriever.Index.Passages.ShouldAllBe(passage => passage.Vector.Length == EmbeddingServer.Dimension);
        var found = Ask(served);
        isDown = true;
        Ask(served).ShouldBe(found);
        Ask(served).ShouldBe(found);
        log.Lines.Count(line => line.Contains("by words alone", StringComparison.Ordinal)).ShouldBe(1);
        var search = new PassageSearch(() => served.Retriever.Index, served.Embedder, Linguistics.Shared);
        (await search.SearchAsync("Où a eu lieu le sommet ?", 3, cancellationToken: TestContext.Current.CancellationToken).AnyAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_embedder_that_has_failed_is_left_alone_for_a_while_and_what_happens_is_logged_once()
    {
        var isDown = true;
        await using var server = await EmbeddingServer.StartAsync(_ => isDown ? new EmbeddingScript { Status = 400 } : new EmbeddingScript());
        using var embedder = server.Open();
        var (log, time) = (new LogList(), new FakeTimeProvider());
        var vectors = new QuestionVectors(embedder, log, time);
        vectors.Of("le").ShouldBeEmpty();
        vectors.Of("le").ShouldBeEmpty();
        server.Calls.Count.ShouldBe(1);
        time.Advance(QuestionVectors.Pause);
        vectors.Of("le").ShouldBeEmpty();
        server.Calls.Count.ShouldBe(2);
        isDown = false;
        time.Advance(QuestionVectors.Pause);
        vectors.Of("le").Length.ShouldBe(EmbeddingServer.Dimension);
        vectors.Of("le").Length.ShouldBe(EmbeddingServer.Dimension);
        log.Lines.Count.ShouldBe(2);
        log.Lines[0].ShouldContain("Summit:Embeddings:OpenAI:");
        log.Lines[1].ShouldContain("again");
    }

    [Fact]
    public void The_embedded_store_is_filled_again_by_an_embedder_that_costs_nothing()
    {
        using (var served = Served(() => new BuiltinEmbedder(Linguistics.Shared)))
            served.Synchronize();
        using var model = new MadeModel();
        using var other = Served(() => model.Open());
        other.Open();
        Ask(other).ShouldNotBeEmpty();
        other.Synchronize();
        other.Retriever.Index.Passages.ShouldAllBe(passage => passage.Vector.Length == MadeModel.Dimension);
        Ask(other).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_embedder_that_costs_money_refuses_the_vectors_of_another_one()
    {
        using (var served = Served(() => new BuiltinEmbedder(Linguistics.Shared)))
            served.Synchronize();
        await using var server = await EmbeddingServer.StartAsync();
        using var embedder = server.Open();
        using var costly = Served(() => new Costly(embedder));
        Should.Throw<StoreException>(costly.Open).Message.ShouldContain("summit-bot index rebuild");
        Should.Throw<StoreException>(() => costly.Synchronize()).Message.ShouldContain("summit-bot index rebuild");
        server.Calls.ShouldBeEmpty();
        costly.Rebuild().ShouldBeGreaterThan(0);
        costly.Retriever.Index.Passages.ShouldAllBe(passage => passage.Vector.Length == EmbeddingServer.Dimension);
        costly.Synchronize();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private ServedIndex Served(Func<IEmbedder> embedder, ILogger? log = null) =>
        new(new SqliteStore(_folder), Path.Combine(AppContext.BaseDirectory, "corpus"), log ?? NullLogger.Instance, embedder);

    private static List<int> Ask(ServedIndex served) =>
        [.. served.Retriever.Retrieve(new QuestionReader(Linguistics.Shared).Read("Où a eu lieu le sommet ?", null, TextLanguage.French, "test"))[0].Sentences.Select(sentence => sentence.Sentence.Number).Take(1)];

    /// <summary>A server of this machine, paid for.</summary>
    private sealed class Costly(IEmbedder inner) : IEmbedder
    {
        public string Identity => inner.Identity;

        public int Dimension => inner.Dimension;

        public bool IsFree => false;

        public float[] EmbedQuestion(string text, CancellationToken cancellationToken = default) => inner.EmbedQuestion(text, cancellationToken);

        public IReadOnlyList<float[]> EmbedPassages(IReadOnlyList<string> texts, CancellationToken cancellationToken = default) => inner.EmbedPassages(texts, cancellationToken);

        public void Dispose()
        {
            // The test owns the inner one.
        }
    }

    private sealed class LogList : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}
