using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Summit.Bot.Corpus;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.EndToEnd;

/// <summary>The store between processes: several that start at once, one that follows another, and folders that cannot be used.</summary>
public sealed class StoreProcessTests : StoreProcesses
{
    [Fact]
    public async Task Processes_that_start_at_once_on_an_empty_folder_all_answer_and_fill_it_once()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => BotProcess.RunAsync(Data, "ask", Question, CorpusPath)));
        runs.ShouldAllBe(run => run.ExitCode == 0 && run.Error.Length == 0);
        runs.ShouldAllBe(run => run.Output.Contains("Le dossier numéro 7 pèse 107 tonnes en édition 0.", StringComparison.Ordinal));
        var stored = new SqliteStore(Data).ReadAll("").Articles;
        stored.Count.ShouldBe(12);
        stored.ShouldAllBe(a => a.Passages.Sum(p => p.SentenceCount) == a.Article.Sentences.Count);
    }

    [Fact]
    public async Task Two_servers_on_one_folder_both_serve()
    {
        var servers = await Task.WhenAll(BotProcess.ServeOnAsync(Data, CorpusPath), BotProcess.ServeOnAsync(Data, CorpusPath));
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
        await using var server = await BotProcess.ServeOnAsync(Data, CorpusPath);
        (await QuoteAsync(server)).ShouldContain("édition 0");
        (await BotProcess.RunAsync(Data, "ask", Question, $"--Summit:CorpusPath={other.Folder}")).Output.ShouldContain("édition 5");
        var seen = await WaitForAsync(server, "édition 5");
        seen.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_server_serves_an_article_that_is_edited_and_old_citations_find_their_sentences()
    {
        Corpus.Put("note", Note("La vigne couvre douze hectares. Le puits est profond de trente mètres. Il pleut souvent en mars."));
        await using var server = await BotProcess.ServeOnAsync(Data, CorpusPath);
        var before = await CitationAsync(server, "Quelle est la profondeur du puits ?");
        before.GetProperty("sentence").GetInt32().ShouldBe(2);

        Corpus.Put("note", Note("La maison date de 1850. La vigne couvre douze hectares. Il pleut souvent en mars, dit-on. Le puits est profond de trente mètres."));
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
        await using var server = await BotProcess.ServeOnAsync(Data, CorpusPath);
        Corpus.Put("dossier-0007", "---\nid: dossier-0007\ntitle:");
        Corpus.Put("note", Note("Le clocher mesure quarante mètres."));
        await WaitForAsync(server, "quarante mètres", "Combien mesure le clocher ?");
        (await QuoteAsync(server)).ShouldContain("édition 0");
        server.Log.ShouldContain("dossier-0007.md");
    }

    [Fact]
    public async Task A_damaged_file_is_set_aside_and_named_and_the_question_answered()
    {
        await File.WriteAllTextAsync(Path.Combine(Data, "summit.db"), new string('x', 50_000), TestContext.Current.CancellationToken);
        var (exitCode, output, error) = await BotProcess.RunAsync(Data, "ask", Question, CorpusPath);
        exitCode.ShouldBe(0);
        output.ShouldContain("édition 0");
        error.ShouldContain("is damaged");
        var aside = Directory.GetDirectories(Data, "damaged-*").ShouldHaveSingleItem();
        error.ShouldContain(aside);
        error.Trim().Split('\n').Length.ShouldBe(1);
        (await File.ReadAllTextAsync(Path.Combine(aside, "summit.db"), TestContext.Current.CancellationToken)).ShouldBe(new string('x', 50_000));
    }

    [Fact]
    public async Task A_store_damaged_under_a_running_server_is_repaired()
    {
        await using var server = await BotProcess.ServeOnAsync(Data, CorpusPath);
        StoreFile.Execute(Data, "DROP TABLE article");
        await WaitForAsync(server, "édition 0");
        Directory.GetDirectories(Data, "damaged-*").ShouldHaveSingleItem();
        server.Log.ShouldContain("set aside");
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_named_with_the_way_out()
    {
        var file = Path.Combine(Data, "file");
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

    private static string Note(string text) => $"---\nid: note\ntitle: Une note\nlanguage: fr\npublished: 2024-05-01\n---\n{text}\n";

    private static bool CanMount() => OperatingSystem.IsLinux() && geteuid() == 0 && Run("unshare", "--mount", "true") == 0;

    private static async Task<JsonElement> CitationAsync(BotProcess server, string question) =>
        (await AskAsync(server, question)).GetProperty("citations").EnumerateArray().ShouldHaveSingleItem();

    private static async Task<string> PageAsync(BotProcess server, JsonElement citation) =>
        WebUtility.HtmlDecode(await server.Client.GetStringAsync(new Uri(citation.GetProperty("url").GetString()!), TestContext.Current.CancellationToken));

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
        var folder = Directory.CreateDirectory(Path.Combine(Data, "mounted")).FullName;
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
}
