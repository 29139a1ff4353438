namespace Summit.Bot.EndToEnd;

/// <summary>The commands <c>ingest</c> and <c>index status</c>, and a server that runs meanwhile.</summary>
public sealed class IngestCommandTests : IDisposable
{
    private const string Question = "En quelle année le moulin de Vauclair a-t-il été bâti ?";

    private readonly string _work = Directory.CreateTempSubdirectory("summit-ingest-e2e-").FullName;

    public IngestCommandTests() => Write("moulin.md", "---\nid: moulin\ntitle: Le moulin\nlanguage: fr\npublished: 2024-01-02\n---\nLe moulin de Vauclair a été bâti en 1789.\n");

    private string Data => Path.Combine(_work, "data");

    private string Articles => Path.Combine(_work, "articles");

    [Fact]
    public async Task What_is_ingested_is_answered_and_counted_and_a_refusal_is_told_with_exit_code_1()
    {
        var (code, output, _) = await BotProcess.RunAsync(Data, "ingest", Articles, "--dry-run");
        (code, output).ShouldBe((0, output));
        output.ShouldStartWith("Nothing was written. It would be: 1 added, 0 changed");

        (code, output, var error) = await BotProcess.RunAsync(Data, "ingest", Articles);
        code.ShouldBe(0, error);
        output.ShouldStartWith("1 added, 0 changed, 0 unchanged, 0 removed, 0 refused; 1 files");

        Write("broken.md", "---\ntitle: [\n---\nx\n");
        (code, output, error) = await BotProcess.RunAsync(Data, "ingest", Articles, Path.Combine(_work, "nowhere"));
        code.ShouldBe(1);
        output.ShouldStartWith("0 added, 0 changed, 1 unchanged, 0 removed, 2 refused");
        error.ShouldContain("broken.md:");
        error.ShouldContain("nowhere: there is no such file or folder");

        (_, output, _) = await BotProcess.RunAsync(Data, "ask", Question);
        output.ShouldContain("1789");
        (code, output, _) = await BotProcess.RunAsync(Data, "index", "status");
        code.ShouldBe(0);
        output.ShouldContain("2 (1 of the corpus folder, 1 ingested, 0 of them retracted)");
        output.ShouldContain("stale      nothing");

        (code, _, error) = await BotProcess.RunAsync(Data, "ingest", Articles, "--watch", "--dry-run");
        code.ShouldBe(2);
        error.ShouldContain("not both");
    }

    [Fact]
    public async Task A_server_serves_what_is_ingested_while_it_runs_and_watching_takes_up_what_is_written()
    {
        await using var server = await BotProcess.ServeOnAsync(Data);
        await using var watcher = BotProcess.Begin(Data, "ingest", Articles, "--watch");
        await WaitAsync(async () => (await server.AskTextAsync(Question)).Contains("1789", StringComparison.Ordinal));
        Write("moulin.md", "---\nid: moulin\ntitle: Le moulin\nlanguage: fr\npublished: 2024-01-02\ncorrected: 2024-01-03\n---\nLe moulin de Vauclair a été bâti en 1804.\n");
        await WaitAsync(async () => (await server.AskTextAsync(Question)).Contains("1804", StringComparison.Ordinal));
        File.Delete(Path.Combine(Articles, "moulin.md"));
        watcher.Terminate();
        (await watcher.WaitForExitAsync()).ShouldBe(0);
    }

    public void Dispose() => Directory.Delete(_work, recursive: true);

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (!await isSo())
            await Task.Delay(200, limit.Token);
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Articles);
        File.WriteAllText(Path.Combine(Articles, name), text);
    }
}
