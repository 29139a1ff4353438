using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Summit.Bot.Corpus;
using Summit.Bot.Retrieval;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.EndToEnd;

/// <summary>
/// A process that is killed (SIGKILL) at any moment of the first fill, an update, a rebuild for another embedder or a repair leaves
/// a store that is whole, before or after the change, and the next one completes it.
/// </summary>
[Collection(BothCores.Name)]
public sealed class KillTests : IDisposable
{
    private const int Kills = 64, Articles = 24, Seed = 20190425;

    /// <summary>About as long as the change is written.</summary>
    private static readonly TimeSpan WritingTime = TimeSpan.FromMilliseconds(150);

    private int _leftBefore;

    private readonly MadeCorpus _before, _after;
    private readonly string _work = Directory.CreateTempSubdirectory("summit-kill-").FullName;
    private readonly IReadOnlyList<StoredArticle> _expectedBefore, _expectedAfter;
    private readonly string _filled;

    public KillTests()
    {
        var article = CorpusLoader.Load(Path.Combine(AppContext.BaseDirectory, "corpus")).Articles.Single();
        string[] sentences = [.. article.Sentences.Select(s => article.SentenceText(s.Number))];
        _before = new MadeCorpus(sentences, Articles);
        _after = new MadeCorpus(sentences, Articles + 3);
        for (var i = 0; i < Articles; i += 3)
            _after.Write(i, edition: 1);
        _after.Remove(4);
        _filled = Path.Combine(_work, "filled");
        _expectedBefore = Fill(_filled, _before);
        _expectedAfter = Fill(Path.Combine(_work, "after"), _after);
    }

    private enum Change
    {
        FirstFill,
        Update,
        Rebuild,
        Repair,
    }

    [Fact]
    public async Task A_process_killed_at_any_moment_loses_nothing_and_doubles_nothing()
    {
        var durations = new Dictionary<Change, TimeSpan>();
        foreach (var change in Enum.GetValues<Change>())
        {
            var started = Stopwatch.GetTimestamp();
            (await RunAsync(Prepare(change, $"whole-{change}"), change, killAfter: null)).ShouldBeFalse();
            durations.Add(change, Stopwatch.GetElapsedTime(started));
        }

        var random = new Random(Seed);
        var plans = Enumerable.Range(0, Kills).Select(i => (Number: i, Change: (Change)(i % durations.Count), Moment: random.NextDouble())).ToList();
        var killed = 0;
        await Parallel.ForEachAsync(plans, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (plan, _) =>
        {
            var folder = Prepare(plan.Change, $"{plan.Number}");
            // Three of four are killed while they write, or soon after; the others at any moment of their lives, which is mostly the start of the runtime.
            var killsWriter = plan.Number % 16 >= 4;
            if (await RunAsync(folder, plan.Change, killsWriter ? WritingTime * plan.Moment : durations[plan.Change] * plan.Moment, killsWriter))
                Interlocked.Increment(ref killed);
            Check(folder, plan.Change, $"{plan.Change}, plan {plan.Number} of seed {Seed}");
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{killed} of {Kills} processes were killed before they had ended; {_leftBefore} left the store as it was.");
        killed.ShouldBeGreaterThan(Kills / 2);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_work, recursive: true);
        _before.Dispose();
        _after.Dispose();
    }

    private static IReadOnlyList<StoredArticle> Fill(string folder, MadeCorpus corpus)
    {
        var index = new ServedIndex(new SqliteStore(folder), corpus.Folder, NullLogger.Instance);
        index.Synchronize();
        SqliteConnection.ClearAllPools();
        return index.Store.ReadAll(index.Store.ReadState().Embedder!).Articles;
    }

    private MadeCorpus CorpusOf(Change change) => change == Change.Update ? _after : _before;

    private string Prepare(Change change, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_work, name)).FullName;
        if (change == Change.FirstFill)
            return folder;
        foreach (var file in Directory.GetFiles(_filled))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        if (change == Change.Rebuild)
            StoreFile.Execute(folder, "UPDATE meta SET value = 'another embedder' WHERE key = 'embedder'");
        if (change == Change.Repair)
            StoreFile.Execute(folder, "UPDATE content SET sentences = zeroblob(12)");
        return folder;
    }

    /// <returns>Whether the process was killed before it had ended by itself.</returns>
    private async Task<bool> RunAsync(string folder, Change change, TimeSpan? killAfter, bool onceItWrites = false)
    {
        var log = new FileInfo(Path.Combine(folder, "summit.db-wal"));
        using var process = Process.Start(BotProcess.StartInfo(folder, ["ask", "Combien pèse le dossier numéro 12 ?", $"--Summit:CorpusPath={CorpusOf(change).Folder}"], "Production"))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (killAfter is { } moment)
        {
            var before = Length(log);
            while (onceItWrites && !process.HasExited && Length(log) == before)
                await Task.Delay(1);
            await Task.Delay(moment);
            process.Kill();
        }

        await process.WaitForExitAsync();
        await Task.WhenAll(output, error);
        if (killAfter is null)
            process.ExitCode.ShouldBe(0, await error);
        return process.ExitCode != 0;
    }

    private void Check(string folder, Change change, string what)
    {
        var expected = change == Change.Update ? _expectedAfter : _expectedBefore;
        var store = new SqliteStore(folder);
        if (change != Change.Repair)
        {
            // What the killed process left is read as it is: everything of before, or everything of after.
            var left = Versions(store.ReadAll(embedder: "").Articles);
            var isBefore = left.SequenceEqual(change == Change.FirstFill ? [] : Versions(_expectedBefore));
            if (isBefore)
                Interlocked.Increment(ref _leftBefore);
            (isBefore || left.SequenceEqual(Versions(expected))).ShouldBeTrue(what);
        }

        var index = new ServedIndex(new SqliteStore(folder), CorpusOf(change).Folder, NullLogger.Instance);
        index.Synchronize();
        var (state, stored) = store.ReadAll(store.ReadState().Embedder!);
        Versions(stored).ShouldBe(Versions(expected), what);
        foreach (var (found, wanted) in stored.Zip(expected))
        {
            found.Passages.Select(p => (p.Id, p.Text)).ShouldBe(wanted.Passages.Select(p => (p.Id, p.Text)), what);
            foreach (var (left, right) in found.Passages.Zip(wanted.Passages))
                left.Vector.Span.SequenceEqual(right.Vector.Span).ShouldBeTrue(what);
        }

        index.Retriever.Index.Passages.Count.ShouldBe(expected.Sum(a => a.Passages.Count), what);
        if (change == Change.Repair)
            Directory.GetDirectories(folder, "damaged-*").ShouldNotBeEmpty(what);
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static long Length(FileInfo file)
    {
        file.Refresh();
        return file.Exists ? file.Length : 0;
    }

    private static IReadOnlyList<(string, string)> Versions(IEnumerable<StoredArticle> articles) => [.. articles.Select(a => (a.Article.Id, a.Article.Version))];
}
