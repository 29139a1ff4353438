using System.IO.Compression;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.Tests.Retrieval.Store;

/// <summary>On a store that the last program of format 4 wrote: the shipped article, and two that were ingested, one of them in two versions.</summary>
public sealed class StoreUpgradeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("summit-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "summit.db");

    public StoreUpgradeTests()
    {
        using var packed = new GZipStream(GetType().Assembly.GetManifestResourceStream(GetType(), "Made.format4.db.gz")!, CompressionMode.Decompress);
        using var file = File.Create(Path);
        packed.CopyTo(file);
    }

    [Fact]
    public void Everything_is_taken_over_and_the_vectors_are_rounded()
    {
        var before = Vectors<float>();
        var store = new SqliteStore(_folder);
        var state = store.ReadState();
        state.Articles.Keys.Order().ShouldBe(["kim-poutine-vladivostok-2019", "moss", "phare"]);
        state.Sources.Keys.Order().ShouldBe(["/tmp/articles/moss.md", "/tmp/articles/phare.md"]);

        var articles = store.ReadAll(state.Embedder!).Articles;
        articles.Single(a => a.Article.Id == "moss").Article.Text.ShouldContain("Forty families had cut peat");
        articles.ShouldAllBe(a => a.Digest != null && a.Passages.Count > 0 && a.IsIngested == (a.Article.Id != "kim-poutine-vladivostok-2019"));
        foreach (var article in articles)
            article.Passages.SelectMany(p => p.Rounded.ToArray()).SequenceEqual(BrainFloats.Round(before[article.Article.Id])).ShouldBeTrue();
        Vectors<ushort>().Values.Sum(v => v.Length).ShouldBe(before.Values.Sum(v => v.Length));

        var earlier = Query("SELECT version FROM earlier WHERE article_id = 'moss'", row => row.GetString(0)).Single();
        store.ReadText("moss", earlier)!.ShouldContain("Thirty families had cut peat");
    }

    [Fact]
    public void A_server_goes_on_with_it_whatever_asks_first()
    {
        using var served = new ServedIndex(new SqliteStore(_folder), System.IO.Path.Combine(AppContext.BaseDirectory, "corpus"), NullLogger.Instance);
        served.Open();
        served.Synchronize(TestContext.Current.CancellationToken);
        served.Retriever.Index.Articles.Keys.Order().ShouldBe(["kim-poutine-vladivostok-2019", "moss", "phare"]);

        var other = new SqliteStore(_folder);
        using (var transaction = other.BeginWrite(512, TestContext.Current.CancellationToken))
            transaction.State.Articles.Count.ShouldBe(3);
        Query("PRAGMA user_version", row => row.GetInt32(0)).ShouldBe([5]);
    }

    [Fact]
    public void A_writer_takes_it_over_too()
    {
        using (var transaction = new SqliteStore(_folder).BeginWrite(512, TestContext.Current.CancellationToken))
            transaction.State.Articles.Count.ShouldBe(3);
        Query("PRAGMA user_version", row => row.GetInt32(0)).ShouldBe([5]);
    }

    [Fact]
    public async Task Of_several_at_once_one_does_it()
    {
        var states = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new SqliteStore(_folder).ReadState())));
        states.ShouldAllBe(state => state.Articles.Count == 3);
        var store = new SqliteStore(_folder);
        store.ReadAll(store.ReadState().Embedder!).Articles.Count.ShouldBe(3);
    }

    [Fact]
    public void What_is_damaged_is_not_made_to_look_sound()
    {
        Query("UPDATE content SET text = replace(text, 'Forty', 'Fifty') RETURNING number", row => row.GetInt32(0)).Count.ShouldBe(3);
        Should.Throw<StoreDamagedException>(() => new SqliteStore(_folder).ReadState()).Message.ShouldContain("moss");
        Query("PRAGMA user_version", row => row.GetInt32(0)).ShouldBe([4]);
    }

    public void Dispose()
    {
        SqliteStore.ForgetConnections();
        Directory.Delete(_folder, recursive: true);
    }

    private Dictionary<string, T[]> Vectors<T>() where T : unmanaged =>
        Query("SELECT id, vectors FROM article JOIN derived USING (number)", row => (row.GetString(0), MemoryMarshal.Cast<byte, T>((byte[])row.GetValue(1)).ToArray()))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }
}
