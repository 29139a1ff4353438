using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Summit.Bot.Auditing;
using Summit.Bot.Channels;
using Summit.Bot.Channels.Api;
using Summit.Bot.Channels.Rendering;
using Summit.Bot.Conversations.Store;

namespace Summit.Bot.Benchmarks;

/// <summary>
/// What recording answers costs: the CPU time of the whole process, writer and all, for the same answers in the form of the API with auditing on and off, in
/// turn within one run, so that a busy machine slows both.
/// </summary>
internal static class AuditCost
{
    private const int Rounds = 15, AnswersARound = 4000;

    public static async Task<int> RunAsync(string gold)
    {
        var data = Directory.CreateTempSubdirectory("summit-audit-").FullName;
        var questions = (await File.ReadAllLinesAsync(gold)).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!["question"]!.GetValue<string>()).ToList();
        var conversations = new EmbeddedConversations(data, new ConversationsOptions(), TimeProvider.System, NullLogger.Instance);
        using var core = BotCore.Load(new SummitOptions { DataPath = data, CorpusPath = Path.Combine(AppContext.BaseDirectory, "corpus") }, conversations, NullLogger.Instance);
        var (on, off) = (new List<double>(), new List<double>());
        for (var round = -3; round < Rounds; round++)
        {
            var with = await RoundAsync(core, conversations, questions, data, TimeSpan.FromDays(30));
            var without = await RoundAsync(core, conversations, questions, data, TimeSpan.Zero);
            if (round < 0)
                continue;
            on.Add(with);
            off.Add(without);
        }

        var growth = Median([.. on.Zip(off, (with, without) => (with / without) - 1)]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"CPU of an answer, median of {Rounds} rounds of {AnswersARound}: {Median(off):0.0} µs without auditing, {Median(on):0.0} µs with it; within a round it grows by {growth:0.0%}."));
        await conversations.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
        return 0;
    }

    /// <returns>CPU time of one answer, in microseconds.</returns>
    private static async Task<double> RoundAsync(BotCore core, EmbeddedConversations conversations, List<string> questions, string data, TimeSpan retention)
    {
        var options = Options.Create(new SummitOptions { DataPath = data, Audit = new() { Retention = retention } });
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await using (var audit = new AuditLog(options, TimeProvider.System, NullLogger<AuditLog>.Instance))
        {
            var text = new AnswerText(Markup.Markdown, core.ExampleQuestions);
            var links = ArticleLinks.For(options.Value, request: null);
            var dialogue = new Dialogue(conversations, audit, options, TimeProvider.System);
            for (var i = 0; i < AnswersARound; i++)
            {
                var answer = await dialogue.AskAsync(core, new Asking(questions[i % questions.Count], "benchmark", $"{i}", Conversation: null, "here"), onProved: null, CancellationToken.None);
                JsonSerializer.SerializeToUtf8Bytes(AskResponse.Of(answer, text, "benchmark", links), AskJson.Readable.AskResponse);
            }
        }

        process.Refresh();
        if (retention > TimeSpan.Zero && Written(data) is var written && written % AnswersARound != 0)
            throw new InvalidOperationException($"Only {written % AnswersARound} of {AnswersARound} answers were recorded.");
        return (process.TotalProcessorTime - before).TotalMicroseconds / AnswersARound;
    }

    private static long Written(string data)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "audit.db")};Pooling=false");
        connection.Open();
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM record";
        return (long)count.ExecuteScalar()!;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
