using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Summit.Qdrant.Tests.Server;

namespace Summit.Bot.EndToEnd;

/// <summary>The bot with its passages in Qdrant: a server in this process, over its real protocol, that fails when it is told to.</summary>
public sealed class QdrantTests : IAsyncDisposable
{
    private const string Question = "On which island is the summit held?", Key = "k3y-of-the-test";

    private readonly QdrantServer _server = QdrantServer.Stopped(apiKey: Key);

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    /// <summary>A busy machine is no Qdrant that is down.</summary>
    private string[] Patient => ["--Summit:Store:Provider=Qdrant", $"--Summit:Store:Qdrant:Url={_server.Address}", $"--Summit:Store:Qdrant:ApiKey={Key}", "--Summit:Store:Qdrant:Timeout=00:00:30"];

    private string[] Settings => [.. Patient[..^1], "--Summit:Store:Qdrant:Timeout=00:00:01"];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("gold.jsonl")]
    [InlineData("second.jsonl")]
    public async Task Eval_gives_the_same_table_on_both_stores(string set)
    {
        await _server.StartAsync();
        var gold = Path.Combine(Root(), "tests", "Summit.Bot.Evaluation", set);
        var embedded = await BotProcess.RunAsync(null, "eval", gold, "--failures");
        var qdrant = await BotProcess.RunAsync(null, ["eval", gold, "--failures", .. Patient]);
        qdrant.Error.ShouldBe(embedded.Error);
        qdrant.Output.ShouldBe(embedded.Output);
        qdrant.Output.ShouldContain("answerable");
        _server.Faults.CallsOf("Query").ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task A_bot_whose_Qdrant_is_down_at_the_start_says_so_in_the_users_language_and_answers_when_it_is_up()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        await using var bot = await BotProcess.ListenAsync(Settings);
        await UntilAsync(() => Task.FromResult(bot.Log.Contains("does not answer", StringComparison.Ordinal)));
        (await bot.Client.GetAsync("/readyz", Ending)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await IsNotAnsweredAsync(bot, connector);

        await _server.StartAsync();
        await IsReadyAsync(bot);
        await IsAnsweredAsync(bot);
        bot.Log.ShouldContain(_server.Address.Authority);
        bot.Log.ShouldNotContain(Key);
    }

    [Fact]
    public async Task A_Qdrant_that_stops_or_is_slow_while_the_bot_runs_is_missed_and_found_again()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        await _server.StartAsync();
        await using var bot = await BotProcess.ListenAsync(Settings);
        await IsReadyAsync(bot);
        await IsAnsweredAsync(bot);

        await _server.StopAsync();
        await IsNotAnsweredAsync(bot, connector);
        await UntilAsync(async () => (await bot.Client.GetAsync("/readyz", Ending)).StatusCode == HttpStatusCode.ServiceUnavailable);
        (await bot.Client.GetAsync("/healthz", Ending)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await _server.StartAsync();
        await IsReadyAsync(bot);
        await IsAnsweredAsync(bot);

        _server.Faults.Delay = TimeSpan.FromSeconds(3);
        await IsNotAnsweredAsync(bot, connector);
        _server.Faults.Delay = TimeSpan.Zero;
        await IsReadyAsync(bot);
        await IsAnsweredAsync(bot);

        // All that it held is gone: it is filled again.
        await _server.StopAsync();
        await _server.StartAsync(keepData: false);
        await UntilAsync(async () => (await AskAsync(bot)).StatusCode == HttpStatusCode.OK);
        await IsAnsweredAsync(bot);
    }

    [Theory]
    [InlineData("Create")]
    [InlineData("Upsert")]
    [InlineData("UpdateAliases")]
    public async Task A_Qdrant_that_dies_while_it_is_filled_is_filled_when_it_is_back(string method)
    {
        await _server.StartAsync();
        _server.Faults.KillAt(method, method == "Upsert" ? 2 : 1, applied: true);
        await using var bot = await BotProcess.ListenAsync(Settings);
        await UntilAsync(() => Task.FromResult(!_server.IsRunning));
        await _server.StartAsync();
        await IsReadyAsync(bot);
        await IsAnsweredAsync(bot);
    }

    [Fact]
    public async Task A_wrong_key_and_vectors_of_another_embedder_stop_the_start_with_the_way_out()
    {
        await _server.StartAsync();
        var refused = await BotProcess.RunAsync(null, ["ask", Question, .. Patient.Select(s => s.Replace(Key, "wrong-key", StringComparison.Ordinal))]);
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("Summit:Store:Qdrant:ApiKey");
        refused.Error.ShouldNotContain("wrong-key");

        (await BotProcess.RunAsync(null, ["ask", Question, .. Patient])).Output.ShouldContain("Rousski");
        using (var client = new Summit.Qdrant.QdrantClient(_server.Address, Key))
        {
            var collection = (await client.ListAliasesAsync(Ending)).ShouldHaveSingleItem().CollectionName;
            var about = (await client.ScrollAsync(collection, Summit.Qdrant.Grpc.Conditions.MatchKeyword("kind", "about"), cancellationToken: Ending)).Result.ShouldHaveSingleItem();
            var changed = new Summit.Qdrant.Grpc.PointStruct { Id = about.Id, Vectors = new Dictionary<string, Summit.Qdrant.Grpc.Vector>(), Payload = { about.Payload } };
            changed.Payload["embedder"] = "another 1";
            await client.UpsertAsync(collection, [changed], cancellationToken: Ending);
        }

        var mismatch = await BotProcess.RunAsync(null, ["ask", Question, .. Patient]);
        mismatch.ExitCode.ShouldBe(1);
        mismatch.Error.ShouldContain("summit-bot index rebuild");
        var rebuilt = await BotProcess.RunAsync(null, ["index", "rebuild", .. Patient]);
        rebuilt.Output.ShouldContain("1 articles");
        (await BotProcess.RunAsync(null, ["ask", Question, .. Patient])).Output.ShouldContain("Rousski");
    }

    private static Task<HttpResponseMessage> AskAsync(BotProcess bot) => bot.Client.PostAsJsonAsync("/api/ask", new { question = Question }, Ending);

    private static async Task IsAnsweredAsync(BotProcess bot)
    {
        var answer = await (await AskAsync(bot)).Content.ReadFromJsonAsync<JsonObject>(Ending);
        answer!["status"]!.GetValue<string>().ShouldBe("answered");
        answer["citations"]![0]!["sentence"]!.GetValue<int>().ShouldBe(2);
    }

    private static async Task IsNotAnsweredAsync(BotProcess bot, ScriptedConnector connector)
    {
        (await AskAsync(bot)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        foreach (var (question, reply) in new[] { (Question, "cannot reach the index"), ("Sur quelle île le sommet a-t-il lieu ?", "joindre l’index") })
        {
            await bot.Client.PostAsJsonAsync("/api/messages", MessagesTests.Message(connector, "emulator", question), Ending);
            connector.Received[^1].Activity["text"]!.GetValue<string>().ShouldContain(reply);
        }
    }

    private static Task IsReadyAsync(BotProcess bot) => UntilAsync(async () => (await bot.Client.GetAsync("/readyz", Ending)).IsSuccessStatusCode);

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var limit = Stopwatch.StartNew(); !await condition(); await Task.Delay(50, Ending))
            limit.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
