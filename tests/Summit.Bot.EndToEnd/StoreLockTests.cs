using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Summit.Bot.Embeddings;
using Summit.Bot.Retrieval.Store;

namespace Summit.Bot.EndToEnd;

/// <summary>A store that another process holds: apart from the other tests of stores, since these mostly wait.</summary>
public sealed class StoreLockTests : StoreProcesses
{
    [Fact]
    public async Task A_locked_store_is_named_with_the_way_out()
    {
        await BotProcess.RunAsync(Data, "ask", Question, CorpusPath);
        using var holder = new SqliteConnection($"Data Source={Path.Combine(Data, "summit.db")};Pooling=False");
        await holder.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = holder.CreateCommand();
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE meta SET value = value;";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await ShouldFailAsync(Data, "is locked by another process");
    }

    [Fact]
    public async Task A_server_on_a_locked_store_goes_on_with_what_it_has()
    {
        await BotProcess.RunAsync(Data, "ask", Question, CorpusPath);
        using var writer = new SqliteStore(Data).BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken);
        Corpus.Write(7, edition: 3);
        await using var server = await BotProcess.ServeOnAsync(Data, CorpusPath);
        (await QuoteAsync(server)).ShouldContain("édition 0");
        writer.Dispose();
        await WaitForAsync(server, "édition 3");

        using var second = new SqliteStore(Data).BeginWrite(BuiltinEmbedder.Dimensions, TestContext.Current.CancellationToken);
        Corpus.Write(7, edition: 4);
        await WaitForLogAsync(server, "locked by another process", times: 2);
        second.Dispose();
        await WaitForAsync(server, "édition 4");
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
}
