using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Language;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Ingesting;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.EndToEnd;

/// <summary>
/// An ingest that is killed (SIGKILL) at any moment leaves a store that is whole, and the next one completes it: nothing is lost, nothing is
/// there twice. The environment variable SUMMIT_KILLS says how often; 50 where it is not set.
/// </summary>
[Collection(BothCores.Name)]
public sealed class IngestKillTests : IDisposable
{
    private const int Articles = 900, Files = 30, Seed = 20190425;

    private readonly string _work = Directory.CreateTempSubdirectory("summit-ingest-kill-").FullName;
    private readonly int _kills = int.TryParse(Environment.GetEnvironmentVariable("SUMMIT_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 50;

    private string Sources => Path.Combine(_work, "sources");

    [Fact]
    public async Task A_killed_ingest_is_completed_by_the_next_one_with_nothing_lost_or_doubled()
    {
        Write();
        var expected = await CompleteAsync("whole");
        expected.Count.ShouldBe(Articles + 1);
        var random = new Random(Seed);
        var moments = Enumerable.Range(0, _kills).Select(_ => random.NextDouble()).ToList();
        var (killed, withCommits) = (0, 0);
        var whole = await RunAsync("timed", killAfter: null);
        await Parallel.ForEachAsync(moments.Index(), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (moment, _) =>
        {
            var name = $"{moment.Index}";
            if (await RunAsync(name, whole * moment.Item) is var time && time == TimeSpan.Zero)
                Interlocked.Increment(ref killed);
            if (new SqliteStore(Path.Combine(_work, name)).ReadState().Articles.Count is > 1 and < Articles)
                Interlocked.Increment(ref withCommits);
            (await CompleteAsync(name)).ShouldBe(expected, $"killed after {whole * moment.Item} of {whole}, seed {Seed}");
            SqliteConnection.ClearAllPools();
            Directory.Delete(Path.Combine(_work, name), recursive: true);
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{killed} of {_kills} processes were killed before they had ended, {withCommits} between two commits.");
        killed.ShouldBeGreaterThan(_kills / 2);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_work, recursive: true);
    }

    private void Write()
    {
        Directory.CreateDirectory(Sources);
        foreach (var file in Enumerable.Range(0, Articles).Chunk(Articles / Files))
        {
            File.WriteAllLines(Path.Combine(Sources, $"{file[0]:D4}.jsonl"), file.Select(i => JsonSerializer.Serialize(new
            {
                id = $"dossier-{i}", title = $"Dossier {i}", language = "fr",
                text = string.Join(' ', Enumerable.Range(1, 8).Select(s => string.Create(CultureInfo.InvariantCulture, $"Le dossier numéro {i} pèse {(i * 7) + s} kilos dans l’armoire {s} du notaire de Brest."))),
            })));
        }
    }

    /// <returns>How long it took; zero when it was killed before it had ended.</returns>
    private async Task<TimeSpan> RunAsync(string name, TimeSpan? killAfter)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_work, name)).FullName;
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(BotProcess.StartInfo(folder, ["ingest", Sources], "Production"))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (killAfter is { } moment)
        {
            await Task.Delay(moment);
            process.Kill();
        }

        await process.WaitForExitAsync();
        await Task.WhenAll(output, error);
        if (killAfter is null)
            process.ExitCode.ShouldBe(0, await error);
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(started) : TimeSpan.Zero;
    }

    /// <summary>Ingests in this process what a killed one has left out; everything that is stored then.</summary>
    private async Task<IReadOnlyList<(string Id, string Version, string? File, string Passages)>> CompleteAsync(string name)
    {
        var store = new SqliteStore(Path.Combine(_work, name));
        using var embedder = new BuiltinEmbedder(Linguistics.Shared);
        var indexer = new Indexer(Linguistics.Shared, embedder, store, new SpeechReader(Linguistics.Shared));
        indexer.Synchronize(CorpusLoader.Load(Path.Combine(AppContext.BaseDirectory, "corpus")));
        var report = await new Ingester(indexer, store, embedder).IngestAsync([Sources], new IngestOptions(), TestContext.Current.CancellationToken);
        (report.Added + report.Unchanged, report.Changed, report.Refused).ShouldBe((Articles, 0, 0));
        var (state, stored) = store.ReadAll(indexer.Embedder);
        state.Sources.Count.ShouldBe(Files);
        stored.SelectMany(article => article.Passages).ShouldAllBe(passage => passage.Vector.Length == BuiltinEmbedder.Dimensions);
        return [.. stored.Select(article => (article.Article.Id, article.Article.Version, article.File, string.Join(' ', article.Passages.Select(passage => passage.Id))))];
    }
}
