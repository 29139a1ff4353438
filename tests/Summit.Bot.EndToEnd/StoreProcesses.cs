using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Summit.Bot.Corpus;

namespace Summit.Bot.EndToEnd;

/// <summary>A data folder and made articles for a test of processes that share a store.</summary>
public abstract class StoreProcesses : IDisposable
{
    protected const string Question = "Combien pèse le dossier numéro 7 ?";

    protected StoreProcesses()
    {
        var article = CorpusLoader.Load(Path.Combine(AppContext.BaseDirectory, "corpus")).Articles.Single();
        Corpus = new MadeCorpus([.. article.Sentences.Select(s => article.SentenceText(s.Number))], 12);
    }

    protected string Data { get; } = Directory.CreateTempSubdirectory("summit-store-").FullName;

    protected MadeCorpus Corpus { get; }

    protected string CorpusPath => $"--Summit:CorpusPath={Corpus.Folder}";

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
        Corpus.Dispose();
    }

    protected static async Task<JsonElement> AskAsync(BotProcess server, string question)
    {
        var response = await server.Client.PostAsJsonAsync("/api/ask", new { question }, TestContext.Current.CancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    protected static async Task<string> QuoteAsync(BotProcess server, string question = Question) => (await AskAsync(server, question)).GetRawText();

    protected static async Task<TimeSpan> WaitForAsync(BotProcess server, string expected, string question = Question)
    {
        var limit = Stopwatch.StartNew();
        while (!(await QuoteAsync(server, question)).Contains(expected, StringComparison.Ordinal))
        {
            limit.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), server.Log);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return limit.Elapsed;
    }

    protected async Task ShouldFailAsync(string folder, string reason)
    {
        Corpus.Write(7, edition: 2);
        var (exitCode, output, error) = await BotProcess.RunAsync(folder, "ask", Question, CorpusPath);
        exitCode.ShouldBe(1);
        output.ShouldBeEmpty();
        error.Trim().Split('\n').Length.ShouldBe(1);
        error.ShouldContain(reason);
        error.ShouldContain("Summit:DataPath");
    }
}
