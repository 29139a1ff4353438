using System.Diagnostics;
using System.Net.Http.Json;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Summit.Bot.Corpus;
using Summit.Bot.Embeddings;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.EndToEnd;

/// <summary>The store between processes: several that start at once, one that follows another, and folders that cannot be used.</summary>
public sealed class StoreProcessTests : IDisposable
{
    private const string Question = "Combien pèse le dossier numéro 7 ?";

    private readonly string _data = Directory.CreateTempSubdirectory("summit-store-").FullName;
    private readonly MadeCorpus _corpus;

    public StoreProcessTests()
    {
        var article = CorpusLoader.Load(Path.Combine(AppContext.BaseDirectory, "corpus")).Articles.Single();
        _corpus = new MadeCorpus([.. article.Sentences.Select(s => article.SentenceText(s.Number))], 12);
    }

    private string CorpusPath => $"--Summit:CorpusPath={_corpus.Folder}";

    [Fact]
    public async Task Processes_that_start_at_once_on_an_empty_folder_all_answer_and_fill_it_once()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => BotProcess.RunAsync(_data, "ask", Question, CorpusPath)));
        runs.ShouldAllBe(run => run.ExitCode == 0 && run.Error.Length == 0);
        runs.ShouldAllBe(run => run.Output.Contains("Le dossier numéro 7 pèse 107 tonnes en édition 0.", StringComparison.Ordinal));
        var stored = new SqliteStore(_data).ReadAll("").Articles;
        stored.Count.ShouldBe(12);
        stored.ShouldAllBe(a => a.Passages.Sum(p => p.SentenceCount) == a.Article.Sentences.Count);
    }

    [Fact]
    public async Task Two_servers_on_one_folder_both_serve()
    {
        var servers = await Task.WhenAll(BotProcess.ServeOnAsync(_data, CorpusPath), BotProcess.ServeOnAsync(_data, CorpusPath));
        foreach (var server in servers)
        {
            (await QuoteAsync(server)).ShouldContain("édition 0");
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_server_serves_what_another_process_wrote_to_the_store_within_two_seconds()
    {
        using var other = new MadeCorpus([.. Enumerable.Range(0, 20).Select(i => $"La phrase {i} est neuve.")], 9);
        other.Write(7, edition: 5);
        await using var server = await BotProcess.ServeOnAsync(_data, CorpusPath);
        (await QuoteAsync(server)).ShouldContain("édition 0");
        (await BotProcess.RunAsync(_data, "ask", Question, $"--Summit:CorpusPath={other.Folder}")).Output.ShouldContain("édition 5");
        var seen = await WaitForAsync(server, "édition 5");
        seen.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_server_serves_an_article_that_is_edited_and_old_citations_find_their_sentences()
    {
        _corpus.Put("note", Note("La vigne couvre douze hectares. Le puits est profond de trente mètres. Il pleut souvent en mars."));
        await using var server = await BotProcess.ServeOnAsync(_data, CorpusPath);
        var before = await CitationAsync(server, "Quelle est la profondeur du puits ?");
        before.GetProperty("sentence").GetInt32().ShouldBe(2);

        _corpus.Put("note", Note("La maison date de 1850. La vigne couvre douze hectares. Il pleut souvent en mars, dit-on. Le puits est profond de trente mètres."));
        var limit = Stopwatch.StartNew();
        var after = before;
        while (after.GetProperty("articleVersion").GetString() == before.GetProperty("articleVersion").GetString() && limit.Elapsed < TimeSpan.FromSeconds(20))
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            after = await CitationAsync(server, "Quelle est la profondeur du puits ?");
        }

        after.GetProperty("sentence").GetInt32().ShouldBe(4);
        (await PageAsync(server, after)).ShouldContain("<span id=\"s4\">Le puits est profond de trente mètres.</span>");
        var old = await PageAsync(server, before);
        old.ShouldContain("class=\"changed\"");
        old.ShouldContain("<span id=\"s2\">Le puits est profond de trente mètres.</span>");
        old.ShouldContain("id=\"s3\">La phrase citée n’est plus dans l’article. Elle disait\u00A0: «\u00A0Il pleut souvent en mars.\u00A0»</span>");
        old.ShouldNotContain("id=\"s4\"");
    }

    [Fact]
    public async Task A_file_that_is_half_written_does_not_take_its_article_away()
    {
        await using var server = await BotProcess.ServeOnAsync(_data, CorpusPath);
        _corpus.Put("dossier-0007", "---\nid: dossier-0007\ntitle:");
        _corpus.Put("note", Note("Le clocher mesure quarante mètres."));
        await WaitForAsync(server, "quarante mètres", "Combien mesure le clocher ?");
        (await QuoteAsync(server)).ShouldContain("édition 0");
        server.Log.ShouldContain("dossier-0007.md");
    }

    [Fact]
    public async Task A_damaged_file_is_set_aside_and_named_and_the_question_answered()
    {
        await File.WriteAllTextAsync(Path.Combine(_data, "summit.db"), new string('x', 50_000), TestContext.Current.CancellationToken);
        var (exitCode, output, error) = await BotProcess.RunAsync(_data, "ask", Question, CorpusPath);
        exitCode.ShouldBe(0);
        output.ShouldContain("édition 0");
        error.ShouldContain("is damaged");
        var aside = Directory.GetDirectories(_data, "damaged-*").ShouldHaveSingleItem();
        error.ShouldContain(aside);
        error.Trim().Split('\n').Length.ShouldBe(1);
        (await File.ReadAllTextAsync(Path.Combine(aside, "summit.db"), TestContext.Current.CancellationToken)).ShouldBe(new string('x', 50_000));
    }

    [Fact]
    public async Task A_store_damaged_under_a_running_server_is_repaired()
    {
        await using var server = await BotProcess.ServeOnAsync(_data, CorpusPath);
        StoreFile.Execute(_data, "DROP TABLE article");
        await WaitForAsync(server, "édition 0");
        Directory.GetDirectories(_data, "damaged-*").ShouldHaveSingleItem();
        server.Log.ShouldContain("set aside");
    }

    [Fact]
    public async Task A_locked_store_is_named_with_the_way_out()
    {
        await BotProcess.RunAsync(_data, "ask", Question, CorpusPath);
        using var holder = new SqliteConnection($"Data Source={Path.Combine(_data, "summit.db")};Pooling=False");
        await holder.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = holder.CreateCommand();
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE meta SET value = value;";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await ShouldFailAsync(_data, "is locked by another process");
    }

    [Fact]
    public async Task A_server_on_a_locked_store_goes_on_with_what_it_has()
    {
        await BotProcess.RunAsync(_data, "ask", Question, CorpusPath);
        using var writer = new SqliteStore(_data).BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken);
        _corpus.Write(7, edition: 3);
        await using var server = await BotProcess.ServeOnAsync(_data, CorpusPath);
        (await QuoteAsync(server)).ShouldContain("édition 0");
        writer.Dispose();
        await WaitForAsync(server, "édition 3");

        using var second = new SqliteStore(_data).BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken);
        _corpus.Write(7, edition: 4);
        await WaitForLogAsync(server, "locked by another process", times: 2);
        second.Dispose();
        await WaitForAsync(server, "édition 4");
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_named_with_the_way_out()
    {
        var file = Path.Combine(_data, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await ShouldFailAsync(file, file);
    }

    [Fact]
    public async Task A_folder_that_may_only_be_read_is_named_with_the_way_out()
    {
        Assert.SkipUnless(CanMount(), "Mounting a file system needs Linux and the rights of root.");
        await Mounted("ro", folder => ShouldFailAsync(folder, "cannot be written"));
    }

    [Fact]
    public async Task A_full_disk_is_named_with_the_way_out_and_nothing_is_lost()
    {
        Assert.SkipUnless(CanMount(), "Mounting a file system needs Linux and the rights of root.");
        await Mounted("size=160k", async folder =>
        {
            await ShouldFailAsync(folder, "no room left");
            new SqliteStore(folder).ReadState().Articles.ShouldBeEmpty();
        });
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
        _corpus.Dispose();
    }

    private static string Note(string text) => $"---\nid: note\ntitle: Une note\nlanguage: fr\npublished: 2024-05-01\n---\n{text}\n";

    private static bool CanMount() => OperatingSystem.IsLinux() && geteuid() == 0 && Run("unshare", "--mount", "true") == 0;

    private static async Task<JsonElement> AskAsync(BotProcess server, string question)
    {
        var response = await server.Client.PostAsJsonAsync("/api/ask", new { question }, TestContext.Current.CancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static async Task<string> QuoteAsync(BotProcess server, string question = Question) => (await AskAsync(server, question)).GetRawText();

    private static async Task<JsonElement> CitationAsync(BotProcess server, string question) =>
        (await AskAsync(server, question)).GetProperty("citations").EnumerateArray().ShouldHaveSingleItem();

    private static async Task<string> PageAsync(BotProcess server, JsonElement citation) =>
        WebUtility.HtmlDecode(await server.Client.GetStringAsync(new Uri(citation.GetProperty("url").GetString()!), TestContext.Current.CancellationToken));

    private static async Task<TimeSpan> WaitForAsync(BotProcess server, string expected, string question = Question)
    {
        var limit = Stopwatch.StartNew();
        while (!(await QuoteAsync(server, question)).Contains(expected, StringComparison.Ordinal))
        {
            limit.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), server.Log);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return limit.Elapsed;
    }

    private static async Task WaitForLogAsync(BotProcess server, string expected, int times)
    {
        var limit = Stopwatch.StartNew();
        while (server.Log.Split(expected).Length <= times)
        {
            limit.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60), server.Log);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static int Run(string command, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(command, args) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    [DllImport("libc")]
    private static extern uint geteuid();

    private async Task Mounted(string options, Func<string, Task> test)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_data, "mounted")).FullName;
        Run("mount", "-t", "tmpfs", "-o", options, "none", folder).ShouldBe(0);
        try
        {
            await test(folder);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Run("umount", folder);
        }
    }

    private async Task ShouldFailAsync(string folder, string reason)
    {
        _corpus.Write(7, edition: 2);
        var (exitCode, output, error) = await BotProcess.RunAsync(folder, "ask", Question, CorpusPath);
        exitCode.ShouldBe(1);
        output.ShouldBeEmpty();
        error.Trim().Split('\n').Length.ShouldBe(1);
        error.ShouldContain(reason);
        error.ShouldContain("Summit:DataPath");
    }
}
